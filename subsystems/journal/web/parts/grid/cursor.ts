import type { GridAct } from './keys.ts'

export interface Place { readonly row: number; readonly column: number }
/** Where the cursor stands and from where the selection was drawn. */
export interface Cursor extends Place { readonly from: Place }
export interface Size { readonly rows: number; readonly columns: number }
export interface Block { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

export const cursorAt = (row: number, column: number): Cursor => ({ row, column, from: { row, column } })

/** The block of selected cells, edges included. */
export const blockOf = ({ row, column, from }: Cursor): Block => ({ top: Math.min(row, from.row), bottom: Math.max(row, from.row), left: Math.min(column, from.column), right: Math.max(column, from.column) })

export const isOneCell = (cursor: Cursor) => cursor.row === cursor.from.row && cursor.column === cursor.from.column

/** The cursor after a moving key; the same object when the edge was already reached. */
export function moved(cursor: Cursor, act: Extract<GridAct, { act: 'move' | 'edge' }>, size: Size): Cursor {
  const to = act.act === 'move' ? { row: cursor.row + act.rows, column: cursor.column + act.columns } : edge(cursor, act.to, size)
  const row = Math.max(0, Math.min(size.rows - 1, to.row))
  const column = Math.max(0, Math.min(size.columns - 1, to.column))
  if (row === cursor.row && column === cursor.column && (act.extend || isOneCell(cursor))) return cursor
  return { row, column, from: act.extend ? cursor.from : { row, column } }
}

function edge({ row, column }: Place, to: Extract<GridAct, { act: 'edge' }>['to'], size: Size): Place {
  if (to === 'rowStart') return { row, column: 0 }
  if (to === 'rowEnd') return { row, column: size.columns - 1 }
  if (to === 'top') return { row: 0, column }
  if (to === 'bottom') return { row: size.rows - 1, column }
  return to === 'first' ? { row: 0, column: 0 } : { row: size.rows - 1, column: size.columns - 1 }
}
