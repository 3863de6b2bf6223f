import { Button, Empty, SelectField, StatusWord } from '@school/ui'
import { fullName, keyOf, useCommand } from '@school/web'
import { useEffect, useRef } from 'react'
import { getLoadMatrix, putTeacherRate, type LoadMatrix } from '../../../contract/index.ts'
import { hoursText, tellProblem, useSchoolId, useT } from '../words.ts'
import { offered, type Cell } from './model.ts'
import { useAssign } from './use-assign.ts'

/** What the teacher of a cell may be given in its class; Tab and Enter are enough. */
export function CellPanel({ matrix, cell }: { matrix: LoadMatrix; cell: Cell }) {
  const t = useT().load
  const { assign, busy, nameOf } = useAssign(matrix)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => { box.current?.querySelector('button')?.focus() }, [cell.teacherId, cell.classId])
  const courses = offered(matrix, cell)
  const teacher = matrix.teachers.find((one) => one.id === cell.teacherId)
  const who = (ids: readonly string[]) => ids.map((id) => { const one = matrix.teachers.find((other) => other.id === id); return one ? `${one.lastName} ${one.firstName.slice(0, 1)}.` : '' }).join(', ')
  return (
    <div ref={box} className="stack">
      {teacher ? <RateField matrix={matrix} teacherId={teacher.id} rate={teacher.rate} /> : null}
      {courses.length === 0 ? <Empty compact>{t.noCourses}</Empty> : (
        <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {courses.map((course) => {
            const own = course.teacherIds.includes(cell.teacherId)
            return (
              <li key={course.id} className="row" style={{ minHeight: 44, borderBottom: '1px solid var(--line)' }}>
                <div style={{ minWidth: 0 }}><b className="small">{nameOf(course)}</b><br /><span className="small muted">{t.hours(hoursText(course.hours))}{', '}{course.teacherIds.length === 0 ? <StatusWord tone="bad">{t.nobody}</StatusWord> : who(course.teacherIds)}</span></div>
                <span className="push" />
                {matrix.can.change ? <Button size="sm" look={own ? 'text' : course.teacherIds.length === 0 ? 'primary' : 'outlined'} busy={busy} onClick={() => assign(course, own ? course.teacherIds.filter((id) => id !== cell.teacherId) : [cell.teacherId])}>{own ? t.unassign : course.teacherIds.length === 0 ? t.assign : t.replace}</Button> : null}
              </li>
            )
          })}
        </ul>
      )}
      {teacher ? <p className="small muted">{fullName(teacher)}, {teacher.position}: {t.hours(hoursText(teacher.hours))}</p> : null}
    </div>
  )
}

const rates = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]

function RateField({ matrix, teacherId, rate }: { matrix: LoadMatrix; teacherId: string; rate: number | null }) {
  const t = useT().load
  const schoolId = useSchoolId()
  const put = useCommand(putTeacherRate, { stale: () => [keyOf(getLoadMatrix, { params: { schoolId } })], onProblem: tellProblem })
  if (!matrix.can.change) return null
  return <SelectField label={t.rate} hint={t.rateOf(hoursText(matrix.rateHours))} value={rate === null ? '' : String(rate)} onChange={(value) => put.mutate({ params: { schoolId, teacherId }, body: { year: matrix.year, rate: value === '' ? null : Number(value) } })} options={[{ value: '', label: t.nobodyYet }, ...rates.map((one) => ({ value: String(one), label: hoursText(one) }))]} />
}
