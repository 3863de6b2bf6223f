import { Button, IconButton, IconChevronLeft, IconChevronRight } from '@school/ui'
import { addDays } from '@school/web'
import css from './Diary.module.css'
import { useT } from './words.ts'

interface Props { week: string; current: boolean; onWeek: (week: string) => void; onToday: () => void }

/** A week back, this week, a week on; a phone offers this week only to who has left it. */
export function WeekTurn({ week, current, onWeek, onToday }: Props) {
  const t = useT()
  return (
    <>
      <IconButton label={t.before} onClick={() => onWeek(addDays(week, -7))}><IconChevronLeft size={20} /></IconButton>
      <span className={current ? css.here : undefined}><Button look="outlined" size="sm" onClick={onToday}>{t.today}</Button></span>
      <IconButton label={t.after} onClick={() => onWeek(addDays(week, 7))}><IconChevronRight size={20} /></IconButton>
    </>
  )
}
