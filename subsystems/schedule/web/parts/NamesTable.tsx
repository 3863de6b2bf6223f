import { Button, Checkbox, QuickSelect, Section, StatusWord } from '@school/ui'
import { weekdayText } from '@school/web'
import { useState, type ReactNode } from 'react'
import type { Import, NameMapping } from '../../contract/index.ts'
import { dayOf, useT } from './words.ts'
import css from './NamesTable.module.css'

const sure = 0.8
const kinds = ['students', 'subject', 'teacher', 'room', 'day', 'hour'] as const

/** Names of the file beside names of the school; the uncertain ones first. */
export function NamesTable({ of, before, onChoose }: { of: Import; before: ReactNode; onChoose(names: { kind: NameMapping['kind']; source: string; target: string | null }[]): void }) {
  const t = useT()
  const [doubtful, setDoubtful] = useState(false)
  const shown = of.mapping.filter((one) => !doubtful || one.target === null || one.confidence < sure)
  return (
    <>
      <div className={css.start}>{before}<Checkbox label={t.onlyDoubtful} checked={doubtful} onChange={setDoubtful} /></div>
      {kinds.map((kind) => {
        const rows = shown.filter((one) => one.kind === kind)
        return rows.length === 0 ? null : (
          <Section key={kind} title={t.kinds[kind]} count={rows.length} level={3} {...(kind === 'students' && rows.some((one) => one.target === null)
            ? { action: <Button look="text" flush onClick={() => onChoose(rows.filter((one) => one.target === null).map((one) => ({ kind, source: one.source, target: 'new' })))}>{t.makeMissing}</Button> } : {})}>
            <ul className={css.names}>{rows.map((one) => <NameRow key={one.source} of={of} one={one} onChoose={(target) => onChoose([{ kind, source: one.source, target }])} />)}</ul>
          </Section>
        )
      })}
    </>
  )
}

/** The weekdays; a day of one week or half a day, as the file has it, stays a choice. */
function daysWith(target: string | null) {
  const plain = [1, 2, 3, 4, 5, 6].map((one) => ({ value: `${one}::`, label: weekdayText(dayOf(one)) }))
  const [weekday, week, half] = (target ?? '').split(':')
  return /^[1-6]:[AB]?:[12]?$/.test(target ?? '') && (week || half) ? [{ value: target!, label: `${weekdayText(dayOf(Number(weekday)))} ${week}${half}` }, ...plain] : plain
}

function NameRow({ of, one, onChoose }: { of: Import; one: NameMapping; onChoose(target: string | null): void }) {
  const t = useT()
  const place = one.kind === 'day' || one.kind === 'hour'
  const own = one.kind === 'day' ? daysWith(one.target) : one.kind === 'hour' ? Array.from({ length: 15 }, (_, i) => ({ value: String(i), label: t.lessonNo(i) })) : of.options.filter((option) => option.kind === one.kind).map((option) => ({ value: option.id, label: option.name }))
  const options = [
    { value: '', label: one.kind === 'teacher' ? t.noTeacher : t.undecided }, ...(one.kind === 'teacher' || place ? [] : [{ value: 'new', label: t.makeNew }]), { value: 'skip', label: t.skip },
    ...own.filter((option, i, all) => option.value !== '' && all.findIndex((other) => other.value === option.value) === i),
  ]
  return (
    <li className={css.name}>
      <span className={css.source}><b>{one.source}</b>{one.lessons > 0 ? <span className="muted small"> {t.lessonsOf(one.lessons)}</span> : null}</span>
      <QuickSelect label={`${one.source}: ${t.inSchool}`} value={one.target ?? ''} onChange={(value) => onChoose(value === '' ? null : value)} options={options} />
      <span>{one.target === null && one.kind !== 'teacher' && one.kind !== 'room' ? <StatusWord tone="bad">{t.undecided}</StatusWord> : one.target !== 'new' && one.confidence < sure ? <StatusWord tone="warn">{t.uncertain}</StatusWord> : one.target === 'new' ? <StatusWord tone="info">{t.isNew}</StatusWord> : null}</span>
    </li>
  )
}
