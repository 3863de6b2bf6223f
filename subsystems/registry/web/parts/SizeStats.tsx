import { Stat, Stats } from '@school/ui'
import { count } from '@school/web'
import css from './Places.module.css'
import { useT } from './words.ts'

/** A figure, or the words that stand for one that is too small to show. */
export function Few({ value }: { value: number | null }) {
  const t = useT()
  return value === null ? <span className="muted" title={t.fewNote}>{t.fewer}</span> : <>{count(value)}</>
}

/** Sizes of a territory side by side. */
export function SizeStats({ sizes, municipalities }: { sizes: { schools: number; staff: number | null; pupils: number | null }; municipalities?: number }) {
  const t = useT()
  return (
    <div className={css.sizes}><Stats>
      {municipalities === undefined ? null : <Stat value={count(municipalities)} label={t.municipalityCount} />}
      <Stat value={count(sizes.schools)} label={t.schoolCount} />
      <Stat value={<Few value={sizes.pupils} />} label={t.pupilCount} />
      <Stat value={<Few value={sizes.staff} />} label={t.staffCount} />
    </Stats></div>
  )
}
