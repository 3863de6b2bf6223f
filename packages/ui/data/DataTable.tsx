import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import { Tick } from '../forms/choices.tsx'
import { IconChevronDown, IconChevronUp } from '../icons/icons.ts'
import { useWords } from '../words.ts'
import { InItem } from './List.tsx'
import { Waiting } from './states.tsx'
import css from './table.module.css'

export interface Column<T> {
  readonly key: string
  readonly head: ReactNode
  readonly cell: (row: T) => ReactNode
  readonly align?: 'left' | 'right' | 'center'
  readonly width?: number | string
  /** The cell that names the row; it carries the link or the act of opening. */
  readonly names?: boolean
  readonly hidePhone?: boolean
  readonly sortable?: boolean
}
export interface Sort { readonly key: string; readonly down: boolean }

interface Props<T> {
  caption: string
  columns: ReadonlyArray<Column<T>>
  rows: readonly T[] | undefined
  rowKey: (row: T) => string
  density?: 'reading' | 'dense'
  /** Shown while `rows` is undefined: how many bars. */
  waitingRows?: number
  empty: ReactNode
  href?: (row: T) => string
  onOpen?: (row: T) => void
  /** The row whose panel is open. */
  currentKey?: string | null
  selected?: ReadonlySet<string>
  onSelect?: (selected: Set<string>) => void
  selectable?: (row: T) => boolean
  rowLabel?: (row: T) => string
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** The row as a phone shows it, instead of columns. */
  phone?: (row: T) => ReactNode
  /** Rows run to the edge of the sheet. */
  edge?: boolean
}

/** A list as a table: sticky head, two densities, selection, designed empty and waiting states. */
export function DataTable<T>(props: Props<T>) {
  const { caption, columns, rows, rowKey, density = 'reading', waitingRows = 8, empty, phone, edge } = props
  if (rows === undefined) return <div className={cx(edge && css.edge)}><Waiting rows={waitingRows} height={density === 'dense' ? 29 : 44} /></div>
  if (rows.length === 0) return <>{empty}</>
  const opens = Boolean(props.href ?? props.onOpen)
  return (
    <div className={cx(css.box, edge && css.edge, opens && css.opens, phone && css.hasPhone)}>
      <table className={cx(css.table, density === 'dense' && css.dense)}>
        <caption className="only-spoken">{caption}</caption>
        <thead className={css.stick}><tr>{props.onSelect ? <SelectAll {...props} rows={rows} /> : null}{columns.map((column) => <Head key={column.key} column={column} sort={props.sort} onSort={props.onSort} />)}</tr></thead>
        <tbody>{rows.map((row) => <Line key={rowKey(row)} row={row} {...props} />)}</tbody>
      </table>
      {phone ? <ul className={css.phone} aria-label={caption}>{rows.map((row) => <li key={rowKey(row)}><InItem value={true}>{phone(row)}</InItem></li>)}</ul> : null}
    </div>
  )
}

const alignOf = (column: { align?: 'left' | 'right' | 'center'; hidePhone?: boolean }) => cx(column.align === 'right' && css.right, column.align === 'center' && css.center, column.hidePhone && css.hidePhone)

function Head<T>({ column, sort, onSort }: { column: Column<T>; sort: Sort | undefined; onSort: ((sort: Sort) => void) | undefined }) {
  const sorted = sort?.key === column.key ? sort : undefined
  const Arrow = sorted?.down ? IconChevronDown : IconChevronUp
  return (
    <th scope="col" className={alignOf(column)} style={{ width: column.width }} aria-sort={sorted ? (sorted.down ? 'descending' : 'ascending') : undefined}>
      {column.sortable && onSort ? <button type="button" className={css.sort} onClick={() => onSort({ key: column.key, down: sorted ? !sorted.down : false })}>{column.head}{sorted ? <Arrow size={14} /> : null}</button> : column.head}
    </th>
  )
}

function SelectAll<T>({ rows, rowKey, selected, onSelect, selectable }: Props<T> & { rows: readonly T[] }) {
  const words = useWords()
  const keys = rows.filter((row) => selectable?.(row) ?? true).map(rowKey)
  const chosen = keys.filter((key) => selected?.has(key)).length
  return <th className={css.pick}><Tick label={words.selectAll} checked={chosen > 0 && chosen === keys.length} part={chosen > 0} onChange={(all) => onSelect?.(new Set(all ? keys : []))} /></th>
}

function Line<T>({ row, columns, rowKey, href, onOpen, currentKey, selected, onSelect, selectable, rowLabel }: Props<T> & { row: T }) {
  const words = useWords()
  const key = rowKey(row)
  const toggle = (on: boolean) => { const next = new Set(selected); if (on) next.add(key); else next.delete(key); onSelect?.(next) }
  const naming = columns.find((column) => column.names) ?? columns[0]
  return (
    <tr aria-current={currentKey === key || undefined} onClick={onOpen ? () => onOpen(row) : undefined}>
      {onSelect ? <td className={css.pick} onClick={(event) => event.stopPropagation()}><Tick label={`${words.select}: ${rowLabel?.(row) ?? key}`} checked={selected?.has(key) ?? false} disabled={!(selectable?.(row) ?? true)} onChange={toggle} /></td> : null}
      {columns.map((column) => {
        if (column !== naming) return <td key={column.key} className={alignOf(column)}>{column.cell(row)}</td>
        const inside = column.cell(row)
        const named = href ? <a className={css.open} href={href(row)} data-plain="">{inside}</a> : onOpen ? <button type="button" className={css.open}>{inside}</button> : inside
        return <th key={column.key} scope="row" className={alignOf(column)}>{named}</th>
      })}
    </tr>
  )
}

/** The bar of acts on what is selected; it lies at the bottom of the list. */
export function BulkBar({ title, note, edge, children }: { title: string; note?: string; edge?: boolean; children: ReactNode }) {
  return <div className={cx(css.bulk, edge && css.edge)} role="region" aria-label={title}><div><b>{title}</b>{note ? <span>{note}</span> : null}</div>{children}</div>
}
