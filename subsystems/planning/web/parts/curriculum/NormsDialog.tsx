import { Button, DateField, Dialog, Form, Section, showToast, SideBySide, TextField } from '@school/ui'
import { addDays, keyOf, todayIn, useCommand } from '@school/web'
import { useState } from 'react'
import { getNorms, putNorms, type NormEdition, type Norms } from '../../../contract/index.ts'
import { tellProblem, useSchoolId, useT } from '../words.ts'
import css from './Curriculum.module.css'

const numberOf = (text: string) => Number(text.replace(',', '.'))
const shown = (value: number | null) => (value === null ? '' : String(value).replace('.', ','))

/** An edition of the numbers: a new one after the one in force, or one that is still to come. */
export function NormsDialog({ edition, number, onClose }: { edition: NormEdition; number: number; onClose(): void }) {
  const words = useT()
  const t = words.curricula
  const schoolId = useSchoolId()
  const own = edition.edition === number
  const [title, setTitle] = useState(own ? edition.title : '')
  const [from, setFrom] = useState(own ? edition.validFrom : addDays(todayIn('Europe/Moscow'), 1))
  const [norms, setNorms] = useState<Norms>(edition.norms)
  const put = useCommand(putNorms, { stale: () => [keyOf(getNorms, { params: { schoolId } })], onProblem: tellProblem, onDone: () => { showToast({ tone: 'ok', text: t.normsSaved }); onClose() } })
  const send = () => put.mutate({ params: { schoolId, edition: number }, body: { title, validFrom: from, norms, basedOn: own ? edition.revision : null } })
  const field = (label: string, key: 'extracurricularMost' | 'advancedLeast' | 'rateHours' | 'mostRates' | 'controlShare' | 'behindHours') =>
    <TextField label={label} inputMode="decimal" value={shown(norms[key])} onChange={(text) => setNorms({ ...norms, [key]: numberOf(text) || 0 })} />
  return (
    <Dialog open wide onClose={onClose} title={t.newNorms} foot={<Button look="primary" busy={put.isPending} {...(title.trim().length > 1 && from ? {} : { why: words.fillAll })} onClick={send}>{words.save}</Button>}>
      <Form onSubmit={send} foot={null}>
        <SideBySide><TextField label={t.normTitle} value={title} onChange={setTitle} /><DateField label={t.from} value={from} onChange={setFrom} /></SideBySide>
        <Section title={t.weekMost} level={3}><WeekTable norms={norms} onChange={setNorms} /></Section>
        <SideBySide>{field(t.extraMost, 'extracurricularMost')}{field(t.advancedLeast, 'advancedLeast')}</SideBySide>
        <SideBySide>{field(t.rateHours, 'rateHours')}{field(t.mostRates, 'mostRates')}</SideBySide>
        <SideBySide>{field(t.controlShare, 'controlShare')}{field(t.behindHours, 'behindHours')}</SideBySide>
      </Form>
    </Dialog>
  )
}

/** Hours of a week and weeks of a year by grade; read only without `onChange`. */
export function WeekTable({ norms, onChange }: { norms: Norms; onChange?: (norms: Norms) => void }) {
  const t = useT().curricula
  const put = (grade: number, key: 'five' | 'six', text: string) => onChange?.({ ...norms, weekMost: norms.weekMost.map((one) => (one.grade === grade ? { ...one, [key]: text.trim() === '' && key === 'six' ? null : numberOf(text) || 0 } : one)) })
  const putWeeks = (grade: number, text: string) => onChange?.({ ...norms, weeks: norms.weeks.map((one) => (one.grade === grade ? { ...one, weeks: Math.max(1, Math.round(numberOf(text)) || 1) } : one)) })
  const row = (name: string, of: (grade: number) => number | null, change: (grade: number, text: string) => void) => (
    <tr><th scope="row">{name}</th>{norms.weekMost.map(({ grade }) => <td key={grade} className={css.number}>{onChange ? <input className={css.cell} aria-label={`${name}, ${t.gradeHead(grade)}`} value={shown(of(grade))} onChange={(event) => change(grade, event.target.value)} /> : shown(of(grade)) || t.forbidden}</td>)}</tr>
  )
  return (
    <div className={css.scroll} tabIndex={0} role="group" aria-label={t.weekMost}>
      <table className={css.grid}>
        <thead><tr><th scope="col">{t.grades}</th>{norms.weekMost.map(({ grade }) => <th key={grade} scope="col" className={css.number}>{grade}</th>)}</tr></thead>
        <tbody>
          {row(t.five, (grade) => norms.weekMost.find((one) => one.grade === grade)?.five ?? null, (grade, text) => put(grade, 'five', text))}
          {row(t.six, (grade) => norms.weekMost.find((one) => one.grade === grade)?.six ?? null, (grade, text) => put(grade, 'six', text))}
          {row(t.weeks, (grade) => norms.weeks.find((one) => one.grade === grade)?.weeks ?? null, putWeeks)}
        </tbody>
      </table>
    </div>
  )
}
