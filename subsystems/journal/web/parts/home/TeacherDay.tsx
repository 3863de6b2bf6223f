import { Button, IconButton, IconChevronLeft, IconChevronRight, IconNotebook, IconPlayerPlay, Empty, Facts, ProgressLine, Tag, Timeline, TimelineGap, TimelineRow, Waiting } from '@school/ui'
import { addDays, ask, dayText, dayWithWeekday, kept, Loaded, useContextOfPage, useMessages, useQuery, useTo, useUrlValue, type Ahead } from '@school/web'
import { getTeacherDay, type DayLesson, type TeacherDay as Day } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { capital } from '../capital.ts'
import css from './Home.module.css'
import { useClock } from './use-clock.ts'

const useT = () => useMessages<typeof ru>('journal')

const dayOf = (schoolId: string | null, date: string) => kept(ask(getTeacherDay, { params: { schoolId: schoolId ?? '' }, query: date ? { date } : {} }))
export const ahead: Ahead = ({ acting, query }) => [dayOf(acting.schoolId, query.get('day') ?? '')]

/** The teacher's day as a line of time, the lesson that goes on now open. */
export function TeacherDay() {
  const { schoolId } = useContextOfPage()
  const [date, setDate] = useUrlValue('day', '')
  const query = useQuery({ ...dayOf(schoolId, date), placeholderData: (before) => before, refetchInterval: 60_000 })
  return <Loaded query={query} waiting={<Waiting title rows={6} height={58} />}>{(day) => <Line day={day} onDate={(next) => setDate(next === day.today ? '' : next)} />}</Loaded>
}

function Line({ day, onDate }: { day: Day; onDate: (date: string) => void }) {
  const t = useT()
  const to = useTo()
  const events = [...day.lessons.map((lesson) => ({ at: lesson.starts, lesson, window: null })), ...day.windows.map((window) => ({ at: window.from, lesson: null, window }))].toSorted((a, b) => a.at.localeCompare(b.at))
  return (
    <div className={css.day}>
      <header className={css.head}>
        <div><h1 tabIndex={-1}>{capital(dayWithWeekday(day.date))}</h1><p className="muted">{t.day.sub(day.lessons.length, null)}{day.period ? <span className="only-wide">. {t.day.ends(day.period.name, dayText(day.period.ends))}</span> : null}</p></div>
        <div className={css.turn}>
          <IconButton label={t.day.earlier} onClick={() => onDate(addDays(day.date, -1))}><IconChevronLeft /></IconButton>
          <Button onClick={() => onDate(day.today)} disabled={day.date === day.today}>{t.day.today}</Button>
          <IconButton label={t.day.later} onClick={() => onDate(addDays(day.date, 1))}><IconChevronRight /></IconButton>
        </div>
      </header>
      {day.lessons.length === 0 ? <Empty compact>{t.day.none}</Empty> : (
        <Timeline label={t.day.line}>
          {events.map(({ lesson, window }) => lesson ? <Lesson key={lesson.id} lesson={lesson} day={day} /> : window ? <TimelineGap key={window.from} start={window.from}>{t.day.window(window.to)}</TimelineGap> : null)}
        </Timeline>
      )}
      {day.next ? <a className={css.tomorrow} href={`${to('/home')}?day=${day.next.date}`} data-plain="" onClick={(event) => { event.preventDefault(); if (day.next) onDate(day.next.date) }}><b>{day.next.date === addDays(day.today, 1) ? t.day.tomorrow : capital(dayWithWeekday(day.next.date))}</b><span>{t.day.nextText(day.next.lessons, day.next.starts)}</span><IconChevronRight size={18} /></a> : null}
    </div>
  )
}

function Lesson({ lesson, day }: { lesson: DayLesson; day: Day }) {
  const t = useT()
  const to = useTo()
  const past = lesson.when === 'past'
  const state = past ? (lesson.missing.length > 0 ? 'part' : 'done') : lesson.when === 'now' && lesson.state !== 'cancelled' ? 'now' : 'next'
  return (
    <TimelineRow start={lesson.starts} end={lesson.ends} state={state} number={lesson.number} title={<><b>{lesson.subject}</b> · {lesson.group}</>} sub={lesson.topic || (past ? t.day.noTopic : '')} room={lesson.room} status={<Status lesson={lesson} />}
      href={to(past || state === 'now' ? `/lessons/${lesson.id}` : `/journal/${lesson.courseId}`)} panel={state === 'now' ? <Now lesson={lesson} now={day.now} /> : undefined} />
  )
}

function Status({ lesson }: { lesson: DayLesson }) {
  const t = useT()
  if (lesson.state === 'cancelled') return <Tag>{t.day.cancelled}</Tag>
  if (lesson.when === 'past') {
    const [first] = lesson.missing
    return first ? <Tag tone="warn">{lesson.missing.length === 1 ? t.day.lack[first] : t.day.lackMany(lesson.missing.length)}</Tag> : <>{t.day.filled}</>
  }
  return lesson.substitute ? <Tag tone="info">{t.day.substitute}</Tag> : lesson.state === 'moved' ? <Tag tone="info">{t.day.moved}</Tag> : null
}

/** The lesson that goes on: how far it is, what to check, who is here, and the way into it. */
function Now({ lesson, now }: { lesson: DayLesson; now: string }) {
  const t = useT()
  const to = useTo()
  const clock = useClock(now)
  const [start, end] = [minutesOf(lesson.starts), minutesOf(lesson.ends)]
  const due = lesson.due[0]
  return (
    <>
      <div className={css.top}><span>{t.day.now}</span><em>{t.day.left(lesson.number, lesson.room, Math.max(0, Math.ceil(end - clock)))}</em></div>
      <ProgressLine value={Math.round(Math.min(end, clock) - start)} max={end - start} label={t.day.now} />
      <h2>{lesson.subject} · {lesson.group}</h2>
      {lesson.topic ? <p className={css.topic}>{lesson.topic}</p> : null}
      <Facts term={92} items={[
        [t.day.plan, t.day.planText(lesson.ordinal, lesson.lessonsTotal)],
        due ? [t.day.check, t.day.done(due.text, due.done, lesson.pupils)] : null,
        [t.day.inClass, t.day.inClassText(lesson.pupils - lesson.absent, lesson.pupils, lesson.absentNames)],
      ]} />
      <div className={css.acts}>
        <Button look="primary" size="lg" icon={<IconPlayerPlay size={18} />} href={to(`/lessons/${lesson.id}`)}>{t.day.conduct}</Button>
        <Button look="text" icon={<IconNotebook size={18} />} href={to(`/journal/${lesson.courseId}`)}>{t.day.journal}</Button>
      </div>
    </>
  )
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
