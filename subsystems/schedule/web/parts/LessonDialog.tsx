import { Button, Dialog, Form, SelectField, showToast } from '@school/ui'
import { ask, dayWithWeekday, fullName, keyOf, problemText, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { changeLesson, lessonPickers, lessonsOfWeek } from '../../contract/index.ts'
import type { Lesson } from '../../contract/lessons.ts'
import { useSchoolId, useT } from './words.ts'

/** One lesson of one day: another room, another teacher, cancelled or brought back. */
export function LessonDialog({ lesson, onClose }: { lesson: Lesson; onClose(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const pickers = useQuery(ask(lessonPickers, { params: { schoolId } }))
  const [roomId, setRoom] = useState(lesson.room?.id ?? '')
  const [teacherId, setTeacher] = useState('')
  const change = useCommand(changeLesson, {
    stale: () => [keyOf(lessonsOfWeek, { params: { schoolId } })], onDone: () => { showToast({ text: t.changed, tone: 'ok' }); onClose() },
    onProblem: (problem) => showToast({ text: problemText(problem.code, problem.details), tone: 'bad' }),
  })
  const send = (state: 'planned' | 'cancelled' | 'replaced') => change.mutate({ params: { schoolId, lessonId: lesson.id }, body: { state, roomId: roomId || null, ...(teacherId ? { teacherIds: [teacherId] } : {}), basedOn: lesson.revision } })
  return (
    <Dialog open onClose={onClose} title={`${lesson.subject.name}, ${lesson.group.name}`} foot={
      <>
        {lesson.state === 'cancelled' ? <Button look="outlined" busy={change.isPending} onClick={() => send('planned')}>{t.restoreLesson}</Button> : <Button look="danger" busy={change.isPending} onClick={() => send('cancelled')}>{t.cancelLesson}</Button>}
        <span className="push" />
        <Button busy={change.isPending} onClick={() => send(teacherId ? 'replaced' : lesson.state === 'replaced' ? 'replaced' : 'planned')}>{t.save}</Button>
      </>}>
      <Form onSubmit={() => send(teacherId ? 'replaced' : 'planned')} foot={null}>
        <p className="muted">{`${dayWithWeekday(lesson.date)}, ${lesson.number}, ${lesson.starts}–${lesson.ends}`}</p>
        <SelectField label={t.newRoom} value={roomId} onChange={setRoom} options={[{ value: '', label: t.noRoom }, ...(pickers.data?.rooms ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
        <SelectField label={t.newTeacher} value={teacherId} onChange={setTeacher} options={[{ value: '', label: t.sameTeacher }, ...(pickers.data?.teachers ?? []).map((one) => ({ value: one.id, label: fullName(one) }))]} />
      </Form>
    </Dialog>
  )
}
