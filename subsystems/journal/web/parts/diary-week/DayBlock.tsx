import { cx } from '@school/ui'
import { dayText, weekdayText } from '@school/web'
import type { DiaryWeek } from '../../../contract/index.ts'
import { capital } from '../capital.ts'
import css from './Diary.module.css'
import { HomeworkText, LessonRow } from './LessonRow.tsx'
import { useT } from './words.ts'

type Day = DiaryWeek['days'][number]

/** A day of the spread; on a phone only the chosen one is seen. */
export function DayBlock({ day, today, now, chosen }: { day: Day; today: string; now: string; chosen: boolean }) {
  const t = useT()
  const isToday = day.date === today
  const missed = day.lessons.filter((one) => one.attendance?.code === 'absent').map((one) => one.number)
  return (
    <section className={cx(css.day, isToday && css.today, !chosen && css.unchosen)} aria-label={`${weekdayText(day.date)}, ${dayText(day.date)}`}>
      <h2><b>{capital(weekdayText(day.date))}</b><span>{dayText(day.date)}{isToday ? `, ${t.todayWord}` : ''}</span>{missed.length > 0 ? <em>{t.missed(missed)}</em> : null}</h2>
      {day.lessons.length === 0 ? <p className={css.free}>{t.noLessons}</p> : (
        <ol>{day.lessons.map((one) => <LessonRow key={one.id} lesson={one} now={isToday && one.starts <= now && now < one.ends && one.state !== 'cancelled' && one.state !== 'moved'} />)}</ol>
      )}
      {day.otherDue.length > 0 ? <div className={css.other}><span className="muted small">{t.otherDue}</span>{day.otherDue.map((one) => <HomeworkText key={one.id} homework={one} />)}</div> : null}
    </section>
  )
}
