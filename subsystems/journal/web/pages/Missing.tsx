import { Empty, PageBody, Row, Rows, Section, StatusWord, Waiting } from '@school/ui'
import { ask, dayText, Loaded, useQuery } from '@school/web'
import { getMissing, type NotDone } from '../../contract/index.ts'
import css from '../parts/diary-marks/Marks.module.css'
import { DiaryBar } from '../parts/diary-week/DiaryBar.tsx'
import { usePupil, useT } from '../parts/diary-week/words.ts'

/** What a pupil has not done, over all subjects, the most urgent first. */
export function Missing({ studentId: named }: { studentId?: string }) {
  const t = useT()
  const { schoolId, studentId, view } = usePupil(named)
  const found = useQuery(ask(getMissing, { params: { schoolId, studentId } }))
  const subject = (courseId: string) => view(`/subjects/${courseId}`)
  const left = found.data ? found.data.debts.length + found.data.unwritten.length + found.data.homework.length : 0
  return (
    <PageBody flush>
      <DiaryBar view="missing" title={t.missing.title} sub={found.data && left > 0 ? t.missing.count(left) : ''} address={view} />
      <div className={css.narrow}>
        <Loaded query={found} waiting={<Waiting rows={10} height={52} />}>
          {(data) => left === 0 ? <Empty>{t.missing.none}</Empty> : <><Debts data={data} subject={subject} /><Unwritten data={data} subject={subject} /><Homework data={data} week={(date) => view(`?week=${date}`)} /></>}
        </Loaded>
      </div>
    </PageBody>
  )
}

interface Props { data: NotDone; subject: (courseId: string) => string }

function Debts({ data: { debts }, subject }: Props) {
  const t = useT()
  if (debts.length === 0) return null
  return (
    <Section title={t.debts} count={debts.length}>
      <Rows label={t.debts}>{debts.map((one) => (
        <Row key={one.markId} title={one.subject} sub={`${one.work}, ${dayText(one.date)}`} href={subject(one.courseId)}
          end={<StatusWord tone={one.overdue ? 'bad' : 'warn'}>{one.due === null ? t.missing.noDue : one.overdue ? t.missing.overdue(dayText(one.due)) : t.debtDue(dayText(one.due))}</StatusWord>} />
      ))}</Rows>
    </Section>
  )
}

function Unwritten({ data: { unwritten }, subject }: Props) {
  const t = useT()
  if (unwritten.length === 0) return null
  return (
    <Section title={t.missing.unwritten} count={unwritten.length}>
      <Rows label={t.missing.unwritten}>{unwritten.map((one) => (
        <Row key={one.workId} title={one.subject} sub={`${one.work}, ${dayText(one.date)}`} href={subject(one.courseId)} end={<StatusWord tone="warn">{one.away ? t.missing.away : t.noMarks}</StatusWord>} />
      ))}</Rows>
    </Section>
  )
}

function Homework({ data: { homework, today }, week }: { data: NotDone; week: (date: string) => string }) {
  const t = useT()
  if (homework.length === 0) return null
  return (
    <Section title={t.missing.homework} count={homework.length}>
      <Rows label={t.missing.homework}>{homework.map((one) => (
        <Row key={one.id} title={one.subject} sub={one.text} href={week(one.dueDate)}
          end={<StatusWord tone={one.late ? 'warn' : 'info'}>{one.late ? t.missing.was(dayText(one.dueDate)) : one.dueDate === today ? t.missing.forToday : t.missing.due(dayText(one.dueDate))}</StatusWord>} />
      ))}</Rows>
    </Section>
  )
}
