import { PageBody, PageHeader, Segmented } from '@school/ui'
import { todayIn, useContextOfPage, useUrlValue } from '@school/web'
import { ClassDesk } from '../parts/attendance/ClassDesk.tsx'
import { ClassCounts } from '../parts/attendance/Counts.tsx'
import { WholeDay } from '../parts/attendance/WholeDay.tsx'
import { ownZone } from '../parts/diary-week/words.ts'
import { useT } from '../parts/attendance/words.ts'

/** Absences of one class: reasons day by day, and the counts of the month. */
export function ClassAttendance({ classId, name }: { classId: string; name?: string }) {
  const t = useT()
  const { schoolId } = useContextOfPage()
  const [view, setView] = useUrlValue('view', 'day')
  const [from, setFrom] = useUrlValue('from', '')
  const [to, setTo] = useUrlValue('to', '')
  const [day, setDay] = useUrlValue('on', '')
  return (
    <PageBody>
      <PageHeader title={t.title} {...(name ? { sub: name } : {})} />
      <Segmented label={t.views} value={view} onChange={setView} options={[{ value: 'day', label: t.day }, { value: 'mark', label: t.whole.view }, { value: 'month', label: t.statistics }]} />
      {view === 'month' ? <ClassCounts schoolId={schoolId ?? ''} classId={classId} /> : view === 'mark' ? <WholeDay schoolId={schoolId ?? ''} classId={classId} date={day || todayIn(ownZone())} onDate={setDay} /> : <ClassDesk schoolId={schoolId ?? ''} classId={classId} from={from} to={to} onRange={(a, b) => { setFrom(a); setTo(b) }} />}
    </PageBody>
  )
}
