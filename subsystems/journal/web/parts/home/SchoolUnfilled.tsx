import { DataTable, Empty, Row, Section, Waiting, type Column } from '@school/ui'
import { ask, dayText, Loaded, shortName, useContextOfPage, useMessages, useQuery, useTo, useUrlValue } from '@school/web'
import { getSchoolOverview, type SchoolOverview } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'

type Unfilled = SchoolOverview['unfilled'][number]
const most = 20

/** Pages of the journal that lack something, the oldest debt first. */
export function SchoolUnfilled() {
  const t = useMessages<typeof ru>('journal')
  const to = useTo()
  const { schoolId } = useContextOfPage()
  const [date] = useUrlValue('day', '')
  const query = useQuery({ ...ask(getSchoolOverview, { params: { schoolId: schoolId ?? '' }, query: date ? { date } : {} }), placeholderData: (before) => before })
  const columns: Column<Unfilled>[] = [
    { key: 'page', head: t.overview.page, names: true, cell: (one) => <b>{one.subject}, {one.group}</b> },
    { key: 'teacher', head: t.overview.teacher, cell: (one) => one.teachers.map(shortName).join(', ') || t.courses.vacancy },
    { key: 'lessons', head: t.overview.lessons, align: 'right', width: '88px', cell: (one) => one.lessons },
    { key: 'since', head: t.overview.since, width: '150px', cell: (one) => dayText(one.oldest) },
  ]
  return (
    <Loaded query={query} waiting={<Waiting title rows={4} />}>
      {({ unfilled }) => (
        <Section title={t.overview.unfilled} {...(unfilled.length > 0 ? { count: unfilled.length } : {})} action={<a className="link small" href={to('/journal')}>{t.overview.all}</a>}>
          {unfilled.length === 0 ? <Empty compact>{t.overview.allFilled}</Empty> : <DataTable caption={t.overview.unfilled} columns={columns} rows={unfilled.slice(0, most)} rowKey={(one) => one.courseId} empty={t.overview.allFilled} density="dense" href={(one) => to(`/journal/${one.courseId}`)} phone={(one) => <Row title={`${one.subject}, ${one.group}`} sub={`${one.teachers.map(shortName).join(', ') || t.courses.vacancy} · ${t.courses.unfilledLessons(one.lessons)}, ${t.courses.oldest(dayText(one.oldest))}`} href={to(`/journal/${one.courseId}`)} />} />}
        </Section>
      )}
    </Loaded>
  )
}
