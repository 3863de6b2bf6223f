import { newId } from '@school/contract'
import { listGroups, listSubjects } from '@school/registry/contract'
import { closeCourse, putCourse } from '@school/schedule/contract'
import { AskOnce, Button, DateField, Dialog, Form, PickField, showToast, TextField } from '@school/ui'
import { ask, fullName, keyOf, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { getLoadMatrix, type LoadCourse, type LoadMatrix } from '../../../contract/index.ts'
import { tellProblem, useSchoolId, useT } from '../words.ts'

/** One course: subject and group, hours, who teaches it from which day; closed when it ends. */
export function CourseDialog({ course, matrix, onClose }: { course: LoadCourse | null; matrix: LoadMatrix; onClose(): void }) {
  const t = useT().load
  const schoolId = useSchoolId()
  const [id] = useState(course?.id ?? newId())
  const [groupId, setGroup] = useState<string | null>(course?.groupId ?? null)
  const [subjectId, setSubject] = useState<string | null>(course?.subjectId ?? null)
  const [hours, setHours] = useState(course ? String(course.hours).replace('.', ',') : '')
  const [first, setFirst] = useState<string | null>(course?.teacherIds[0] ?? null)
  const [second, setSecond] = useState<string | null>(course?.teacherIds[1] ?? null)
  const [from, setFrom] = useState(matrix.from)
  const [closing, setClosing] = useState(false)
  const groups = useQuery({ ...ask(listGroups, { params: { schoolId }, query: { year: matrix.year } }), enabled: !course })
  const subjects = useQuery({ ...ask(listSubjects, { params: { schoolId } }), enabled: !course })
  const act = { stale: () => [keyOf(getLoadMatrix, { params: { schoolId } })], onProblem: tellProblem, onDone: () => { showToast({ tone: 'ok', text: t.saved }); onClose() } }
  const put = useCommand(putCourse, act)
  const close = useCommand(closeCourse, act)
  const amount = Number(hours.replace(',', '.'))
  const rest = course?.teacherIds.slice(2) ?? []
  const send = () => { if (groupId && subjectId) put.mutate({ params: { schoolId, courseId: id }, body: { year: matrix.year, groupId, subjectId, hoursPerWeek: amount, teacherIds: [...new Set([first, second, ...rest].filter((one) => one !== null))], from, basedOn: course?.revision ?? null } }) }
  const teachers = matrix.teachers.map((one) => ({ value: one.id, label: fullName(one), note: one.position }))
  const ready = groupId && subjectId && from && hours !== '' && amount >= 0 && amount <= 40
  const title = course ? `${matrix.subjects.find((one) => one.id === course.subjectId)?.name ?? ''}, ${course.group}` : t.newCourse
  return (
    <Dialog open onClose={onClose} title={title} foot={<>{course ? <Button look="danger" onClick={() => setClosing(true)}>{t.closeCourse}</Button> : null}<span className="push" /><Button look="primary" busy={put.isPending} {...(ready ? {} : { why: t.fillAll })} onClick={send}>{t.save}</Button></>}>
      <Form onSubmit={send} foot={null}>
        {course ? null : <PickField label={t.group} value={groupId} onChange={setGroup} busy={groups.isPending} options={(groups.data ?? []).map((one) => ({ value: one.id, label: one.name }))} />}
        {course ? null : <PickField label={t.subject} value={subjectId} onChange={setSubject} busy={subjects.isPending} options={(subjects.data ?? []).map((one) => ({ value: one.id, label: one.name }))} />}
        <TextField label={t.hours('').trim()} value={hours} onChange={setHours} inputMode="decimal" />
        <PickField label={t.teacher} value={first} onChange={setFirst} options={teachers} placeholder={t.nobodyYet} />
        {first ? <PickField label={t.second} optional value={second} onChange={setSecond} options={teachers.filter((one) => one.value !== first)} placeholder={t.nobodyYet} /> : null}
        <DateField label={t.from} value={from} onChange={setFrom} />
      </Form>
      <AskOnce open={closing} onClose={() => setClosing(false)} title={t.closeCourse} act={t.closeCourse} cancel={t.cancel} danger busy={close.isPending} onAct={() => close.mutate({ params: { schoolId, courseId: id }, body: { on: matrix.today, basedOn: course?.revision ?? 1 } })}>{t.closeAsk}</AskOnce>
    </Dialog>
  )
}
