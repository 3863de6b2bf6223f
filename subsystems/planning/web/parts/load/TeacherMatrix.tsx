import { cx } from '@school/ui'
import { listName } from '@school/web'
import { memo, useMemo, type KeyboardEvent } from 'react'
import type { LoadClass, LoadCourse, LoadMatrix, LoadTeacher } from '../../../contract/index.ts'
import { hoursText, useT } from '../words.ts'
import css from './Load.module.css'
import { cellsOf, hoursIn, type Cell } from './model.ts'

interface Props { matrix: LoadMatrix; cell: Cell | null; onCell(cell: Cell): void; onOff: ((cell: Cell) => void) | null; find: string }

const moves: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }

/** Teachers by classes with hours; arrows walk, Enter opens a cell, Delete takes the teacher off. */
export function TeacherMatrix({ matrix, cell, onCell, onOff, find }: Props) {
  const t = useT().load
  const cells = useMemo(() => cellsOf(matrix.courses), [matrix.courses])
  const teachers = matrix.teachers.filter((one) => find === '' || `${one.lastName} ${one.firstName} ${one.position}`.toLowerCase().includes(find.toLowerCase()))
  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = (event.target as HTMLElement).closest<HTMLElement>('button[data-at]')?.dataset['at']?.split(' ').map(Number)
    if (!at) return
    const move = moves[event.key]
    const [teacher, unit] = [teachers[at[0]!], matrix.classes[at[1]!]]
    if (move) { event.preventDefault(); event.currentTarget.querySelector<HTMLElement>(`button[data-at="${at[0]! + move[0]} ${at[1]! + move[1]}"]`)?.focus() }
    else if ((event.key === 'Enter' || event.key === ' ') && teacher && unit) { event.preventDefault(); onCell({ teacherId: teacher.id, classId: unit.id }) }
    else if ((event.key === 'Delete' || event.key === 'Backspace') && teacher && unit && onOff) { event.preventDefault(); onOff({ teacherId: teacher.id, classId: unit.id }) }
  }
  const press = (event: { target: EventTarget }) => {
    const at = (event.target as HTMLElement).closest<HTMLElement>('button[data-at]')?.dataset['at']?.split(' ').map(Number)
    const [teacher, unit] = [teachers[at?.[0] ?? -1], matrix.classes[at?.[1] ?? -1]]
    if (teacher && unit) onCell({ teacherId: teacher.id, classId: unit.id })
  }
  return (
    <div className={css.scroll} role="presentation" onKeyDown={keys} onClick={press}>
      <table className={css.grid} aria-label={t.byClass}>
        <thead><tr><th scope="col">{t.teacher}</th><th scope="col">{t.rate}</th><th scope="col">{t.sum}</th>{matrix.classes.map((one) => <th key={one.id} scope="col">{one.name}</th>)}</tr></thead>
        <tbody>{teachers.map((teacher, row) => <TeacherRow key={teacher.id} row={row} teacher={teacher} classes={matrix.classes} cells={cells} rateHours={matrix.rateHours} chosen={cell?.teacherId === teacher.id ? cell.classId : null} />)}</tbody>
        <tfoot><tr><th scope="row">{t.sum}</th><td /><td>{hoursText(matrix.teachers.reduce((sum, one) => sum + one.hours, 0))}</td>{matrix.classes.map((one) => <td key={one.id} className={one.needs !== null && one.needs !== one.has ? css.bad : undefined} title={one.needs === null ? '' : `${t.plan}: ${hoursText(one.needs)}`}>{hoursText(one.has)}</td>)}</tr></tfoot>
      </table>
    </div>
  )
}

interface RowProps { row: number; teacher: LoadTeacher; classes: readonly LoadClass[]; cells: ReadonlyMap<string, LoadCourse[]>; rateHours: number; chosen: string | null }

const TeacherRow = memo(function TeacherRow({ row, teacher, classes, cells, rateHours, chosen }: RowProps) {
  const agreed = teacher.rate === null ? null : teacher.rate * rateHours
  const off = teacher.hours > rateHours * 2 ? css.bad : agreed !== null && Math.abs(teacher.hours - agreed) > 0.5 ? css.warn : undefined
  return (
    <tr>
      <th scope="row" title={teacher.position}>{listName(teacher)}<small>{teacher.position}</small></th>
      <td>{teacher.rate === null ? '' : hoursText(teacher.rate)}</td><td className={cx(css.sum, off)}>{hoursText(teacher.hours)}</td>
      {classes.map((one, column) => {
        const hours = hoursIn(cells.get(`${teacher.id} ${one.id}`))
        return <td key={one.id} className={css.box}><button type="button" className={css.cell} tabIndex={row === 0 && column === 0 ? 0 : -1} data-at={`${row} ${column}`} aria-pressed={chosen === one.id} aria-label={`${teacher.lastName}, ${one.name}: ${hoursText(hours)}`}>{hours > 0 ? hoursText(hours) : ''}</button></td>
      })}
    </tr>
  )
})
