import { newId } from '@school/contract'
import { AskOnce, Button, DateField, Dialog, Form, PickField, SelectField, SideBySide, TextField } from '@school/ui'
import { ask, fullName, keyOf, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { lessonPickers, listAbsences, listAbsentLessons, listDayChanges, putAbsence, removeAbsence, type Absence } from '../../../contract/index.ts'
import { tellProblem } from '../acts.ts'
import { useSchoolId, useT } from '../words.ts'

const reasons = ['sick', 'training', 'trip', 'vacation', 'personal'] as const

/** Who is away, from when to when and why; taken back when the teacher returns. */
export function AbsenceDialog({ absence, day, onClose }: { absence: Absence | null; day: string; onClose(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [id] = useState(absence?.id ?? newId())
  const [teacherId, setTeacher] = useState<string | null>(absence?.teacher.id ?? null)
  const [starts, setStarts] = useState(absence?.starts ?? day)
  const [ends, setEnds] = useState(absence?.ends ?? day)
  const [reason, setReason] = useState<Absence['reason']>(absence?.reason ?? 'sick')
  const [note, setNote] = useState(absence?.note ?? '')
  const [asking, setAsking] = useState(false)
  const pickers = useQuery({ ...ask(lessonPickers, { params: { schoolId } }), enabled: absence === null })
  const act = { stale: () => [keyOf(listAbsences, { params: { schoolId } }), keyOf(listAbsentLessons, { params: { schoolId } }), keyOf(listDayChanges)], onProblem: tellProblem, onDone: onClose }
  const put = useCommand(putAbsence, act)
  const remove = useCommand(removeAbsence, act)
  const send = () => { if (teacherId) put.mutate({ params: { schoolId, id }, body: { teacherId, starts, ends, reason, note, basedOn: absence?.revision ?? null } }) }
  return (
    <Dialog open onClose={onClose} title={absence ? fullName(absence.teacher) : t.substitutions.addAbsence} foot={
      <>
        {absence ? <Button look="danger" onClick={() => setAsking(true)}>{t.substitutions.takeBack}</Button> : null}
        <span className="push" />
        <Button look="primary" busy={put.isPending} {...(teacherId && starts && ends >= starts ? {} : { why: t.fillAll })} onClick={send}>{t.save}</Button>
      </>}>
      <Form onSubmit={send} foot={null}>
        {absence ? null : <PickField label={t.substitutions.teacher} value={teacherId} onChange={setTeacher} busy={pickers.isPending} options={(pickers.data?.teachers ?? []).map((one) => ({ value: one.id, label: fullName(one) }))} />}
        <SideBySide><DateField label={t.substitutions.starts} value={starts} onChange={(value) => { setStarts(value); if (value > ends) setEnds(value) }} /><DateField label={t.substitutions.ends} value={ends} onChange={setEnds} /></SideBySide>
        <SelectField label={t.substitutions.reason} value={reason} onChange={(value) => setReason(value as Absence['reason'])} options={reasons.map((value) => ({ value, label: t.substitutions.reasons[value] }))} />
        <TextField label={t.substitutions.note} optional value={note} onChange={setNote} />
      </Form>
      <AskOnce open={asking} onClose={() => setAsking(false)} title={t.substitutions.takeBack} act={t.substitutions.takeBack} cancel={t.cancel} danger busy={remove.isPending} onAct={() => remove.mutate({ params: { schoolId, id } })}>{t.substitutions.takeBackAsk(absence ? fullName(absence.teacher) : '')}</AskOnce>
    </Dialog>
  )
}
