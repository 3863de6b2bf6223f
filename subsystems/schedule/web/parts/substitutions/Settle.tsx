import { Button, DateField, Drawer, PickField, Row, Rows, Section, SelectField, showToast, SideBySide, Waiting } from '@school/ui'
import { addDays, ask, dayWithWeekday, keyOf, listName, Loaded, shortName, useCommand, useQuery, fullName } from '@school/web'
import { useState } from 'react'
import { dayInRooms, lessonsOfWeek, listAbsences, listAbsentLessons, listDayChanges, listProposals, putCover, undoCover, type AbsentLesson } from '../../../contract/index.ts'
import { tellProblem } from '../acts.ts'
import { useSchoolId, useT } from '../words.ts'

/** One lesson without a teacher: who could stand in and why, or another way; what was decided can be undone. */
export function Settle({ lesson, onClose }: { lesson: AbsentLesson; onClose(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const params = { schoolId, lessonId: lesson.id }
  const query = useQuery(ask(listProposals, { params }))
  const [roomId, setRoom] = useState<string | null>(lesson.room?.id ?? null)
  const stale = () => [keyOf(listAbsences, { params: { schoolId } }), keyOf(listAbsentLessons, { params: { schoolId } }), keyOf(listDayChanges), keyOf(lessonsOfWeek, { params: { schoolId } }), keyOf(listProposals), keyOf(dayInRooms)]
  const put = useCommand(putCover, { stale, onProblem: tellProblem, onDone: () => { showToast({ tone: 'ok', text: t.substitutions.settledToast }); onClose() } })
  const undo = useCommand(undoCover, { stale, onProblem: tellProblem, onDone: () => { showToast({ tone: 'ok', text: t.substitutions.undone }); onClose() } })
  const send = (decision: { kind: 'substitute' | 'join' | 'move' | 'cancel'; teacherId?: string; joinLessonId?: string; date?: string; number?: number; roomId?: string | null }) =>
    put.mutate({ params, body: { absenceId: lesson.absenceId, basedOn: lesson.revision, ...decision } })
  return (
    <Drawer open onClose={onClose} title={`${lesson.subject.name}, ${lesson.group.name}`} foot={
      <>
        {lesson.cover ? <Button look="danger" busy={undo.isPending} onClick={() => undo.mutate({ params })}>{t.substitutions.undo}</Button> : null}
        <span className="push" />
        {lesson.cover?.kind === 'cancel' ? null : <Button look="danger" busy={put.isPending} onClick={() => send({ kind: 'cancel' })}>{t.substitutions.cancelLesson}</Button>}
      </>}>
      <p className="muted">{`${dayWithWeekday(lesson.date)}, ${t.lessonNo(lesson.number)}, ${lesson.starts}–${lesson.ends}`}<br />{t.substitutions.insteadOf(fullName(lesson.absent))}</p>
      <Loaded query={query} waiting={<Waiting rows={6} height={56} />}>
        {({ proposals, busy, joinable }) => (
          <>
            <Section title={t.substitutions.who}>
              {proposals.length === 0 ? <p className="muted">{t.substitutions.nobodyFree}</p> : <RoomField lesson={lesson} value={roomId} onChange={setRoom} />}
              <Rows>{proposals.slice(0, 20).map((one) => (
                <Row key={one.teacher.id} title={fullName(one.teacher)} sub={`${one.reasons.map(({ kind, count }) => t.substitutions.why[kind](count)).join(', ')} · ${t.substitutions.score(one.score)}`}
                  end={<Button size="sm" busy={put.isPending && put.variables?.body?.teacherId === one.teacher.id} aria-label={`${t.substitutions.choose}: ${listName(one.teacher)}`} onClick={() => send({ kind: 'substitute', teacherId: one.teacher.id, roomId })}>{t.substitutions.choose}</Button>} />
              ))}</Rows>
              {busy > 0 ? <p className="muted small">{t.substitutions.busy(busy)}</p> : null}
            </Section>
            {joinable.length === 0 ? null : (
              <Section title={t.substitutions.joinTitle}>
                <Rows>{joinable.map((one) => <Row key={one.lessonId} title={`${one.subject.name}, ${one.group.name}`} sub={[shortName(one.teacher), one.room ? t.cab(one.room.name) : ''].filter(Boolean).join(', ')} end={<Button size="sm" aria-label={`${t.substitutions.join}: ${one.group.name}`} onClick={() => send({ kind: 'join', joinLessonId: one.lessonId })}>{t.substitutions.join}</Button>} />)}</Rows>
              </Section>
            )}
            <Move lesson={lesson} busy={put.isPending} onMove={(date, number) => send({ kind: 'move', date, number })} />
          </>
        )}
      </Loaded>
    </Drawer>
  )
}

/** The room for a substitution: free ones first. */
function RoomField({ lesson, value, onChange }: { lesson: AbsentLesson; value: string | null; onChange(value: string | null): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const day = useQuery(ask(dayInRooms, { params: { schoolId, date: lesson.date } }))
  const rooms = (day.data?.rooms ?? []).map((room) => ({ room, by: room.taken.filter((one) => one.number === lesson.number && one.lessonId !== lesson.id).map((one) => one.name).join('; ') }))
    .toSorted((a, b) => Number(a.by !== '') - Number(b.by !== ''))
  return <PickField label={t.substitutions.room} value={value} onChange={onChange} busy={day.isPending} placeholder={t.noRoom} options={rooms.map(({ room, by }) => ({ value: room.id, label: room.name, ...(by ? { note: t.busyWith(by) } : {}) }))} />
}

/** To another day or hour, with the same teacher. */
function Move({ lesson, busy, onMove }: { lesson: AbsentLesson; busy: boolean; onMove(date: string, number: number): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [date, setDate] = useState(addDays(lesson.date, 7))
  const [number, setNumber] = useState(String(lesson.number))
  const day = useQuery(ask(dayInRooms, { params: { schoolId, date } }))
  return (
    <Section title={t.substitutions.moveTitle}>
      <SideBySide>
        <DateField label={t.substitutions.day} value={date} onChange={(value) => { if (value) setDate(value) }} />
        <SelectField label={t.substitutions.number} value={number} onChange={setNumber} options={(day.data?.numbers ?? [{ number: lesson.number }]).map((one) => ({ value: String(one.number), label: t.lessonNo(one.number) }))} />
      </SideBySide>
      <p><Button busy={busy} onClick={() => onMove(date, Number(number))}>{t.substitutions.move}</Button></p>
    </Section>
  )
}
