import { newId } from '@school/contract'
import { Button, Dialog, Form, PickField, SelectField, showToast, SideBySide } from '@school/ui'
import { ask, keyOf, shortName, useCommand, useQuery, weekdayText } from '@school/web'
import { useState } from 'react'
import { getCalendar, getTimetable, lessonPickers, lessonsOfWeek, listLoad, listTimetables, putEntry, removeEntry, type Entry } from '../../contract/index.ts'
import { tellProblem } from './acts.ts'
import { dayOf } from './CalendarDialogs.tsx'
import { useSchoolId, useT } from './words.ts'

export interface EntryPlace { readonly entry: Entry | null; readonly classId: string | null; readonly weekday: number; readonly number: number }

/** A lesson of the week: what, when and where; removed or moved with the lessons of the coming weeks. */
export function EntryDialog({ timetableId, place: { entry, classId, ...place }, onClose }: { timetableId: string; place: EntryPlace; onClose(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [id] = useState(entry?.id ?? newId())
  const [courseId, setCourse] = useState<string | null>(entry?.courseId ?? null)
  const [weekday, setWeekday] = useState(String(entry?.weekday ?? place.weekday))
  const [number, setNumber] = useState(String(entry?.number ?? place.number))
  const [week, setWeek] = useState<'' | 'A' | 'B'>(entry?.week ?? '')
  const [roomId, setRoom] = useState(entry?.room?.id ?? '')
  const load = useQuery(ask(listLoad, { params: { schoolId }, query: classId ? { classId } : {} }))
  const pickers = useQuery(ask(lessonPickers, { params: { schoolId } }))
  const calendar = useQuery(ask(getCalendar, { params: { schoolId }, query: {} }))
  const act = {
    stale: () => [keyOf(getTimetable, { params: { schoolId, id: timetableId } }), keyOf(lessonsOfWeek, { params: { schoolId } }), keyOf(listTimetables, { params: { schoolId } }), keyOf(listLoad, { params: { schoolId } })],
    onProblem: tellProblem, onDone: () => { showToast({ tone: 'ok', text: t.entrySaved }); onClose() },
  }
  const put = useCommand(putEntry, act)
  const remove = useCommand(removeEntry, act)
  const params = { schoolId, id: timetableId, entryId: id }
  const send = () => { if (courseId) put.mutate({ params, body: { weekday: Number(weekday), number: Number(number), week: week || null, courseId, roomId: roomId || null } }) }
  const courses = (load.data?.courses ?? []).filter((one) => one.closedOn === null).map((one) => ({ value: one.id, label: `${one.subject.name}, ${one.group.name}`, note: one.teachers.map(shortName).join(', ') || t.nobody }))
  return (
    <Dialog open onClose={onClose} title={entry ? t.editEntry : t.addEntry} foot={
      <>
        {entry ? <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate({ params })}>{t.removeEntry}</Button> : null}
        <span className="push" />
        <Button look="primary" busy={put.isPending} {...(courseId ? {} : { why: t.fillAll })} onClick={send}>{t.save}</Button>
      </>}>
      <Form onSubmit={send} foot={null}>
        <PickField label={t.course} value={courseId} onChange={setCourse} options={courses} busy={load.isPending} />
        <SideBySide>
          <SelectField label={t.onWeekday} value={weekday} onChange={setWeekday} options={[1, 2, 3, 4, 5, 6].map((one) => ({ value: String(one), label: weekdayText(dayOf(one)) }))} />
          <SelectField label={t.weekNumber} value={number} onChange={setNumber} options={Array.from({ length: 15 }, (_, i) => ({ value: String(i), label: String(i) }))} />
        </SideBySide>
        {calendar.data?.year?.twoWeek || week ? <SelectField label={t.weekKind} value={week} onChange={(value) => setWeek(value as '')} options={[{ value: '', label: t.everyWeek }, { value: 'A', label: t.aWeek }, { value: 'B', label: t.bWeek }]} /> : null}
        <SelectField label={t.room} value={roomId} onChange={setRoom} options={[{ value: '', label: t.noRoom }, ...(pickers.data?.rooms ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
        <p className="muted">{t.follows}</p>
      </Form>
    </Dialog>
  )
}
