import { addressOf } from '@school/contract'
import { Button, IconButton, IconChevronLeft, IconChevronRight, PageBody, PageHeader, PrintButton, Waiting } from '@school/ui'
import { addDays, ask, dayWithWeekday, Loaded, todayIn, useCan, useLanguage, useQuery, useTo, useUrlValue } from '@school/web'
import { listDayChanges, printDayChanges } from '../../contract/index.ts'
import { ChangesTable } from '../parts/substitutions/ChangesTable.tsx'
import { useSchoolId, useT } from '../parts/words.ts'

/** The day sheet: what differs from the timetable, to read, to print, to show in the hall. */
export function DayChanges() {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const lang = useLanguage()
  const today = todayIn('Europe/Moscow')
  const [day, setDay] = useUrlValue('day', today)
  const office = useCan('schedule.lesson.change')
  const query = useQuery(ask(listDayChanges, { params: { schoolId, date: day } }))
  const file = (size: 'A4' | 'A3') => addressOf(printDayChanges, { params: { schoolId, date: day }, query: { size, lang } })
  return (
    <PageBody>
      <PageHeader title={t.substitutions.daySheet} sub={dayWithWeekday(day)} back={office ? { href: to(`/timetable/substitutions?day=${day}`), label: t.substitutions.title } : { href: to('/timetable'), label: t.timetable }} actions={
        <>
          <IconButton label={t.previousDay} onClick={() => setDay(addDays(day, -1))}><IconChevronLeft size={20} /></IconButton>
          <Button look="outlined" onClick={() => setDay(today)}>{t.today}</Button>
          <IconButton label={t.nextDay} onClick={() => setDay(addDays(day, 1))}><IconChevronRight size={20} /></IconButton>
          <Button look="text" href={to('/timetable/screen')}>{t.substitutions.onScreen}</Button>
          <Button look="text" href={file('A4')} download>{t.substitutions.pdf('A4')}</Button>
          <Button look="text" href={file('A3')} download>{t.substitutions.pdf('A3')}</Button>
          <span className="only-wide"><PrintButton /></span>
        </>} />
      <Loaded query={query} waiting={<Waiting rows={8} />}>{(changes) => <ChangesTable changes={changes} />}</Loaded>
    </PageBody>
  )
}
