import { DataTable, Empty, PageBody, PageHeader, QuickSelect, Row, StatusWord, type Column } from '@school/ui'
import { ask, decimal, shortName, useCan, useQuery, useTo, useUrlValue } from '@school/web'
import { lessonPickers, listLoad } from '../../contract/index.ts'
import type { Course } from '../../contract/load.ts'
import { useSchoolId, useT } from '../parts/words.ts'

const hours = (value: number) => decimal(value).replace(/,00$/, '').replace(/0$/, '')

/** The teaching load: courses with teachers and hours, and whether the timetable gives as many. */
export function Load() {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const [classId, setClass] = useUrlValue('class', '')
  const pickers = useQuery({ ...ask(lessonPickers, { params: { schoolId } }), enabled: useCan('schedule.timetable.read') })
  const found = useQuery(ask(listLoad, { params: { schoolId }, query: classId ? { classId } : {} }))
  const rows = found.data?.courses
  const columns: Column<Course>[] = [
    { key: 'group', head: t.group, width: 190, cell: (row) => row.group.name },
    { key: 'subject', head: t.subject, names: true, cell: (row) => row.subject.name },
    { key: 'teachers', head: t.teachers, cell: (row) => row.teachers.length > 0 ? row.teachers.map(shortName).join(', ') : <StatusWord tone="warn">{t.nobody}</StatusWord> },
    { key: 'hours', head: t.hours, align: 'right', width: 90, cell: (row) => hours(row.hoursPerWeek) },
    { key: 'placed', head: t.placed, align: 'right', width: 140, cell: (row) => row.placed === row.hoursPerWeek ? hours(row.placed) : <StatusWord tone="warn">{`${hours(row.placed)}, ${t.differs}`}</StatusWord> },
  ]
  return (
    <PageBody>
      <PageHeader title={t.load} sub={rows ? t.totalHours(hours(rows.reduce((sum, row) => sum + row.hoursPerWeek, 0))) : ''} back={{ href: to('/manage'), label: t.loadSub }} actions={
        <QuickSelect label={t.class} value={classId} onChange={setClass} options={[{ value: '', label: t.allClasses }, ...(pickers.data?.classes ?? []).map((one) => ({ value: one.id, label: one.name }))]} />} />
      <DataTable caption={t.load} columns={columns} rows={rows} rowKey={(row) => row.id} density="dense" empty={<Empty>{t.noLoad}</Empty>}
        phone={(row) => <Row title={`${row.subject.name}, ${row.group.name}`} sub={row.teachers.map(shortName).join(', ') || t.nobody} end={hours(row.hoursPerWeek)} />} />
    </PageBody>
  )
}
