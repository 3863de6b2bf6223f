import { addressOf } from '@school/contract'
import { Button, DataTable, Empty, IconButton, IconChevronLeft, IconChevronRight, PageBody, PageHeader, PrintButton, Row, type Column } from '@school/ui'
import { addDays, ask, dayDigits, fullName, monthText, todayIn, useLanguage, useQuery, useTo, useUrlValue } from '@school/web'
import { getPaySheet, printPaySheet, type PaySheet } from '../../contract/index.ts'
import { useSchoolId, useT } from '../parts/words.ts'

type Line = PaySheet['rows'][number]

/** Hours of substitutions by teacher in a month, as pay is counted from them. */
export function SubstitutionHours() {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const lang = useLanguage()
  const [month, setMonth] = useUrlValue('month', todayIn('Europe/Moscow').slice(0, 7))
  const first = `${month}-01`
  const query = useQuery(ask(getPaySheet, { params: { schoolId }, query: { month: first } }))
  const what = (line: Line) => line.lessons.map((one) => `${dayDigits(one.date)}, ${t.lessonNo(one.number)}: ${one.subject}, ${one.group} (${one.insteadOf})`).join('; ')
  const columns: Column<Line>[] = [
    { key: 'teacher', head: t.substitutions.teacher, names: true, width: 260, cell: (line) => fullName(line.teacher) },
    { key: 'lessons', head: t.substitutions.lessonsOf, cell: (line) => <span className="muted">{what(line)}</span> },
    { key: 'hours', head: t.substitutions.hoursColumn, align: 'right', width: 90, cell: (line) => line.hours },
  ]
  return (
    <PageBody>
      <PageHeader title={t.substitutions.hours} sub={`${monthText(first)}${query.data ? `, ${t.substitutions.total(query.data.rows.reduce((sum, one) => sum + one.hours, 0))}` : ''}`} back={{ href: to('/timetable/substitutions'), label: t.substitutions.title }} actions={
        <>
          <IconButton label={t.substitutions.previousMonth} onClick={() => setMonth(addDays(first, -1).slice(0, 7))}><IconChevronLeft size={20} /></IconButton>
          <IconButton label={t.substitutions.nextMonth} onClick={() => setMonth(addDays(first, 31).slice(0, 7))}><IconChevronRight size={20} /></IconButton>
          <Button look="outlined" href={addressOf(printPaySheet, { params: { schoolId }, query: { month: first, lang } })} download>{t.substitutions.excel}</Button>
          <span className="only-wide"><PrintButton /></span>
        </>} />
      <DataTable caption={t.substitutions.hours} columns={columns} rows={query.data?.rows} rowKey={(line) => line.teacher.id} density="dense" empty={<Empty>{t.substitutions.noHours}</Empty>} phone={(line) => <Row title={fullName(line.teacher)} sub={what(line)} end={t.substitutions.total(line.hours)} />} />
    </PageBody>
  )
}
