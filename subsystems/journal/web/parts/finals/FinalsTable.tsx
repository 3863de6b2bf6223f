import { cx, MarkTile } from '@school/ui'
import { decimal, listName, type PersonName } from '@school/web'
import type { KeyboardEvent, ReactNode } from 'react'
import type { FinalCell } from '../../../contract/index.ts'
import { finalFigure, valueOfKey } from './figures.ts'
import { useFinalWords } from './words.ts'
import css from './Finals.module.css'

export interface FinalColumn { readonly key: string; readonly name: string; readonly head: ReactNode; readonly chosen?: boolean }
export interface FinalLine { readonly id: string; readonly person: PersonName; readonly note?: string }
interface Props {
  label: string
  corner: string
  columns: readonly FinalColumn[]
  rows: readonly FinalLine[]
  cellOf: (row: FinalLine, column: FinalColumn) => FinalCell | undefined
  onOpen: (cell: FinalCell, row: FinalLine, column: FinalColumn) => void
  /** A key that puts a value; left out where nothing can be put. */
  onValue?: ((cell: FinalCell, value: string, row: FinalLine, column: FinalColumn) => void) | undefined
  narrow?: boolean
}

const step: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }

/** Pupils × columns of final marks, walked with arrows; a figure puts a mark, Enter opens what it is made of. */
export function FinalsTable({ label, corner, columns, rows, cellOf, onOpen, onValue, narrow }: Props) {
  const walk = (event: KeyboardEvent<HTMLTableElement>) => {
    const here = (event.target as HTMLElement).closest<HTMLElement>('[data-at]')?.dataset['at']?.split(' ').map(Number)
    if (!here) return
    const [row, column] = [here[0]!, here[1]!]
    const move = step[event.key]
    const cell = rows[row] && columns[column] ? cellOf(rows[row], columns[column]) : undefined
    const value = event.ctrlKey || event.metaKey || event.altKey ? null : valueOfKey(event.key)
    if (move) {
      event.preventDefault()
      for (let [r, c] = [row + move[0], column + move[1]]; r >= 0 && c >= 0 && r < rows.length && c < columns.length; r += move[0], c += move[1]) {
        const next = event.currentTarget.querySelector<HTMLElement>(`[data-at="${r} ${c}"]`)
        if (next) { next.focus(); break }
      }
    } else if (value !== null && cell && onValue) {
      event.preventDefault()
      onValue(cell, value, rows[row]!, columns[column]!)
    }
  }
  return (
    <div className={css.box} tabIndex={-1}>
      <table className={cx(css.table, narrow && css.narrow)} onKeyDown={walk}>
        <caption className="only-spoken">{label}</caption>
        <thead><tr><th scope="col">{corner}</th>{columns.map((column) => <th key={column.key} scope="col" className={column.chosen ? css.chosen : undefined}>{column.head}</th>)}</tr></thead>
        <tbody>{rows.map((row, r) => (
          <tr key={row.id}>
            <th scope="row">{listName(row.person)}{row.note ? <small>{row.note}</small> : null}</th>
            {columns.map((column, c) => {
              const cell = cellOf(row, column)
              return <td key={column.key} className={column.chosen ? css.chosen : undefined}>{cell ? <Cell cell={cell} at={`${r} ${c}`} name={listName(row.person)} column={column.name} bare={narrow ?? false} onOpen={() => onOpen(cell, row, column)} /> : null}</td>
            })}
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}

function Cell({ cell, at, name, column, bare, onOpen }: { cell: FinalCell; at: string; name: string; column: string; bare: boolean; onOpen: () => void }) {
  const t = useFinalWords()
  const value = cell.mark?.value ?? ''
  const average = cell.average === '' ? '' : decimal(Number(cell.average))
  const proposed = cell.proposed ? finalFigure(t, cell.proposed) : ''
  return (
    <button type="button" className={css.cell} data-at={at} onClick={onOpen}>
      <span className="only-spoken">{t.cell(name, column, value ? t.names[value] ?? value : '', average, proposed)}</span>
      {bare ? null : <span aria-hidden="true">{average}</span>}
      {value ? <MarkTile silent value={finalFigure(t, value)} /> : proposed ? <MarkTile silent look="proposal" value={proposed} /> : bare ? <span aria-hidden="true">·</span> : average ? null : <span aria-hidden="true">—</span>}
    </button>
  )
}
