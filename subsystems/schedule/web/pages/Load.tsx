import { Button, DataTable, Empty, PageBody, PageHeader, QuickSelect, Row, Segmented, StatusWord, type Column } from '@school/ui'
import { ask, dayText, decimal, fullName, shortName, useCan, useQuery, useTo, useUrlValue } from '@school/web'
import { useState } from 'react'
import { lessonPickers, listLoad, type Course } from '../../contract/index.ts'
import { CourseDialog } from '../parts/CourseDialog.tsx'
import { useSchoolId, useT } from '../parts/words.ts'

const hours = (value: number) => decimal(value).replace(/,00$/, '').replace(/(,\d)0$/, '$1')
const sum = (courses: readonly Course[], of: 'hoursPerWeek' | 'placed') => courses.reduce((total, one) => total + one[of], 0)

/** The teaching load by class and by teacher: courses with teachers and hours, and whether the timetable gives as many. */
export function Load() {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const [by, setBy] = useUrlValue('by', 'class')
  const [classId, setClass] = useUrlValue('class', '')
  const [open, setOpen] = useState<Course | 'new' | null>(null)
  const pickers = useQuery({ ...ask(lessonPickers, { params: { schoolId } }), enabled: useCan('schedule.timetable.read') })
  const found = useQuery(ask(listLoad, { params: { schoolId }, query: classId ? { classId } : {} }))
  const rows = found.data?.courses
  const change = found.data?.can.change ?? false
  return (
    <PageBody>
      <PageHeader title={t.load} sub={rows ? t.totalHours(hours(sum(rows, 'hoursPerWeek'))) : ''} back={{ href: to('/manage'), label: t.manage }} actions={
        <>
          <Segmented label={t.load} value={by} onChange={setBy} options={[{ value: 'class', label: t.byClass }, { value: 'teacher', label: t.byTeacher }]} />
          <QuickSelect label={t.class} value={classId} onChange={setClass} options={[{ value: '', label: t.allClasses }, ...(pickers.data?.classes ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
          {change ? <Button look="primary" onClick={() => setOpen('new')}>{t.addCourse}</Button> : null}
        </>} />
      {by === 'teacher' ? <ByTeacher courses={rows} /> : <ByClass courses={rows} onOpen={change ? setOpen : null} />}
      {open ? <CourseDialog course={open === 'new' ? null : open} onClose={() => setOpen(null)} /> : null}
    </PageBody>
  )
}

function ByClass({ courses, onOpen }: { courses: readonly Course[] | undefined; onOpen: ((course: Course) => void) | null }) {
  const t = useT()
  const teachers = (row: Course) => row.teachers.map(shortName).join(', ')
  const columns: Column<Course>[] = [
    { key: 'group', head: t.group, width: 190, cell: (row) => row.group.name },
    { key: 'subject', head: t.subject, names: true, cell: (row) => row.subject.name },
    { key: 'teachers', head: t.teachers, cell: (row) => row.closedOn !== null ? <StatusWord tone="mute">{t.closedOn(dayText(row.closedOn))}</StatusWord> : teachers(row) || <StatusWord tone="warn">{t.nobody}</StatusWord> },
    { key: 'hours', head: t.hours, align: 'right', width: 90, cell: (row) => hours(row.hoursPerWeek) },
    { key: 'placed', head: t.placed, align: 'right', width: 150, cell: (row) => row.placed === row.hoursPerWeek || row.closedOn !== null ? hours(row.placed) : <StatusWord tone="warn">{`${hours(row.placed)}, ${t.differs}`}</StatusWord> },
  ]
  return <DataTable caption={t.load} columns={columns} rows={courses} rowKey={(row) => row.id} density="dense" empty={<Empty>{t.noLoad}</Empty>} {...(onOpen ? { onOpen } : {})}
    phone={(row) => <Row title={`${row.subject.name}, ${row.group.name}`} sub={teachers(row) || t.nobody} end={t.hoursShort(hours(row.hoursPerWeek))} {...(onOpen ? { onOpen: () => onOpen(row) } : {})} />} />
}

interface Line { readonly id: string; readonly name: string; readonly courses: readonly Course[] }

function ByTeacher({ courses }: { courses: readonly Course[] | undefined }) {
  const t = useT()
  const lines = courses && linesOf(courses.filter((one) => one.closedOn === null), t.nobodyYet)
  const what = (line: Line) => line.courses.map((one) => `${one.subject.name} ${one.group.name} (${hours(one.hoursPerWeek)})`).join('; ')
  const columns: Column<Line>[] = [
    { key: 'name', head: t.teacher, names: true, width: 260, cell: (line) => line.name },
    { key: 'courses', head: t.course, cell: (line) => <span className="muted">{what(line)}</span> },
    { key: 'hours', head: t.hours, align: 'right', width: 90, cell: (line) => hours(sum(line.courses, 'hoursPerWeek')) },
    { key: 'placed', head: t.placed, align: 'right', width: 120, cell: (line) => hours(sum(line.courses, 'placed')) },
  ]
  return <DataTable caption={t.byTeacher} columns={columns} rows={lines} rowKey={(line) => line.id} density="dense" empty={<Empty>{t.noLoad}</Empty>}
    phone={(line) => <Row title={line.name} sub={what(line)} end={t.hoursShort(hours(sum(line.courses, 'hoursPerWeek')))} />} />
}

/** One line for each teacher, and one for what nobody teaches yet. */
function linesOf(courses: readonly Course[], nobody: string): Line[] {
  const lines = new Map<string, { id: string; name: string; courses: Course[] }>()
  for (const course of courses) {
    for (const one of course.teachers.length > 0 ? course.teachers : [null]) {
      const id = one?.id ?? ''
      const line = lines.get(id) ?? { id, name: one ? fullName(one) : nobody, courses: [] }
      line.courses.push(course)
      lines.set(id, line)
    }
  }
  return [...lines.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'ru'))
}
