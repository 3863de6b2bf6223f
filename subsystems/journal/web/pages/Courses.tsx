import { Button, DataTable, Empty, IconAdjustments, PageBody, PageHeader, Row, SearchField, Section, Tabs, Waiting, type Column } from '@school/ui'
import { ask, dayText, decimal, kept, Loaded, shortName, useCan, useContextOfPage, useMessages, useQuery, useTo, useUrlValue } from '@school/web'
import { listCourses, type Course } from '../../contract/index.ts'
import type { ru } from '../messages/ru.ts'
import { OwedList } from '../parts/desks/OwedList.tsx'
import { OfficeUnfilled, OwnUnfilled } from '../parts/page/UnfilledList.tsx'
import { matches } from '../parts/page/course-search.ts'

/** Pages of the journal by class and subject, and what is not filled in. */
export default function Courses() {
  const t = useMessages<typeof ru>('journal')
  const to = useTo()
  const { schoolId } = useContextOfPage()
  const [tab, setTab] = useUrlValue('show', 'pages')
  const own = useCan('journal.day.read')
  const office = useCan('journal.overview.read')
  const maySet = useCan('journal.settings.put')
  const query = useQuery(kept(ask(listCourses, { params: { schoolId: schoolId ?? '' }, query: {} })))
  return (
    <PageBody>
      <PageHeader title={t.courses.title} sub={query.data ? t.courses.sub(query.data.courses.length) : undefined} actions={maySet ? <Button icon={<IconAdjustments size={18} />} href={to('/manage/marking')}>{t.courses.settings}</Button> : undefined} />
      <Tabs label={t.courses.title} value={tab} onChange={setTab} items={[{ key: 'pages', label: t.courses.all }, { key: 'unfilled', label: t.courses.unfilled }, { key: 'owed', label: t.finals.owed.title }]} />
      {tab === 'owed' ? <OwedList /> : tab === 'unfilled' ? office ? <OfficeUnfilled /> : own ? <OwnUnfilled /> : null : <Loaded query={query} waiting={<Waiting rows={10} height={44} />}>{({ courses }) => <Pages courses={courses} />}</Loaded>}
    </PageBody>
  )
}

function Pages({ courses }: { courses: readonly Course[] }) {
  const t = useMessages<typeof ru>('journal')
  const [text, setText] = useUrlValue('q', '')
  if (courses.length === 0) return <Empty>{t.courses.empty}</Empty>
  const found = courses.filter((course) => matches(course, text))
  const mine = found.filter((course) => course.mine)
  const others = found.filter((course) => !course.mine)
  return (
    <div className="stack" style={{ marginTop: 16 }}>
      {courses.length > 12 ? <SearchField label={t.courses.search} placeholder={t.courses.search} value={text} onChange={setText} narrow /> : null}
      {mine.length > 0 ? others.length > 0 ? <Section title={t.courses.mine} count={mine.length}><Table courses={mine} /></Section> : <Table courses={mine} /> : null}
      {others.length > 0 ? mine.length > 0 ? <Section title={t.courses.others} count={others.length}><Table courses={others} /></Section> : <Table courses={others} /> : null}
      {found.length === 0 ? <Empty compact>{t.courses.nothing}</Empty> : null}
    </div>
  )
}

function Table({ courses }: { courses: readonly Course[] }) {
  const t = useMessages<typeof ru>('journal')
  const to = useTo()
  const teachers = (course: Course) => course.teachers.map(shortName).join(', ') || t.courses.vacancy
  const columns: Column<Course>[] = [
    { key: 'group', head: t.courses.group, width: '120px', cell: (course) => <b>{course.group.name}</b> },
    { key: 'subject', head: t.courses.subject, names: true, cell: (course) => course.subject.name },
    { key: 'teacher', head: t.courses.teacher, cell: teachers },
    { key: 'hours', head: t.courses.hours, align: 'right', width: '140px', cell: (course) => decimal(course.hoursPerWeek, Number.isInteger(course.hoursPerWeek) ? 0 : 1) },
  ]
  return <DataTable caption={t.courses.title} columns={columns} rows={[...courses].sort(byClass)} rowKey={(course) => course.id} empty={t.courses.empty} density="reading" href={(course) => to(`/journal/${course.id}`)} phone={(course) => <Row title={`${course.group.name} · ${course.subject.name}`} sub={course.closedOn ? dayText(course.closedOn) : teachers(course)} href={to(`/journal/${course.id}`)} />} />
}

const byClass = (a: Course, b: Course) => (a.classes[0]?.grade ?? 99) - (b.classes[0]?.grade ?? 99) || a.group.name.localeCompare(b.group.name, 'ru') || a.subject.name.localeCompare(b.subject.name, 'ru')
