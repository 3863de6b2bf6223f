import { IconEye, Menu, showToast } from '@school/ui'
import { addDays, dateTimeText, keyOf, problemText, useCommand, useMessages } from '@school/web'
import { useState } from 'react'
import { getLessonSheet, putWork, type JournalWork } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { ownZone } from '../diary-week/words.ts'
import css from './Lesson.module.css'
import { instantOf } from './instant.ts'
import { AskVisible } from './late-work.ts'
import { useWriting } from './writing.ts'

interface Props { schoolId: string; lessonId: string; date: string; work: JournalWork | undefined; mayPut: boolean; needsReason: boolean }

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
      {asking ? <AskVisible date={date} until={until} onClose={() => setAsking(false)} onSay={(at) => { setAsking(false); void say(at) }} /> : null}
    </>
  )
}
