import { DataTable, Empty, IconButton, IconChevronLeft, IconChevronRight, Button, Row, Rows, Section, Stat, Stats, StatusWord, Waiting, type Column } from '@school/ui'
import { addDays, ask, dayText, dayWithWeekday, Loaded, shortName, useContextOfPage, useMessages, useQuery, useTo, useUrlValue } from '@school/web'
import { getSchoolOverview, type SchoolOverview } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { capital } from '../capital.ts'
import css from './Home.module.css'

type Unfilled = SchoolOverview['unfilled'][number]

/** The school's day for the office: lessons without a teacher, pages that lack something, absences. */
export function SchoolDay() {
  const { schoolId } = useContextOfPage()
  const [date, setDate] = useUrlValue('day', '')
  const query = useQuery({ ...ask(getSchoolOverview, { params: { schoolId: schoolId ?? '' }, query: date ? { date } : {} }), placeholderData: (before) => before })
  return <Loaded query={query} waiting={<Waiting title rows={8} />}>{(day) => <Day day={day} onDate={(next) => setDate(next === day.today ? '' : next)} />}</Loaded>
}

function Day({ day, onDate }: { day: SchoolOverview; onDate: (date: string) => void }) {
  const t = useMessages<typeof ru>('journal')
  const to = useTo()
  const columns: Column<Unfilled>[] = [
    { key: 'page', head: t.overview.page, names: true, cell: (one) => <b>{one.subject}, {one.group}</b> },
    { key: 'teacher', head: t.overview.teacher, cell: (one) => one.teachers.map(shortName).join(', ') || t.courses.vacancy },
    { key: 'lessons', head: t.overview.lessons, align: 'right', width: '88px', cell: (one) => one.lessons },
    { key: 'since', head: t.overview.since, width: '150px', cell: (one) => dayText(one.oldest) },
  ]
  return (
    <div className={css.day}>
      <header className={css.head}>
        <div><h1 tabIndex={-1}>{capital(dayWithWeekday(day.date))}</h1><p className="muted">{t.overview.sub(day.lessons)}</p></div>
        <div className={css.turn}>
          <IconButton label={t.day.earlier} onClick={() => onDate(addDays(day.date, -1))}><IconChevronLeft /></IconButton>
          <Button onClick={() => onDate(day.today)} disabled={day.date === day.today}>{t.day.today}</Button>
          <IconButton label={t.day.later} onClick={() => onDate(addDays(day.date, 1))}><IconChevronRight /></IconButton>
        </div>
      </header>
      <Stats>
        <Stat value={t.overview.heldOf(day.held, day.lessons)} label={t.overview.held} />
        <Stat value={day.withoutTeacher.length} label={t.overview.withoutTeacher} />
        <Stat value={day.absent} label={t.overview.absent} note={day.withoutReason > 0 ? `${t.overview.withoutReason}: ${day.withoutReason}` : undefined} />
      </Stats>
      <Section title={t.overview.withoutTeacher} {...(day.withoutTeacher.length > 0 ? { count: day.withoutTeacher.length } : {})} action={<a className="link small" href={to('/timetable')}>{t.overview.timetable}</a>}>
        {day.withoutTeacher.length === 0 ? <StatusWord tone="ok">{t.overview.noOneMissing}</StatusWord> : <Rows>{day.withoutTeacher.map((lesson) => <Row key={lesson.id} title={`${lesson.subject}, ${lesson.group}`} sub={t.day.on(lesson.starts, lesson.number)} href={to('/timetable')} />)}</Rows>}
      </Section>
      <Section title={t.overview.unfilled} {...(day.unfilled.length > 0 ? { count: day.unfilled.length } : {})} action={<a className="link small" href={to('/journal')}>{t.overview.all}</a>}>
        {day.unfilled.length === 0 ? <Empty compact>{t.overview.allFilled}</Empty> : <DataTable caption={t.overview.unfilled} columns={columns} rows={day.unfilled.slice(0, 20)} rowKey={(one) => one.courseId} empty={t.overview.allFilled} density="dense" href={(one) => to(`/journal/${one.courseId}`)} phone={(one) => <Row title={`${one.subject}, ${one.group}`} sub={`${one.teachers.map(shortName).join(', ') || t.courses.vacancy} · ${t.courses.unfilledLessons(one.lessons)}, ${t.courses.oldest(dayText(one.oldest))}`} href={to(`/journal/${one.courseId}`)} />} />}
      </Section>
    </div>
  )
}
