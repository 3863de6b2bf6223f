import { Button, DateField, Dialog, Form, PickField, SelectField, showToast, SideBySide } from '@school/ui'
import { ask, dayWithWeekday, fullName, keyOf, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { changeLesson, dayInRooms, lessonsOfWeek } from '../../contract/index.ts'
import type { Lesson } from '../../contract/lessons.ts'
import { tellProblem } from './acts.ts'
import { useSchoolId, useT } from './words.ts'

/** One lesson of one day: another day, number, room or teacher; cancelled or brought back. Whoever is taken at that time says by what. */
export function LessonDialog({ lesson, onClose }: { lesson: Lesson; onClose(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [date, setDate] = useState(lesson.date)
  const [number, setNumber] = useState(String(lesson.number))
  const [roomId, setRoom] = useState<string | null>(lesson.room?.id ?? null)
  const [teacherId, setTeacher] = useState<string | null>(lesson.teachers[0]?.id ?? null)
  const day = useQuery(ask(dayInRooms, { params: { schoolId, date } }))
  const change = useCommand(changeLesson, {
    stale: () => [keyOf(lessonsOfWeek, { params: { schoolId } }), keyOf(dayInRooms, { params: { schoolId, date } })],
    onDone: () => { showToast({ text: t.changed, tone: 'ok' }); onClose() }, onProblem: tellProblem,
  })
  const moved = date !== lesson.date || Number(number) !== lesson.number
  const replaced = teacherId !== null && teacherId !== lesson.teachers[0]?.id
  const usual = lesson.state === 'cancelled' || lesson.state === 'held' ? 'planned' : lesson.state
  const send = (state: 'planned' | 'cancelled' | 'moved' | 'replaced') => change.mutate({ params: { schoolId, lessonId: lesson.id }, body: { state, ...(moved ? { date, number: Number(number) } : {}), roomId, ...(replaced ? { teacherIds: [teacherId] } : {}), basedOn: lesson.revision } })
  const busy = (taken: readonly { number: number; lessonId: string; name: string }[], words: (what: string) => string) => {
    const what = taken.filter((one) => one.number === Number(number) && one.lessonId !== lesson.id).map((one) => one.name).join('; ')
    return what ? { note: words(what) } : {}
  }
  const freeFirst = <T extends { note?: string }>(options: readonly T[]) => options.toSorted((a, b) => Number(a.note !== undefined) - Number(b.note !== undefined))
  return (
    <Dialog open onClose={onClose} title={`${lesson.subject.name}, ${lesson.group.name}`} foot={
      <>
        {lesson.state === 'cancelled' ? <Button look="outlined" busy={change.isPending} onClick={() => send('planned')}>{t.restoreLesson}</Button> : <Button look="danger" busy={change.isPending} onClick={() => send('cancelled')}>{t.cancelLesson}</Button>}
        <span className="push" />
        <Button look="primary" busy={change.isPending} onClick={() => send(replaced ? 'replaced' : moved ? 'moved' : usual)}>{t.save}</Button>
      </>}>
      <Form onSubmit={() => send(replaced ? 'replaced' : moved ? 'moved' : usual)} foot={null}>
        <p className="muted">{`${dayWithWeekday(lesson.date)}, ${t.lessonNo(lesson.number)}, ${lesson.starts}–${lesson.ends}`}</p>
        <SideBySide>
          <DateField label={t.onDay} value={date} onChange={(value) => { if (value) setDate(value) }} />
          <SelectField label={t.onNumber} value={number} onChange={setNumber} options={(day.data?.numbers ?? [{ number: lesson.number, starts: lesson.starts }]).map((one) => ({ value: String(one.number), label: t.lessonNo(one.number) }))} />
        </SideBySide>
        <PickField label={t.newTeacher} value={teacherId} onChange={setTeacher} busy={day.isPending} options={freeFirst((day.data?.teachers ?? lesson.teachers.map((one) => ({ ...one, taken: [] }))).map((one) => ({ value: one.id, label: fullName(one), ...busy(one.taken, t.busyTeacher) })))} />
        <PickField label={t.newRoom} value={roomId} onChange={setRoom} busy={day.isPending} placeholder={t.noRoom} options={freeFirst((day.data?.rooms ?? (lesson.room ? [{ ...lesson.room, taken: [] }] : [])).map((one) => ({ value: one.id, label: one.name, ...busy(one.taken, t.busyWith) })))} />
      </Form>
    </Dialog>
  )
}
