import { IconCalendarEvent, IconDownload, IconFileUpload, IconNotebook, Row } from '@school/ui'
import { useCan, useOwnWords, useTo } from '@school/web'
import { en } from '../../messages/office.en.ts'
import { ru } from '../../messages/office.ru.ts'

/** The schedule's rows on the start page of management. */
export function OfficeRows() {
  const t = useOwnWords({ ru, en })
  const to = useTo()
  return (
    <>
      {useCan('schedule.import.run') ? <Row href={to('/manage/imports')} lead={<IconFileUpload size={22} />} title={t.imports} sub={t.importsSub} /> : null}
      {useCan('schedule.roster.export') ? <Row href={to('/manage/exports')} lead={<IconDownload size={22} />} title={t.exportLists} sub={t.exportListsSub} /> : null}
      <Row href={to('/manage/calendar')} lead={<IconCalendarEvent size={22} />} title={t.calendar} sub={t.calendarSub} />
      <Row href={to('/manage/timetables')} lead={<IconNotebook size={22} />} title={t.timetables} sub={t.timetablesSub} />
    </>
  )
}
