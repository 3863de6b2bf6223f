import { Button, Dialog, Form, PickField, SelectField } from '@school/ui'
import { weekdayText } from '@school/web'
import { useState } from 'react'
import { costOfChange, type Placed } from '../../../contract/index.ts'
import { dayOf, useT } from '../words.ts'
import { useFaultText } from './fault-text.ts'
import type { Editing } from './use-board.ts'
import type { Names } from './view.ts'

/** Room and weeks of one lesson of the week, or its removal; each room says what choosing it would cost. */
export function DetailsDialog({ editing: { board, data, apply }, one, names, onClose }: { editing: Editing; one: Placed; names: Names; onClose(): void }) {
  const t = useT()
  const text = useFaultText()
  const course = names.course.get(one.courseId)
  const [roomId, setRoom] = useState<string | null>(one.roomId)
  const [week, setWeek] = useState<string>(one.week ?? '')
  const cost = (id: string) => costOfChange(board, [{ id: one.id, to: { ...one, roomId: id } }])
  const rooms = data.rooms.map((room) => {
    const { delta, appear } = cost(room.id)
    return { value: room.id, label: room.name, delta, ...(appear[0] && delta > 0 ? { note: text(appear[0]) } : {}) }
  }).toSorted((a, b) => Number(a.delta > 0) - Number(b.delta > 0))
  const save = () => { apply([{ id: one.id, to: { ...one, roomId, week: week === 'A' || week === 'B' ? week : null } }]); onClose() }
  return (
    <Dialog open onClose={onClose} title={course ? `${course.subject.name}, ${course.groupName}` : t.editEntry} foot={
      <>
        <Button look="danger" onClick={() => { apply([{ id: one.id, to: null }]); onClose() }}>{t.board.takeOff}</Button>
        <span className="push" />
        <Button look="primary" onClick={save}>{t.save}</Button>
      </>}>
      <Form onSubmit={save} foot={null}>
        <p className="muted">{[weekdayText(dayOf(one.weekday)), t.lessonNo(one.number), one.teacherIds.map(names.teacher).join(', ') || t.nobody].join(', ')}</p>
        <PickField label={t.room} value={roomId} onChange={setRoom} options={rooms} placeholder={t.noRoom} />
        {data.twoWeek || one.week ? <SelectField label={t.weekKind} value={week} onChange={setWeek} options={[{ value: '', label: t.everyWeek }, { value: 'A', label: t.aWeek }, { value: 'B', label: t.bWeek }]} /> : null}
      </Form>
    </Dialog>
  )
}
