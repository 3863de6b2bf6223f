import { Button, IconButton, IconChevronLeft, IconChevronRight, Stat, Stats, Waiting } from '@school/ui'
import { addDays, ask, dayWithWeekday, Loaded, useContextOfPage, useMessages, useQuery, useUrlValue } from '@school/web'
import { getSchoolOverview, type SchoolOverview } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { capital } from '../capital.ts'
import css from './Home.module.css'

/** The school's day for the office in figures: lessons held, lessons without a teacher, absences. */
export function SchoolDay() {
  const { schoolId } = useContextOfPage()
  const [date, setDate] = useUrlValue('day', '')
  const query = useQuery({ ...ask(getSchoolOverview, { params: { schoolId: schoolId ?? '' }, query: date ? { date } : {} }), placeholderData: (before) => before })
  return <Loaded query={query} waiting={<Waiting title rows={8} />}>{(day) => <Day day={day} onDate={(next) => setDate(next === day.today ? '' : next)} />}</Loaded>
}

function Day({ day, onDate }: { day: SchoolOverview; onDate: (date: string) => void }) {
  const t = useMessages<typeof ru>('journal')
  return (
    <div className={css.day}>
      <header className={css.head}>
        <div><h1 tabIndex={-1}>{capital(dayWithWeekday(day.date))}</h1><p className="muted">{t.overview.sub(day.lessons)}</p></div>
        <div className={css.turn}>
          <IconButton label={t.day.earlier} onClick={() => onDate(addDays(day.date, -1))}><IconChevronLeft /></IconButton>
          <Button onClick={() => onDate(day.today)} disabled={day.date === day.today}>{t.day.today}</Button>
          <IconButton label={t.day.later} onClick={() => onDate(addDays(day.date, 1))}><IconChevronRight /></IconButton>
        </div>
      </header>
      <Stats>
        <Stat value={t.overview.heldOf(day.held, day.lessons)} label={t.overview.held} />
        <Stat value={day.withoutTeacher.length} label={t.overview.withoutTeacher} />
        <Stat value={day.absent} label={t.overview.absent} note={day.withoutReason > 0 ? `${t.overview.withoutReason}: ${day.withoutReason}` : undefined} />
      </Stats>
    </div>
  )
}
