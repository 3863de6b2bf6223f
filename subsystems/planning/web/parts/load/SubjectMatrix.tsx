import { cx } from '@school/ui'
import { useMemo } from 'react'
import type { LoadMatrix } from '../../../contract/index.ts'
import { hoursText, useT } from '../words.ts'
import css from './Load.module.css'

/** Classes by subjects: hours and the surnames of who teaches; what differs from the plan stands out. */
export function SubjectMatrix({ matrix, onCourse }: { matrix: LoadMatrix; onCourse: ((courseId: string) => void) | null }) {
  const t = useT().load
  const names = useMemo(() => new Map(matrix.teachers.map((one) => [one.id, one.lastName])), [matrix.teachers])
  const cells = useMemo(() => Map.groupBy(matrix.courses.flatMap((course) => course.classIds.map((classId) => ({ course, classId }))), (one) => `${one.classId} ${one.course.subjectId}`), [matrix.courses])
  const wrong = useMemo(() => new Set(matrix.problems.filter((one) => one.classId !== null && one.severity !== 'hint').map((one) => `${one.classId} ${one.subjectId}`)), [matrix.problems])
  return (
    <div className={css.scroll} tabIndex={0} role="region" aria-label={t.bySubject}>
      <table className={css.grid}>
        <thead><tr><th scope="col">{t.class}</th><th scope="col">{t.plan}</th><th scope="col">{t.has}</th>{matrix.subjects.map((one) => <th key={one.id} scope="col" title={one.name}>{one.shortName}</th>)}</tr></thead>
        <tbody>
          {matrix.classes.map((unit) => (
            <tr key={unit.id}>
              <th scope="row">{unit.name}<small>{unit.plan?.name ?? ''}</small></th><td>{unit.needs === null ? '' : hoursText(unit.needs)}</td><td className={cx(css.sum, unit.needs !== null && unit.needs !== unit.has && css.bad)}>{hoursText(unit.has)}</td>
              {matrix.subjects.map((subject) => {
                const key = `${unit.id} ${subject.id}`
                const list = cells.get(key) ?? []
                const text = list.map(({ course }) => `${hoursText(course.hours)} ${course.teacherIds.map((id) => names.get(id) ?? '').join(', ') || '—'}`).join('; ')
                return <td key={subject.id} className={cx(css.subject, wrong.has(key) && css.bad)} title={text} onDoubleClick={() => { if (list[0]) onCourse?.(list[0].course.id) }}>{text}</td>
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
