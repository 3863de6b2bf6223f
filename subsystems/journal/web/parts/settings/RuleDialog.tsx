import { Button, DateField, Dialog, Form, IconButton, IconPlus, IconTrash, SelectField, SideBySide, TextField } from '@school/ui'
import { addDays, keyOf, problemText, useCommand, useMessages } from '@school/web'
import { useState } from 'react'
import { getSettings, putMarkingRule, type MarkingRule } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { wholeBetween } from './numbers.ts'
import { PolicyFields } from './PolicyFields.tsx'
import css from './Settings.module.css'

interface Props { schoolId: string; rule: MarkingRule | null; /** What a new edition begins as. */ like: MarkingRule | null; edition: number; today: string; mayChange: boolean; onClose: () => void }

/** An edition of the rules of marking; one in force is only read. */
export function RuleDialog({ schoolId, rule, like, edition, today, mayChange, onClose }: Props) {
  const t = useMessages<typeof ru>('journal')
  const from = rule ?? like
  const [draft, setDraft] = useState(() => draftOf(from, rule?.validFrom ?? addDays(today, 1)))
  const put = useCommand(putMarkingRule, { stale: () => [keyOf(getSettings, { params: { schoolId } })], onDone: onClose })
  const read = readDraft(draft)
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const number = (label: string, key: 'roundUpFrom' | 'absenceLimitPercent' | 'editDays' | 'debtDays' | 'marksFromGrade', hint?: string) =>
    <TextField label={label} type="number" value={draft[key]} disabled={!mayChange} onChange={(value) => set({ [key]: value })} error={wholeBetween(draft[key], limits[key]) === null ? t.settings.wrong : null} {...(hint ? { hint } : {})} />
  const send = () => { if (read) put.mutate({ params: { schoolId, edition }, body: { ...read, basedOn: rule?.revision ?? null } }) }
  return (
    <Dialog open wide onClose={onClose} title={t.settings.ruleTitle(edition)}>
      <Form onSubmit={send} foot={mayChange ? <><Button onClick={onClose}>{t.cancel}</Button><Button look="primary" type="submit" busy={put.isPending} disabled={!read}>{t.save}</Button></> : undefined}>
        {mayChange ? null : <p className="muted small">{t.settings.note}</p>}
        <SideBySide>
          <TextField label={t.settings.ruleName} value={draft.title} disabled={!mayChange} maxLength={200} required onChange={(title) => set({ title })} error={put.error ? problemText(put.error.code, put.error.details) : null} />
          <DateField label={t.settings.from} value={draft.validFrom} disabled={!mayChange} required onChange={(validFrom) => set({ validFrom })} />
        </SideBySide>
        <SideBySide>
          <SelectField label={t.settings.averaging} value={draft.averaging} disabled={!mayChange} onChange={(averaging) => set({ averaging: averaging as Draft['averaging'] })} options={[{ value: 'weighted', label: t.settings.weighted }, { value: 'plain', label: t.settings.plain }]} />
          {number(t.settings.roundUp, 'roundUpFrom', t.settings.roundUpNote)}
        </SideBySide>
        <SideBySide>{number(t.settings.absence, 'absenceLimitPercent')}{number(t.settings.fromGrade, 'marksFromGrade')}</SideBySide>
        <SideBySide>{number(t.settings.editDays, 'editDays')}{number(t.settings.debtDays, 'debtDays')}</SideBySide>
        <Pairs title={t.settings.least} heads={[t.settings.leastHours, t.settings.leastMarks]} rows={draft.leastMarks} mayChange={mayChange} onChange={(leastMarks) => set({ leastMarks })} />
        <PolicyFields policy={draft.finals} mayChange={mayChange} onChange={(finals) => set({ finals })} />
      </Form>
    </Dialog>
  )
}

interface Draft { title: string; validFrom: string; averaging: 'weighted' | 'plain'; roundUpFrom: string; absenceLimitPercent: string; editDays: string; debtDays: string; marksFromGrade: string; leastMarks: readonly (readonly [string, string])[]; homeworkNorms: MarkingRule['homeworkNorms']; finals: MarkingRule['finals'] }

/** What a school without any edition begins with. */
const usualPolicy: MarkingRule['finals'] = {
  levels: {}, controlPriority: 'none', controlBand: 10, followGroups: true, countBrought: true, yearFrom: 'periods', yearRoundUpFrom: 50, certificateRoundUpFrom: 50, retakeCounts: 'last', retakeDays: 14, overdueDebt: 'stays',
  controlsADay: 1, controlsAWeek: 3, controlsVisibleAt: null, debtsAtMost: 2, admissionDebts: 0, hundredScale: [{ from: 85, mark: '5' }, { from: 65, mark: '4' }, { from: 45, mark: '3' }, { from: 0, mark: '2' }],
}

const limits = { roundUpFrom: [1, 99], absenceLimitPercent: [1, 100], editDays: [0, 365], debtDays: [0, 100], marksFromGrade: [1, 12] } as const

const draftOf = (from: MarkingRule | null, validFrom: string): Draft => ({
  title: from?.title ?? '', validFrom, averaging: from?.averaging ?? 'weighted', roundUpFrom: String(from?.roundUpFrom ?? 50), absenceLimitPercent: String(from?.absenceLimitPercent ?? 50),
  editDays: String(from?.editDays ?? 7), debtDays: String(from?.debtDays ?? 7), marksFromGrade: String(from?.marksFromGrade ?? 2), homeworkNorms: from?.homeworkNorms ?? [], finals: from?.finals ?? usualPolicy,
  leastMarks: (from?.leastMarks ?? []).map((one) => [String(one.hoursUpTo), String(one.marks)] as const),
})

/** The edition as the server takes it, or null while something is not right. */
function readDraft(draft: Draft) {
  const [roundUpFrom, absenceLimitPercent, editDays, debtDays, marksFromGrade] = (['roundUpFrom', 'absenceLimitPercent', 'editDays', 'debtDays', 'marksFromGrade'] as const).map((key) => wholeBetween(draft[key], limits[key]))
  const leastMarks = draft.leastMarks.map(([hours, marks]) => ({ hoursUpTo: Number(hours.replace(',', '.')), marks: wholeBetween(marks, [0, 60]) ?? -1 }))
  if (roundUpFrom == null || absenceLimitPercent == null || editDays == null || debtDays == null || marksFromGrade == null) return null
  if (draft.title.trim() === '' || draft.validFrom === '' || leastMarks.some((one) => one.marks < 0 || !(one.hoursUpTo >= 0 && one.hoursUpTo <= 99))) return null
  return { title: draft.title.trim(), validFrom: draft.validFrom, averaging: draft.averaging, roundUpFrom, absenceLimitPercent, editDays, debtDays, marksFromGrade, leastMarks, homeworkNorms: draft.homeworkNorms, finals: draft.finals }
}

interface PairsProps { title: string; heads: readonly [string, string]; rows: Draft['leastMarks']; mayChange: boolean; onChange: (rows: Draft['leastMarks']) => void }

/** A short table of two numbers a row. */
function Pairs({ title, heads, rows, mayChange, onChange }: PairsProps) {
  const t = useMessages<typeof ru>('journal')
  const change = (at: number, pair: readonly [string, string]) => onChange(rows.map((row, i) => i === at ? pair : row))
  return (
    <fieldset className={css.pairs} disabled={!mayChange}>
      <legend>{title}</legend>
      <table>
        <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}<td /></tr></thead>
        <tbody>{rows.map(([first, second], i) => (
          <tr key={i}>
            <td><input aria-label={heads[0]} inputMode="decimal" value={first} onChange={(event) => change(i, [event.target.value, second])} /></td>
            <td><input aria-label={heads[1]} inputMode="numeric" value={second} onChange={(event) => change(i, [first, event.target.value])} /></td>
            <td>{mayChange ? <IconButton label={t.cell.clear} onClick={() => onChange(rows.filter((_, at) => at !== i))}><IconTrash size={18} /></IconButton> : null}</td>
          </tr>
        ))}</tbody>
      </table>
      {mayChange && rows.length < 10 ? <Button size="sm" look="text" flush icon={<IconPlus size={18} />} onClick={() => onChange([...rows, ['', '']])}>{t.settings.addRow}</Button> : null}
    </fieldset>
  )
}
