import { cx } from '@school/ui'
import { dayText, weekdayText } from '@school/web'
import type { DiaryWeek } from '../../../contract/index.ts'
import { capital } from '../capital.ts'
import css from './Diary.module.css'
import { HomeworkText, LessonRow } from './LessonRow.tsx'
import { goesOn, missedOf } from './week.ts'
import { useT } from './words.ts'

interface Props { day: DiaryWeek['days'][number]; today: string; now: string; chosen: boolean; fresh: ReadonlySet<string>; view: (path: string) => string }

/** A day of the spread; on a phone only the chosen one is seen. */
export function DayBlock({ day, today, now, chosen, fresh, view }: Props) {
  const t = useT()
  const isToday = day.date === today
  const { numbers, explained } = missedOf(day.lessons)
  return (
    <section className={cx(css.day, isToday && css.today, !chosen && css.unchosen)} aria-label={`${weekdayText(day.date)}, ${dayText(day.date)}`}>
      <h2><b>{capital(weekdayText(day.date))}</b><span>{dayText(day.date)}{isToday ? `, ${t.todayWord}` : ''}</span>{numbers.length > 0 ? <em>{t.missed(numbers)}{explained ? `, ${t.explained}` : ''}</em> : null}</h2>
      {day.lessons.length === 0 ? <p className={css.free}>{t.noLessons}</p> : (
        <ol>{day.lessons.map((one) => <LessonRow key={one.id} lesson={one} now={goesOn(one, day.date, today, now)} fresh={fresh} view={view} />)}</ol>
      )}
      {day.otherDue.length > 0 ? <div className={css.other}><span className="muted small">{t.otherDue}</span>{day.otherDue.map((one) => <HomeworkText key={one.id} homework={one} view={view} />)}</div> : null}
    </section>
  )
}
