import { newId } from '@school/contract'
import { Button, DateField, Dialog, Form, RadioGroup, showToast, SideBySide, TextField } from '@school/ui'
import { keyOf, problemText, useCommand } from '@school/web'
import { useState } from 'react'
import { classAbsences, getAbsentToday, getClassAttendance, putAbsenceSpans, type AbsenceReason } from '../../../contract/index.ts'
import { useT } from './words.ts'

interface Props { open: boolean; schoolId: string; classId: string; studentIds: readonly string[]; from: string; to: string; onClose: () => void; onDone: () => void }

/** One reason for the chosen pupils, for a day or several; absences registered later take it too. */
export function ReasonDialog({ open, schoolId, classId, studentIds, from, to, onClose, onDone }: Props) {
  const t = useT()
  const [days, setDays] = useState({ from, to })
  const [reason, setReason] = useState<AbsenceReason>('illness')
  const [note, setNote] = useState('')
  const [ids] = useState(() => new Map<string, string>())
  const put = useCommand(putAbsenceSpans, {
    stale: () => [keyOf(classAbsences), keyOf(getAbsentToday), keyOf(getClassAttendance)],
    onDone: ({ absences }) => { showToast({ tone: 'ok', text: t.saved(absences) }); onDone() }, onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) },
  })
  const wrong = days.from === '' || days.to === '' || days.to < days.from
  const spanOf = (studentId: string) => { const id = ids.get(studentId) ?? newId(); ids.set(studentId, id); return id }
  const save = () => {
    if (!wrong) put.mutate({ params: { schoolId, classId }, body: { students: studentIds.map((studentId) => ({ studentId, spanId: spanOf(studentId) })), ...days, reason, note: note.trim() } })
  }
  return (
    <Dialog open={open} onClose={onClose} title={t.giveFor(studentIds.length)}>
      <Form onSubmit={save} foot={<><Button onClick={onClose}>{t.cancel}</Button><Button look="primary" type="submit" busy={put.isPending}>{t.save}</Button></>}>
        <RadioGroup label={t.choose} value={reason} onChange={(next) => setReason(next as AbsenceReason)} options={Object.entries(t.reasons).map(([value, label]) => ({ value, label }))} />
        <SideBySide>
          <DateField label={t.from} value={days.from} onChange={(next) => setDays({ ...days, from: next })} required />
          <DateField label={t.to} value={days.to} onChange={(next) => setDays({ ...days, to: next })} required error={wrong ? t.wrongDays : null} />
        </SideBySide>
        <TextField label={t.note} value={note} onChange={setNote} hint={t.noteHint} maxLength={300} optional />
      </Form>
    </Dialog>
  )
}
