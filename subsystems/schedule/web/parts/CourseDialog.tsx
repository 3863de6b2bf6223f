import { newId } from '@school/contract'
import { listGroups, listSubjects } from '@school/registry/contract'
import { AskOnce, Button, DateField, Dialog, Form, PickField, showToast, TextField } from '@school/ui'
import { ask, fullName, keyOf, todayIn, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { closeCourse, lessonPickers, listLoad, putCourse, type Course } from '../../contract/index.ts'
import { tellProblem } from './acts.ts'
import { useSchoolId, useT } from './words.ts'

const yearOf = (day: string) => Number(day.slice(0, 4)) - (day.slice(5) < '07-01' ? 1 : 0)

/** One line of the load: subject and group, hours, who teaches it from which day; closed when it ends. */
export function CourseDialog({ course, onClose }: { course: Course | null; onClose(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const today = todayIn('Europe/Moscow')
  const [id] = useState(course?.id ?? newId())
  const [groupId, setGroup] = useState<string | null>(course?.group.id ?? null)
  const [subjectId, setSubject] = useState<string | null>(course?.subject.id ?? null)
  const [hours, setHours] = useState(course ? String(course.hoursPerWeek).replace('.', ',') : '')
  const [first, setFirst] = useState<string | null>(course?.teachers[0]?.id ?? null)
  const [second, setSecond] = useState<string | null>(course?.teachers[1]?.id ?? null)
  const [from, setFrom] = useState(today)
  const [closing, setClosing] = useState(false)
  const groups = useQuery({ ...ask(listGroups, { params: { schoolId }, query: {} }), enabled: !course })
  const subjects = useQuery({ ...ask(listSubjects, { params: { schoolId } }), enabled: !course })
  const pickers = useQuery(ask(lessonPickers, { params: { schoolId } }))
  const act = { stale: () => [keyOf(listLoad, { params: { schoolId } })], onProblem: tellProblem, onDone: () => { showToast({ tone: 'ok', text: t.courseSaved }); onClose() } }
  const put = useCommand(putCourse, act)
  const close = useCommand(closeCourse, act)
  const amount = Number(hours.replace(',', '.'))
  const rest = course?.teachers.slice(2).map((one) => one.id) ?? []
  const send = () => { if (groupId && subjectId) put.mutate({ params: { schoolId, courseId: id }, body: { year: course?.year ?? yearOf(from), groupId, subjectId, hoursPerWeek: amount, teacherIds: [...new Set([first, second, ...rest].filter((one) => one !== null))], from, basedOn: course?.revision ?? null } }) }
  const end = (on: string | null) => close.mutate({ params: { schoolId, courseId: id }, body: { on, basedOn: course?.revision ?? 1 } })
  const teachers = (pickers.data?.teachers ?? []).map((one) => ({ value: one.id, label: fullName(one) }))
  const ready = groupId && subjectId && from && hours !== '' && amount >= 0 && amount <= 40
  return (
    <Dialog open onClose={onClose} title={course ? `${course.subject.name}, ${course.group.name}` : t.addCourse} foot={
      <>
        {course ? course.closedOn === null ? <Button look="danger" onClick={() => setClosing(true)}>{t.closeCourse}</Button> : <Button look="outlined" busy={close.isPending} onClick={() => end(null)}>{t.reopenCourse}</Button> : null}
        <span className="push" />
        <Button look="primary" busy={put.isPending} {...(ready ? {} : { why: t.fillAll })} onClick={send}>{t.save}</Button>
      </>}>
      <Form onSubmit={send} foot={null}>
        {course ? null : <PickField label={t.group} value={groupId} onChange={setGroup} busy={groups.isPending} options={(groups.data ?? []).map((one) => ({ value: one.id, label: one.name }))} />}
        {course ? null : <PickField label={t.subject} value={subjectId} onChange={setSubject} busy={subjects.isPending} options={(subjects.data ?? []).map((one) => ({ value: one.id, label: one.name }))} />}
        <TextField label={t.hours} value={hours} onChange={setHours} inputMode="decimal" />
        <PickField label={t.teacher} value={first} onChange={setFirst} options={teachers} placeholder={t.nobodyYet} />
        {first ? <PickField label={t.secondTeacher} optional value={second} onChange={setSecond} options={teachers.filter((one) => one.value !== first)} placeholder={t.nobodyYet} /> : null}
        <DateField label={t.since} value={from} onChange={setFrom} />
      </Form>
      <AskOnce open={closing} onClose={() => setClosing(false)} title={t.closeCourse} act={t.closeCourse} cancel={t.cancel} danger busy={close.isPending} onAct={() => end(today)}>{t.closeAsk}</AskOnce>
    </Dialog>
  )
}
