import { IconArrowsExchange } from '@school/ui'
import { weekdayText } from '@school/web'
import { useRef, type KeyboardEvent } from 'react'
import type { Placed, Target } from '../../../contract/index.ts'
import { dayOf, useT } from '../words.ts'
import css from './Board.module.css'
import { useFaultText } from './fault-text.ts'
import type { By, Cell, Names } from './view.ts'

interface Props {
  by: By; days: readonly number[]; numbers: readonly number[]; placed: readonly Placed[]; names: Names; faulty: ReadonlySet<string>
  held: readonly Placed[]; targets: ReadonlyMap<string, Target>
  onPick(one: Placed): void; onDrop(cell: Cell): void; onOpen(one: Placed): void; onFocusCell(cell: Cell): void; onCancel(): void; onRemove(one: Placed): void
}

export const keyOfCell = ({ weekday, number }: Cell): string => `${weekday} ${number}`

/** The week as a grid: arrows move, Enter picks up and puts down, Escape lets go; while something is held every cell tells what it would cost. */
export function BoardGrid(props: Props) {
  const { by, days, numbers, placed, held, targets, onDrop, onFocusCell, onCancel } = props
  const t = useT()
  const table = useRef<HTMLTableElement>(null)
  const move = (event: KeyboardEvent, cell: Cell) => {
    if (event.key === 'Escape') return onCancel()
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
    if (!step) return
    event.preventDefault()
    table.current?.querySelector<HTMLElement>(`[data-cell="${cell.weekday + step[0]!} ${cell.number + step[1]!}"]`)?.focus()
  }
  return (
    <div className={css.scroll}>
      <table ref={table} className={css.grid} data-holding={held.length > 0 ? '' : undefined} aria-describedby="board-keys">
        <thead><tr><th scope="col"><span className="only-spoken">{t.weekNumber}</span></th>{days.map((day) => <th key={day} scope="col">{weekdayText(dayOf(day))}</th>)}</tr></thead>
        <tbody>{numbers.map((number) => (
          <tr key={number}>
            <th scope="row">{number}</th>
            {days.map((weekday) => {
              const cell = { weekday, number }
              const target = targets.get(keyOfCell(cell))
              const here = placed.filter((one) => one.weekday === weekday && one.number === number)
              return (
                <td key={weekday} data-severity={target?.severity} onDragOver={(event) => { if (target) event.preventDefault() }} onDrop={(event) => { event.preventDefault(); onDrop(cell) }}
                  onFocus={() => onFocusCell(cell)} onMouseEnter={() => onFocusCell(cell)} onKeyDown={(event) => move(event, cell)}>
                  {target ? <TargetMark target={target} cell={cell} onDrop={() => onDrop(cell)} first={here[0] ? props.names.course.get(here[0].courseId)?.subject.name ?? '' : ''} /> : null}
                  {here.map((one, i) => <Lesson key={one.id} one={one} {...props} cell={target || i > 0 ? null : cell} />)}
                  {here.length === 0 && !target ? <span className={css.empty} tabIndex={-1} data-cell={keyOfCell(cell)} role="img" aria-label={t.board.emptyCell(weekdayText(dayOf(weekday)), number)} /> : null}
                </td>
              )
            })}
          </tr>
        ))}</tbody>
      </table>
      <p id="board-keys" className="only-spoken">{t.board.keys(t.board.views[by])}</p>
    </div>
  )
}

/** What putting the held lesson here would cost. */
function TargetMark({ target, cell, first, onDrop }: { target: Target; cell: Cell; first: string; onDrop(): void }) {
  const t = useT()
  const text = useFaultText()
  const words = target.severity === 'good' ? t.board.good : text(target.verdict.appear[0]!)
  const exchange = target.swapWith.length > 0
  return (
    <button type="button" className={css.target} data-severity={target.severity} data-cell={keyOfCell(cell)} onClick={onDrop} title={words}>
      <span className="only-spoken">{`${t.board.putHere(weekdayText(dayOf(cell.weekday)), cell.number)}${exchange ? `, ${t.board.swapWith(first)}` : ''}. `}</span>
      {exchange ? <IconArrowsExchange size={14} /> : null}
      <b>{target.verdict.delta > 0 ? '+' : ''}{Math.round(target.verdict.delta).toLocaleString('ru')}</b>
      <span>{words}</span>
    </button>
  )
}

function Lesson({ one, by, names, faulty, held, cell, onPick, onOpen, onRemove }: Props & { one: Placed; cell: Cell | null }) {
  const t = useT()
  const course = names.course.get(one.courseId)
  const week = one.week === 'A' ? t.aWeek : one.week === 'B' ? t.bWeek : ''
  const group = by === 'class' && course?.whole ? '' : course?.groupName ?? ''
  const teachers = by === 'teacher' ? '' : one.teacherIds.map(names.teacher).join(', ')
  const room = by === 'room' || one.roomId === null ? '' : t.cab(names.room(one.roomId))
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Delete' || event.key === 'Backspace') onRemove(one)
    if (event.key === 'F2' || event.key === ' ') { event.preventDefault(); onOpen(one) }
  }
  return (
    <button type="button" className={css.lesson} draggable data-held={held.some(({ id }) => id === one.id) ? '' : undefined} data-cell={cell ? keyOfCell(cell) : undefined}
      onClick={() => onPick(one)} onDoubleClick={() => onOpen(one)} onKeyDown={keys} onDragStart={(event) => { event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', one.id); setTimeout(() => onPick(one)) }}>
      <b>{course?.subject.name}</b>
      <span>{[group, teachers, room, week].filter(Boolean).join(' · ')}</span>
      {faulty.has(`${one.weekday} ${one.number}`) ? <span className={css.fault}>{t.clash}</span> : null}
    </button>
  )
}
