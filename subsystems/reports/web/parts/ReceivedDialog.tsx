import { listBroughtMarks } from '@school/journal/contract'
import { Button, Callout, Dialog, Facts, FileDrop, Form, SelectField, TextField } from '@school/ui'
import { dateTimeText, dayText, keyOf, ownZone, ProblemError, problemText, useCommand } from '@school/web'
import { useState } from 'react'
import { listRecords, takeRecord, type ReceivedRecord } from '../../contract/index.ts'
import css from './Report.module.css'
import { useT } from './words.ts'

/** Asks for the file of the record. */
export function BringDialog({ onFile, onClose }: { onFile: (file: File) => Promise<void>; onClose: () => void }) {
  const { record: t } = useT()
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  async function take(file: File) {
    setBusy(true)
    setFault(null)
    try { await onFile(file) } catch (error) { setFault(error instanceof ProblemError ? problemText(error.code, error.details) : problemText('our_fault', {})) } finally { setBusy(false) }
  }
  return (
    <Dialog open onClose={onClose} title={t.bringTitle}>
      <div className="stack">
        <FileDrop label={t.file} hint={t.fileHint} accept=".asics,.zip" busy={busy} onFiles={([file]) => { if (file) void take(file) }} />
        {fault ? <Callout tone="bad">{fault}</Callout> : null}
      </div>
    </Dialog>
  )
}

interface Props { one: ReceivedRecord; ours: readonly { readonly id: string; readonly name: string }[]; params: { schoolId: string; studentId: string }; onClose: () => void }

/** What a record says, how its signature stands, and into which of our subjects its marks go. */
export function ReceivedDialog({ one, ours, params, onClose }: Props) {
  const { record: t, cancel } = useT()
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(one.subjects.map(({ name, subjectId }) => [name, subjectId ?? ''])))
  const [checkedBy, setCheckedBy] = useState('')
  const take = useCommand(takeRecord, { stale: () => [keyOf(listRecords, { params }), keyOf(listBroughtMarks, { params })], onDone: onClose })
  const other = one.differences.some(({ field }) => field === 'birthDate')
  const doubtful = !one.signature.ok || one.differences.length > 0
  const pupil = [one.document.pupil.lastName, one.document.pupil.firstName, one.document.pupil.middleName].filter(Boolean).join(' ')
  const send = () => take.mutate({ params: { ...params, recordId: one.id }, body: { subjects: one.subjects.map(({ name }) => ({ name, subjectId: chosen[name] || null })), checkedBy } })
  return (
    <Dialog open onClose={onClose} title={t.from(one.document.school.name)} wide>
      <Form onSubmit={send} foot={<><Button onClick={onClose}>{cancel}</Button>{one.written ? null : <Button look="primary" type="submit" busy={take.isPending} disabled={other || (doubtful && checkedBy.trim() === '')}>{t.take}</Button>}</>}>
        <Facts items={[[t.pupil, pupil], [t.place, one.document.school.place], [t.year, t.made(one.document.className, one.document.year)], one.signature.signer !== null && [t.signer, one.signature.signer], one.signature.signedAt !== null && [t.signedAt, dateTimeText(one.signature.signedAt, ownZone())]]} />
        {one.signature.ok ? <Callout tone="ok">{t.signatureOk}</Callout> : <Callout tone="warn" title={t.signatureDoubt}>{one.signature.faults.map(({ code }) => t.fault[code] ?? code).join(' ')}</Callout>}
        {one.differences.length > 0 ? <Callout tone={other ? 'bad' : 'warn'} title={other ? t.otherPupil : t.differs}><ul className={css.plain}>{one.differences.map(({ field, theirs, ours: mine }) => <li key={field}>{t.difference(t.field[field], inWords(field, theirs), inWords(field, mine))}</li>)}</ul></Callout> : null}
        {one.written ? <Callout tone="info" title={t.taken(one.written.marks + one.written.finals)}>{t.written(one.written)}</Callout> : (
          <>
            <p className="muted">{t.subjectsLead}</p>
            {one.subjects.map((subject) => <SelectField key={subject.name} label={t.subject(subject.name, subject.marks, subject.finals)} value={chosen[subject.name] ?? ''} onChange={(id) => setChosen({ ...chosen, [subject.name]: id })} options={[{ value: '', label: t.leave }, ...ours.map(({ id, name }) => ({ value: id, label: name }))]} />)}
            {doubtful && !other ? <TextField label={t.checkedBy} hint={t.checkedByHint} value={checkedBy} maxLength={300} required onChange={setCheckedBy} /> : null}
          </>
        )}
        {take.error ? <Callout tone="bad">{problemText(take.error.code, take.error.details)}</Callout> : null}
      </Form>
    </Dialog>
  )
}

const inWords = (field: string, value: string | null) => (value === null ? '—' : field === 'birthDate' ? dayText(value, { year: 'always' }) : value)
