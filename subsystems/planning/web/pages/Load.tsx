import { addressOf } from '@school/contract'
import { Button, Drawer, Empty, IconFileSpreadsheet, PageBody, PageHeader, PrintButton, QuickSelect, Row, Rows, SearchField, Segmented, useNarrow, Waiting } from '@school/ui'
import { ask, fullName, Loaded, todayIn, useQuery, useTo, useUrlValue } from '@school/web'
import { useState, type ReactNode } from 'react'
import { getLoadBook, getLoadMatrix, type LoadMatrix, type LoadProblem } from '../../contract/index.ts'
import { CellPanel } from '../parts/load/CellPanel.tsx'
import { CourseDialog } from '../parts/load/CourseDialog.tsx'
import { hoursIn, type Cell } from '../parts/load/model.ts'
import { ProblemList } from '../parts/load/ProblemList.tsx'
import { SubjectMatrix } from '../parts/load/SubjectMatrix.tsx'
import { TeacherMatrix } from '../parts/load/TeacherMatrix.tsx'
import { useAssign } from '../parts/load/use-assign.ts'
import { hoursText, useSchoolId, useT, yearOfDay, yearText } from '../parts/words.ts'

/** The teaching load: what does not add up, then the matrix in which it is mended. */
export function Load() {
  const t = useT()
  const schoolId = useSchoolId()
  const to = useTo()
  const current = yearOfDay(todayIn('Europe/Moscow'))
  const [year, setYear] = useUrlValue('year', String(current))
  const query = useQuery(ask(getLoadMatrix, { params: { schoolId }, query: { year: Number(year) } }))
  const years = <QuickSelect label={t.curricula.year} value={year} onChange={setYear} options={[current + 1, current, current - 1].map((one) => ({ value: String(one), label: yearText(one) }))} />
  return <Loaded query={query} waiting={<PageBody><PageHeader title={t.load.title} back={{ href: to('/manage'), label: t.manage }} /><Waiting rows={18} height={29} /></PageBody>}>{(matrix) => <Matrix matrix={matrix} years={years} />}</Loaded>
}

function Matrix({ matrix, years }: { matrix: LoadMatrix; years: ReactNode }) {
  const words = useT()
  const t = words.load
  const to = useTo()
  const schoolId = useSchoolId()
  const narrow = useNarrow()
  const [view, setView] = useUrlValue('view', 'classes')
  const [find, setFind] = useState('')
  const [cell, setCell] = useState<Cell | null>(null)
  const [course, setCourse] = useState<string | 'new' | null>(null)
  const { assign } = useAssign(matrix)
  const change = matrix.can.change
  const takeOff = (at: Cell) => { for (const one of matrix.courses) if (one.classIds.includes(at.classId) && one.teacherIds.includes(at.teacherId)) assign(one, one.teacherIds.filter((id) => id !== at.teacherId)) }
  const openProblem = (one: LoadProblem) => {
    if (one.teacherId) { setFind(matrix.teachers.find((other) => other.id === one.teacherId)?.lastName ?? ''); setView('classes') }
    else if (one.courseId) setCourse(one.courseId)
    else if (one.classId) setView('subjects')
  }
  const teacher = matrix.teachers.find((one) => one.id === cell?.teacherId)
  const unit = matrix.classes.find((one) => one.id === cell?.classId)
  const page = (
    <PageBody>
      <PageHeader title={t.title} sub={t.totals(matrix.teachers.length, hoursText(hoursIn(matrix.courses)))} back={{ href: to('/manage'), label: words.manage }} actions={
        <>
          {years}
          <PrintButton />
          <Button look="outlined" icon={<IconFileSpreadsheet size={18} />} href={addressOf(getLoadBook, { params: { schoolId }, query: { year: matrix.year } })} download="">{t.excel}</Button>
          {change ? <Button look="primary" onClick={() => setCourse('new')}>{t.addCourse}</Button> : null}
        </>} />
      <ProblemList matrix={matrix} onOpen={openProblem} />
      <div className="row wrap no-print" style={{ margin: '16px 0' }}>
        {narrow ? null : <Segmented label={t.view} value={view} onChange={setView} options={[{ value: 'classes', label: t.byClass }, { value: 'subjects', label: t.bySubject }, { value: 'list', label: t.byTeacher }]} />}
        <SearchField label={t.search} value={find} onChange={setFind} narrow />
        {narrow || view !== 'classes' ? null : <span className="small muted">{t.keys}</span>}
      </div>
      {matrix.courses.length === 0 ? <Empty>{t.empty}</Empty> : narrow || view === 'list' ? <TeacherList matrix={matrix} find={find} /> : view === 'subjects' ? <SubjectMatrix matrix={matrix} onCourse={change ? setCourse : null} /> : <TeacherMatrix matrix={matrix} cell={cell} onCell={setCell} onOff={change ? takeOff : null} find={find} />}
      {course ? <CourseDialog course={matrix.courses.find((one) => one.id === course) ?? null} matrix={matrix} onClose={() => setCourse(null)} /> : null}
    </PageBody>
  )
  return (
    <>
      {page}
      {cell && teacher && unit ? <Drawer open onClose={() => setCell(null)} title={t.cell(teacher.lastName, unit.name)}><CellPanel matrix={matrix} cell={cell} /></Drawer> : null}
    </>
  )
}

function TeacherList({ matrix, find }: { matrix: LoadMatrix; find: string }) {
  const t = useT().load
  const shown = matrix.teachers.filter((one) => find === '' || `${one.lastName} ${one.firstName} ${one.position}`.toLowerCase().includes(find.toLowerCase()))
  const what = (id: string) => matrix.courses.filter((one) => one.teacherIds.includes(id)).map((one) => `${matrix.subjects.find((subject) => subject.id === one.subjectId)?.shortName ?? ''} ${one.group} (${hoursText(one.hours)})`).join('; ')
  return <Rows label={t.byTeacher}>{shown.map((one) => <Row key={one.id} top title={fullName(one)} sub={<>{one.position}<br />{what(one.id)}</>} end={t.hours(hoursText(one.hours))} />)}</Rows>
}
