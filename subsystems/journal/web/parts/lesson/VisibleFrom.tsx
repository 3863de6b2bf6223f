import { Button, DateField, Dialog, Form, IconEye, Menu, showToast, SideBySide, TextField } from '@school/ui'
import { addDays, dateTimeText, keyOf, problemText, useCommand, useMessages } from '@school/web'
import { useState } from 'react'
import { getLessonSheet, putWork, type JournalWork } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { ownZone } from '../diary-week/words.ts'
import css from './Lesson.module.css'
import { useWriting } from './writing.ts'

interface Props { schoolId: string; lessonId: string; date: string; work: JournalWork | undefined; mayPut: boolean; needsReason: boolean }

const instantOf = (day: string, clock: string) => new Date(`${day}T${clock}:00`).toISOString()

/** From when families see the marks of a work: at once, at an hour of the day, or whenever the teacher says. */
export function VisibleFrom({ schoolId, lessonId, date, work, mayPut, needsReason }: Props) {
  const t = useMessages<typeof ru>('journal').visible
  const writing = useWriting()
  const [asking, setAsking] = useState(false)
  const [now] = useState(() => new Date().toISOString())
  const put = useCommand(putWork, { stale: () => [keyOf(getLessonSheet, { params: { schoolId, lessonId } })], onProblem: (problem) => { showToast({ tone: 'bad', text: problem.code === 'journal.work_has_marks' ? t.onlySooner : problemText(problem.code, problem.details) }) } })
  if (!work) return null
  const until = work.visibleFrom !== null && work.visibleFrom > now ? work.visibleFrom : null
  const words = until ? t.from(dateTimeText(until, ownZone())) : t.now
  if (!mayPut) return until ? <small className={css.visible}>{words}</small> : null
  const say = async (visibleFrom: string | null) => {
    const reason = await writing.reason(needsReason)
    if (reason) put.mutate({ params: { schoolId, lessonId, workId: work.id }, body: { typeId: work.typeId, title: work.title, weight: work.weight, sort: work.sort, visibleFrom, basedOn: work.revision, ...reason } })
  }
  const hours = [{ day: date, clock: '17:00', label: t.evening }, { day: addDays(date, 1), clock: '08:00', label: t.morning }].filter(({ day, clock }) => instantOf(day, clock) > now)
  return (
    <>
      <Menu label={t.title} width={240} items={[
        { label: t.atOnce, checked: until === null, onSelect: () => void say(null) }, ...hours.map(({ day, clock, label }) => ({ label, checked: until === instantOf(day, clock), onSelect: () => void say(instantOf(day, clock)) })), { label: t.other, onSelect: () => setAsking(true) },
      ]} trigger={(props) => <button type="button" className={css.visible} {...props}><IconEye size={16} />{words}</button>} />
      {asking ? <Ask date={date} until={until} onClose={() => setAsking(false)} onSay={(at) => { setAsking(false); void say(at) }} /> : null}
    </>
  )
}

function Ask({ date, until, onClose, onSay }: { date: string; until: string | null; onClose: () => void; onSay: (at: string) => void }) {
  const all = useMessages<typeof ru>('journal')
  const [day, setDay] = useState(until ? until.slice(0, 10) : date)
  const [clock, setClock] = useState('17:00')
  const [now] = useState(() => new Date().toISOString())
  const wrong = day === '' || clock === '' || instantOf(day, clock) <= now
  return (
    <Dialog open onClose={onClose} title={all.visible.title}>
      <Form onSubmit={() => { if (!wrong) onSay(instantOf(day, clock)) }} foot={<><Button onClick={onClose}>{all.cancel}</Button><Button look="primary" type="submit" disabled={wrong}>{all.save}</Button></>}>
        <SideBySide><DateField label={all.visible.day} value={day} onChange={setDay} required /><TextField label={all.visible.clock} type="time" value={clock} onChange={setClock} required error={wrong ? all.visible.over : null} /></SideBySide>
        <p className="muted small">{all.visible.note}</p>
      </Form>
    </Dialog>
  )
}
