import { Empty, MarkTile, PageBody, PageHeader, QuickSelect, Row, Rows, Section, Waiting } from '@school/ui'
import { ask, dayText, dayWithWeekday, Loaded, useQuery, useUrlValue } from '@school/web'
import { getSubjectPage, type AbsenceReason, type AttendanceCode, type SubjectPage } from '../../contract/index.ts'
import { capital } from '../parts/capital.ts'
import css from '../parts/diary-marks/Marks.module.css'
import { workName } from '../parts/diary-week/MarkNote.tsx'
import { usePupil, useT } from '../parts/diary-week/words.ts'
import { AverageCard } from '../parts/grid/late-average.ts'
import { figureOf, lettersOf } from '../parts/grid/entry.ts'

/** One subject of a period: every mark with its work, what the average is made of, absences. */
export function Subject({ courseId, studentId: named }: { courseId: string; studentId?: string }) {
  const t = useT()
  const { schoolId, studentId, view } = usePupil(named)
  const [asked, setAsked] = useUrlValue('period')
  const found = useQuery(ask(getSubjectPage, { params: { schoolId, studentId, courseId }, query: asked ? { period: asked } : {} }))
  const page = found.data
  return (
    <PageBody>
      <PageHeader title={page?.subject.name ?? t.subject} sub={page ? [page.teachers.join(', '), page.period?.name].filter(Boolean).join(', ') : ' '} back={{ href: view(`/marks${asked ? `?period=${asked}` : ''}`), label: t.back }} actions={
        page && page.periods.length > 1 ? <QuickSelect label={t.period} value={page.period?.id ?? ''} onChange={setAsked} options={page.periods.map((one) => ({ value: one.id, label: one.name }))} /> : null} />
      <Loaded query={found} waiting={<Waiting rows={8} height={52} />}>
        {(data) => (
          <div className={css.columns}>
            <div><Section title={t.marks} lined>{data.marks.length === 0 ? <Empty compact>{t.noMarks}</Empty> : <Works page={data} />}</Section></div>
            <aside>
              {data.summary && data.marks.length > 0 ? <div className={css.card}><AverageCard schoolId={schoolId} studentId={studentId} courseId={courseId} name={t.average} periodId={data.period?.id} /></div> : null}
              <Section title={t.absences} lined>{data.absences.length === 0 ? <p className="muted small">{t.noAbsences}</p> : <Absences page={data} />}</Section>
            </aside>
          </div>
        )}
      </Loaded>
    </PageBody>
  )
}

function Works({ page }: { page: SubjectPage }) {
  const t = useT()
  return (
    <ul className={css.works}>{page.marks.map((mark) => (
      <li key={mark.id}>
        <MarkTile value={figureOf(mark.value, mark.retake)} weight={mark.value === 'debt' ? 1 : mark.weight} size="big" />
        <div><b>{workName(mark)}</b><p>{[mark.title ? mark.type : '', mark.topic, mark.debtDue && !mark.retake ? t.debtDue(dayText(mark.debtDue)) : ''].filter(Boolean).join('. ')}</p>{mark.note ? <p>{mark.note}</p> : null}</div>
        <time dateTime={mark.date}>{dayText(mark.date)}</time>
      </li>
    ))}</ul>
  )
}

function Absences({ page }: { page: SubjectPage }) {
  const t = useT()
  return (
    <Rows>{page.absences.map((one) => {
      const [code, reason] = [one.code as AttendanceCode, one.reason as AbsenceReason | null]
      const words = code === 'absent' ? reason ? t.reason[reason] : t.noReason : t.absence[code]
      return <Row key={one.lessonId} lead={code === 'present' ? null : <MarkTile look="absence" value={lettersOf(code, reason)} title={words} />} title={capital(dayWithWeekday(one.date))} sub={[t.lessonNumber(one.number), words, one.minutes === null ? '' : t.minutes(one.minutes)].filter(Boolean).join(', ')} />
    })}</Rows>
  )
}
