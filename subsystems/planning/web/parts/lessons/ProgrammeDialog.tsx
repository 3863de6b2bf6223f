import { newId } from '@school/contract'
import { listSubjects } from '@school/registry/contract'
import { Button, Checkbox, Dialog, Form, PickField, SelectField, TextField } from '@school/ui'
import { ask, keyOf, useAddress, useCommand, useQuery, useTo } from '@school/web'
import { useState } from 'react'
import { getProgramme, listProgrammes, putProgramme, type Programme } from '../../../contract/index.ts'
import { tellProblem, useSchoolId, useT } from '../words.ts'

/** A new programme, or the name, subject and grade of one that is there. */
export function ProgrammeDialog({ programme, onClose }: { programme: Programme | null; onClose(): void }) {
  const words = useT()
  const t = words.lessons
  const schoolId = useSchoolId()
  const [, go] = useAddress()
  const to = useTo()
  const [id] = useState(programme?.id ?? newId())
  const [name, setName] = useState(programme?.name ?? '')
  const [author, setAuthor] = useState(programme?.author ?? '')
  const [subjectId, setSubject] = useState<string | null>(programme?.subject.id ?? null)
  const [grade, setGrade] = useState(String(programme?.grade ?? '5'))
  const [archived, setArchived] = useState(programme?.archived ?? false)
  const subjects = useQuery(ask(listSubjects, { params: { schoolId } }))
  const put = useCommand(putProgramme, { stale: () => [keyOf(listProgrammes, { params: { schoolId } }), keyOf(getProgramme, { params: { schoolId, id } })], onProblem: tellProblem, onDone: () => { onClose(); if (!programme) go(to(`/programmes/${id}`)) } })
  const subject = subjects.data?.find((one) => one.id === subjectId)
  const send = () => { if (subjectId) put.mutate({ params: { schoolId, id }, body: { subjectId, grade: grade === '' ? null : Number(grade), name: name.trim() || `${subject?.name ?? ''}, ${t.gradeOf(Number(grade))}`, author, archived, list: programme?.list ?? [], basedOn: programme?.revision ?? null } }) }
  return (
    <Dialog open onClose={onClose} title={programme ? t.edit : t.newProgramme} foot={<Button look="primary" busy={put.isPending} {...(subjectId ? {} : { why: words.fillAll })} onClick={send}>{t.save}</Button>}>
      <Form onSubmit={send} foot={null}>
        <PickField label={t.subject} value={subjectId} onChange={setSubject} busy={subjects.isPending} options={(subjects.data ?? []).map((one) => ({ value: one.id, label: one.name }))} />
        <SelectField label={t.grade} value={grade} onChange={setGrade} options={[{ value: '', label: t.allGrades }, ...Array.from({ length: 11 }, (_, i) => ({ value: String(i + 1), label: t.gradeOf(i + 1) }))]} />
        <TextField label={t.name} optional value={name} onChange={setName} />
        <TextField label={t.author} optional value={author} onChange={setAuthor} />
        {programme ? <Checkbox label={t.archived} checked={archived} onChange={setArchived} /> : null}
      </Form>
    </Dialog>
  )
}
