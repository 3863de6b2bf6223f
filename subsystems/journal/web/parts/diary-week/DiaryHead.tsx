import { Button, IconButton, IconChevronLeft, IconChevronRight, PageHeader, PrintButton, Segmented } from '@school/ui'
import { addDays, daysText, useAddress, useTo } from '@school/web'
import { useT } from './words.ts'

interface Props { week: string; lastDay: string; sub: string; onWeek: (week: string) => void; onToday: () => void; own: boolean }

/** The days of the week, the way to the weeks around it and to the marks. */
export function DiaryHead({ week, lastDay, sub, onWeek, onToday, own }: Props) {
  const t = useT()
  return (
    <PageHeader title={daysText(week, lastDay)} tab={t.title} sub={sub} actions={
      <>
        <IconButton label={t.before} onClick={() => onWeek(addDays(week, -7))}><IconChevronLeft size={20} /></IconButton>
        <Button look="outlined" size="sm" onClick={onToday}>{t.today}</Button>
        <IconButton label={t.after} onClick={() => onWeek(addDays(week, 7))}><IconChevronRight size={20} /></IconButton>
        {own ? <DiaryViews value="week" /> : null}
        <span className="only-wide"><PrintButton /></span>
      </>} />
  )
}

/** Between the week and the marks by subject. */
export function DiaryViews({ value }: { value: 'week' | 'marks' }) {
  const t = useT()
  const to = useTo()
  const [, go] = useAddress()
  return <Segmented label={t.views} value={value} onChange={(next) => go(to(next === 'week' ? '/diary' : '/diary/marks'))} options={[{ value: 'week', label: t.week }, { value: 'marks', label: t.marks }]} />
}
