import { Button, Facts, IconPlus, PageBody, PageHeader, QuickSelect, Section, Tag, Waiting } from '@school/ui'
import { ask, dayText, Loaded, useQuery, useTo, useUrlValue } from '@school/web'
import { useState } from 'react'
import { getNorms, type NormEdition, type Variant } from '../../contract/index.ts'
import css from '../parts/curriculum/Curriculum.module.css'
import { NormsDialog, WeekTable } from '../parts/curriculum/NormsDialog.tsx'
import { hoursText, useSchoolId, useT } from '../parts/words.ts'

/** The numbers by which plans and load are checked, in editions by date. */
export function Norms() {
  const t = useT().curricula
  const to = useTo()
  const schoolId = useSchoolId()
  const [picked, setPicked] = useUrlValue('edition', '')
  const [open, setOpen] = useState<{ edition: NormEdition; number: number } | null>(null)
  const query = useQuery(ask(getNorms, { params: { schoolId } }))
  return (
    <PageBody>
      <PageHeader title={t.norms} sub={t.normsSub} back={{ href: to('/manage/plans'), label: t.plans }} />
      <Loaded query={query} waiting={<Waiting rows={12} />}>
        {(data) => {
          const shown = data.editions.find((one) => String(one.edition) === picked) ?? data.editions.find((one) => one.inForce)!
          return (
            <>
              <div className="row wrap no-print">
                <QuickSelect label={t.normEditions} value={String(shown.edition)} onChange={setPicked} options={data.editions.map((one) => ({ value: String(one.edition), label: `${one.title}, ${dayText(one.validFrom, { year: 'always' })}` }))} />
                <Tag>{shown.origin === 'house' ? t.house : t.own}</Tag>{shown.inForce ? <Tag tone="ok">{t.inForce}</Tag> : null}
                <span className="push" />
                {shown.can.change ? <Button look="outlined" onClick={() => setOpen({ edition: shown, number: shown.edition })}>{t.change}</Button> : null}
                {data.can.change ? <Button icon={<IconPlus size={18} />} onClick={() => setOpen({ edition: shown, number: Math.max(...data.editions.map((one) => one.edition)) + 1 })}>{t.newNorms}</Button> : null}
              </div>
              <Numbers edition={shown} />
            </>
          )
        }}
      </Loaded>
      {open ? <NormsDialog key={open.number} {...open} onClose={() => setOpen(null)} /> : null}
    </PageBody>
  )
}

function Numbers({ edition: { norms } }: { edition: NormEdition }) {
  const t = useT().curricula
  const span = (one: { fromGrade: number; toGrade: number }) => (one.fromGrade === one.toGrade ? String(one.fromGrade) : `${one.fromGrade}–${one.toGrade}`)
  const [key, setKey] = useState(norms.variants[0]?.key ?? '')
  const variant = norms.variants.find((one) => one.key === key)
  return (
    <>
      <Section title={t.weekMost}><WeekTable norms={norms} /></Section>
      <Section title={t.yearTotals}><Facts ruled term={200} items={[...norms.yearTotals.map((one) => [`${t.grades} ${span(one)}`, `${one.least}–${one.most}`] as const), ...norms.levelTotals.map((one) => [`${t.levelTotals}, ${span(one)}`, `${one.least}–${one.most}`] as const)]} /></Section>
      <Section title={t.otherNorms}><Facts ruled term={320} items={[[t.extraMost, hoursText(norms.extracurricularMost)], [t.advancedLeast, norms.advancedLeast], [t.rateHours, hoursText(norms.rateHours)], [t.mostRates, hoursText(norms.mostRates)], [t.controlShare, hoursText(norms.controlShare)], [t.behindHours, norms.behindHours]]} /></Section>
      <Section title={t.variants} action={<QuickSelect label={t.variants} value={key} onChange={setKey} options={norms.variants.map((one) => ({ value: one.key, label: one.title }))} />}>
        {variant ? <VariantTable variant={variant} /> : null}
      </Section>
    </>
  )
}

function VariantTable({ variant }: { variant: Variant }) {
  const t = useT().curricula
  const grades = Array.from({ length: variant.toGrade - variant.fromGrade + 1 }, (_, i) => variant.fromGrade + i)
  const of = (line: Variant['lines'][number], grade: number) => line.hours.find((one) => one.grade === grade)?.hours ?? 0
  return (
    <div className={css.scroll} tabIndex={0} role="group" aria-label={variant.title}>
      <table className={css.grid}>
        <thead><tr><th scope="col">{t.subject}</th>{grades.map((grade) => <th key={grade} scope="col" className={css.number}>{t.gradeHead(grade)}</th>)}</tr></thead>
        <tbody>{variant.lines.map((line) => <tr key={line.subject}><th scope="row">{line.subject}{line.advanced ? <span className={css.quiet}>, {t.advanced}</span> : null}</th>{grades.map((grade) => <td key={grade} className={css.number}>{of(line, grade) ? hoursText(of(line, grade)) : ''}</td>)}</tr>)}</tbody>
        <tfoot><tr className={css.sum}><th scope="row">{t.total}</th>{grades.map((grade) => <td key={grade} className={css.number}>{hoursText(variant.lines.reduce((sum, line) => sum + of(line, grade), 0))}</td>)}</tr></tfoot>
      </table>
    </div>
  )
}
