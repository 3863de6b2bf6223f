import { Empty, PageBody, PageHeader, Segmented } from '@school/ui'
import { ask, useCan, useContextOfPage, useQuery, useUrlValue } from '@school/web'
import { getTeacherDay } from '../../contract/index.ts'
import { Board } from '../parts/attendance/Board.tsx'
import { SchoolCounts } from '../parts/attendance/Counts.tsx'
import { RulePart } from '../parts/attendance/RulePart.tsx'
import { useT } from '../parts/attendance/words.ts'
import { ClassAttendance } from './ClassAttendance.tsx'

/** Who is not at school: the whole school for the office, the own class for a class teacher. */
export default function Attendance() {
  const { schoolId } = useContextOfPage()
  return useCan('journal.overview.read') ? <School schoolId={schoolId ?? ''} /> : <OwnClass schoolId={schoolId ?? ''} />
}

function School({ schoolId }: { schoolId: string }) {
  const t = useT()
  const [view, setView] = useUrlValue('view', 'day')
  const [date, setDate] = useUrlValue('day', '')
  return (
    <PageBody>
      <PageHeader title={t.title} />
      <Segmented label={t.views} value={view} onChange={setView} options={[{ value: 'day', label: t.day }, { value: 'month', label: t.statistics }]} />
      {view === 'month' ? <><SchoolCounts schoolId={schoolId} /><RulePart schoolId={schoolId} /></> : <Board schoolId={schoolId} date={date} onDate={setDate} />}
    </PageBody>
  )
}

function OwnClass({ schoolId }: { schoolId: string }) {
  const t = useT()
  const day = useQuery(ask(getTeacherDay, { params: { schoolId }, query: {} }))
  const own = day.data?.classes[0]
  if (own) return <ClassAttendance classId={own.classId} name={own.name} />
  return <PageBody><PageHeader title={t.title} />{day.data ? <Empty>{t.everyoneClass}</Empty> : null}</PageBody>
}
