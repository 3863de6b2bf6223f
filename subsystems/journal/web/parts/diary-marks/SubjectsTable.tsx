import { MarkTile } from '@school/ui'
import { dayText } from '@school/web'
import type { SubjectsOverview } from '../../../contract/index.ts'
import { useT } from '../diary-week/words.ts'
import { figureOf } from '../grid/entry.ts'
import { AverageButton } from './AverageButton.tsx'
import css from './Marks.module.css'

interface Props { overview: SubjectsOverview; schoolId: string; subject: (courseId: string) => string }

/** Every subject of a period with its marks in a row. */
export function SubjectsTable({ overview, schoolId, subject }: Props) {
  const t = useT()
  const { studentId, period } = overview
  return (
    <table className={css.table}>
      <thead><tr><th scope="col">{t.subject}</th><th scope="col">{t.marks}</th><th scope="col" className={css.num}>{t.missedLessons}</th><th scope="col" className={css.num}>{t.average}</th><th scope="col" className={css.num}>{t.proposed}</th></tr></thead>
      <tbody>{overview.subjects.map((one) => (
        <tr key={one.courseId}>
          <th scope="row"><a href={subject(one.courseId)}>{one.subject.name}</a><span>{one.teachers.join(', ')}</span></th>
          <td className={css.marks}>{one.marks.length === 0 ? <span className="muted small">{t.noMarks}</span> : <ul className={css.tiles}>{one.marks.map((mark) => <li key={mark.id}><MarkTile value={figureOf(mark.value, mark.retake)} weight={mark.value === 'debt' ? 1 : mark.weight} title={`${figureOf(mark.value, mark.retake)}, ${mark.type}, ${dayText(mark.date)}, ${t.weight(mark.weight)}`} /></li>)}</ul>}</td>
          <td className={`${css.num} ${css.missed}`}>{one.summary?.missed || '—'}</td>
          <td className={css.num}>{one.summary?.average ? <AverageButton schoolId={schoolId} studentId={studentId} courseId={one.courseId} subject={one.subject.name} average={one.summary.average} periodId={period?.id} /> : '—'}</td>
          <td className={css.num}>{one.summary?.proposed ? <MarkTile look="proposal" value={figureOf(one.summary.proposed)} /> : '—'}</td>
        </tr>
      ))}</tbody>
    </table>
  )
}
