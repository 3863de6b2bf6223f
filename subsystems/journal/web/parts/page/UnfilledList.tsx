import { DataTable, Row, type Column, Waiting } from '@school/ui'
import { ask, dayText, Loaded, shortName, useContextOfPage, useMessages, useQuery, useTo, weekdayText } from '@school/web'
import { getSchoolOverview, listUnfilled } from '../../../contract/index.ts'
import type { SchoolOverview } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'

type Own = { id: string; date: string; number: number; subject: string; group: string; missing: ('topic' | 'homework' | 'attendance' | 'marks')[] }

/** Own lessons of two weeks that lack something. */
export function OwnUnfilled() {
  const t = useMessages<typeof ru>('journal')
  const to = useTo()
  const { schoolId } = useContextOfPage()
  const query = useQuery(ask(listUnfilled, { params: { schoolId: schoolId ?? '' } }))
  const lacking = (lesson: Own) => <span className="need">{lesson.missing.map((one) => t.missing[one]).join(', ')}</span>
  const columns: Column<Own>[] = [
    { key: 'day', head: t.homework.date, width: '190px', cell: (lesson) => t.day.on(`${weekdayText(lesson.date, 'short')}, ${dayText(lesson.date)}`, lesson.number) },
    { key: 'page', head: t.overview.page, names: true, cell: (lesson) => <b>{lesson.subject}, {lesson.group}</b> },
    { key: 'lack', head: t.courses.unfilled, cell: lacking },
  ]
  return <Loaded query={query} waiting={<Waiting rows={6} height={44} />}>{({ lessons }) => <DataTable caption={t.courses.unfilled} columns={columns} rows={lessons} rowKey={(lesson) => lesson.id} empty={t.courses.unfilledEmpty} density="reading" href={(lesson) => to(`/lessons/${lesson.id}`)} phone={(lesson) => <Row title={`${lesson.subject}, ${lesson.group}`} sub={<>{t.day.on(dayText(lesson.date), lesson.number)}<br />{lacking(lesson)}</>} href={to(`/lessons/${lesson.id}`)} />} />}</Loaded>
}

type Unfilled = SchoolOverview['unfilled'][number]

/** Pages of the whole school that lack something, for the office. */
export function OfficeUnfilled() {
  const t = useMessages<typeof ru>('journal')
  const to = useTo()
  const { schoolId } = useContextOfPage()
  const query = useQuery(ask(getSchoolOverview, { params: { schoolId: schoolId ?? '' }, query: {} }))
  const teachers = (one: Unfilled) => one.teachers.map(shortName).join(', ') || t.courses.vacancy
  const columns: Column<Unfilled>[] = [
    { key: 'page', head: t.overview.page, names: true, cell: (one) => <b>{one.subject}, {one.group}</b> },
    { key: 'teacher', head: t.overview.teacher, cell: teachers },
    { key: 'lessons', head: t.overview.lessons, align: 'right', width: '88px', cell: (one) => one.lessons },
    { key: 'since', head: t.overview.since, width: '150px', cell: (one) => dayText(one.oldest) },
  ]
  return <Loaded query={query} waiting={<Waiting rows={6} height={44} />}>{({ unfilled }) => <DataTable caption={t.courses.unfilled} columns={columns} rows={unfilled} rowKey={(one) => one.courseId} empty={t.courses.unfilledEmpty} density="reading" href={(one) => to(`/journal/${one.courseId}`)} phone={(one) => <Row title={`${one.subject}, ${one.group}`} sub={`${teachers(one)} · ${t.courses.unfilledLessons(one.lessons)}, ${t.courses.oldest(dayText(one.oldest))}`} href={to(`/journal/${one.courseId}`)} />} />}</Loaded>
}
