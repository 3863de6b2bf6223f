import { listClasses } from '@school/registry/contract'
import { DataTable, Empty, PageBody, PageHeader, QuickSelect, Row, Segmented, ShowMore, StatusWord, type Column } from '@school/ui'
import { ask, shortName, usePages, useQuery, useTo, useUrlValue } from '@school/web'
import { listCoursePlans, type CoursePlanRow } from '../../contract/index.ts'
import { PlansTabs } from '../parts/lessons/PlansTabs.tsx'
import { useSchoolId, useT } from '../parts/words.ts'

/** Courses with plan against fact; those behind first. */
export function LessonPlans() {
  const t = useT().lessons
  const to = useTo()
  const schoolId = useSchoolId()
  const [show, setShow] = useUrlValue('show', 'all')
  const [classId, setClass] = useUrlValue('class', '')
  const asked = { params: { schoolId }, query: { show: show as 'all', ...(classId ? { classId } : {}) } }
  const head = useQuery(ask(listCoursePlans, asked))
  const classes = useQuery(ask(listClasses, { params: { schoolId }, query: {} }))
  const { rows, more, busy } = usePages(listCoursePlans, asked)
  const columns: Column<CoursePlanRow>[] = [
    { key: 'subject', head: t.subject, names: true, cell: (row) => row.subject.name }, { key: 'group', head: t.ofCourse, width: 180, cell: (row) => row.group },
    ...(head.data?.school ? [{ key: 'teacher', head: t.teacher, width: 190, cell: (row: CoursePlanRow) => <span className="muted">{row.teachers.map(shortName).join(', ')}</span> }] : []),
    { key: 'due', head: t.due, align: 'right', width: 90, cell: (row) => (row.programme ? row.due : '') }, { key: 'given', head: t.given, align: 'right', width: 80, cell: (row) => (row.programme ? row.given : '') },
    { key: 'left', head: t.left, align: 'right', width: 150, cell: (row) => (row.programme ? <>{row.left} <span className="muted small">/ {row.lessons} {t.lessonsLeft}</span></> : '') }, { key: 'state', head: t.behind, width: 190, cell: (row) => <Verdict row={row} /> },
  ]
  const counts = head.data ? [head.data.late > 0 ? t.lateCount(head.data.late) : '', head.data.without > 0 ? t.withoutCount(head.data.without) : ''].filter(Boolean).join(', ') : ''
  return (
    <PageBody>
      <PageHeader title={t.plans} sub={counts || t.plansSub} />
      <PlansTabs value="plans" />
      <div className="row wrap" style={{ margin: '12px 0' }}>
        <Segmented label={t.show} value={show} onChange={setShow} options={[{ value: 'all', label: t.all }, { value: 'late', label: t.late }, { value: 'none', label: t.none }]} />
        {head.data?.school ? <QuickSelect label={t.ofCourse} value={classId} onChange={setClass} options={[{ value: '', label: t.allGrades }, ...(classes.data ?? []).map((one) => ({ value: one.id, label: one.name }))]} /> : null}
      </div>
      <DataTable caption={t.plans} columns={columns} rows={rows} rowKey={(row) => row.courseId} href={(row) => to(`/lesson-plans/${row.courseId}`)} empty={<Empty>{show === 'late' ? t.noLate : t.noPlans}</Empty>}
        phone={(row) => <Row title={`${row.subject.name}, ${row.group}`} sub={<Verdict row={row} />} end={row.programme ? t.progress(row.given, row.hours) : ''} href={to(`/lesson-plans/${row.courseId}`)} />} />
      {more ? <ShowMore shown={rows?.length ?? 0} busy={busy} onMore={more} /> : null}
    </PageBody>
  )
}

function Verdict({ row }: { row: CoursePlanRow }) {
  const t = useT().lessons
  if (row.programme === null) return <StatusWord tone="mute">{t.withoutPlan}</StatusWord>
  if (row.left > row.lessons) return <StatusWord tone="bad">{t.shortBy(row.left - row.lessons)}</StatusWord>
  return row.late ? <StatusWord tone="warn">{t.behindBy(row.behind)}</StatusWord> : <StatusWord tone="ok">{t.onTime}</StatusWord>
}
