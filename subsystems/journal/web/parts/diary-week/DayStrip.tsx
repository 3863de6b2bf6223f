import { dayWithWeekday, weekdayText } from '@school/web'
import { capital } from '../capital.ts'
import css from './Diary.module.css'
import { useT } from './words.ts'

interface Props { days: readonly string[]; today: string; chosen: string; onChoose: (day: string) => void }

/** The days of the week on a phone. */
export function DayStrip({ days, today, chosen, onChoose }: Props) {
  const t = useT()
  return (
    <div className={css.strip} role="group" aria-label={t.days}>
      {days.map((day) => (
        <button key={day} type="button" aria-pressed={day === chosen} data-today={day === today ? '' : undefined} onClick={() => onChoose(day)}>
          <span aria-hidden="true">{capital(weekdayText(day, 'short'))}</span><b aria-hidden="true">{Number(day.slice(8))}</b><i className="only-spoken">{dayWithWeekday(day)}{day === today ? `, ${t.todayWord}` : ''}</i>
        </button>
      ))}
    </div>
  )
}
