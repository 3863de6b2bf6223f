import { Button, IconButton, IconChevronLeft, IconChevronRight } from '@school/ui'
import { addDays } from '@school/web'
import { useT } from './words.ts'

interface Props { date: string; today: string; title: string; onDate: (date: string) => void }

/** A day with the ways to the days beside it. */
export function DayTurn({ date, today, title, onDate }: Props) {
  const t = useT()
  return (
    <header className="wrap">
      <h2>{title}</h2>
      <div className="row push">
        <IconButton label={t.earlier} onClick={() => onDate(addDays(date, -1))}><IconChevronLeft /></IconButton>
        <Button onClick={() => onDate(today)} disabled={date === today}>{t.today}</Button>
        <IconButton label={t.later} onClick={() => onDate(addDays(date, 1))}><IconChevronRight /></IconButton>
      </div>
    </header>
  )
}
