import { cx, MarkTile } from '@school/ui'
import { memo, useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import css from './Grid.module.css'
import type { Sheet } from './sheet.ts'
import type { CellView } from './sheet-data.ts'

interface RowProps { sheet: Sheet; row: number; from: number; to: number; starts: readonly number[]; shape: number }
export interface RowWords { readonly average: string; readonly missed: string; readonly proposed: string; readonly final: string; readonly none: string }

const useRow = (sheet: Sheet, row: number) => useSyncExternalStore(useCallback((tell) => sheet.onRow(row, tell), [sheet, row]), () => sheet.versionOf(row))
const useFocusOf = (sheet: Sheet, row: number) => useSyncExternalStore(useCallback((tell) => sheet.onRow(row, tell), [sheet, row]), () => sheet.selectionIn(row).focus)
const rowHeaderId = (row: number) => `journal-name-${row}`
const totalIds = (row: number) => [0, 1, 2].map((n) => `journal-total-${row}-${n}`)

/** The marks of one pupil; the row draws itself anew only when something of this pupil or the cursor in this row changed. */
export const GridRow = memo(function GridRow({ sheet, row, from, to, starts }: RowProps) {
  const ref = useRef<HTMLDivElement>(null)
  useRow(sheet, row)
  const { focus, left, right } = sheet.selectionIn(row)
  useLayoutEffect(() => {
    if (focus < 0 || !sheet.active) return
    const cell = focus < sheet.columns.length ? ref.current?.querySelector<HTMLElement>(`[data-c="${focus}"]`) : document.getElementById(totalIds(row)[focus - sheet.columns.length] ?? '')
    cell?.focus({ preventScroll: true })
  }, [focus, sheet, row, from, to])
  const last = starts.at(-1) ?? 0
  const cells = []
  for (let column = from; column < to; column++) {
    const lesson = sheet.columns[column]
    if (!lesson) continue
    cells.push(<Cell key={lesson.lessonId} view={sheet.cellAt(row, column)} column={column} width={(starts[column + 1] ?? 0) - (starts[column] ?? 0)} today={lesson.when === 'today'} focus={column === focus} selected={column >= left && column <= right} locked={!lesson.canWrite && !lesson.canRecord} />)
  }
  return (
    <div ref={ref} className={cx(css.row, focus >= 0 && css.now)} role="row" aria-rowindex={row + 2} aria-owns={[rowHeaderId(row), ...totalIds(row)].join(' ')} data-r={row}>
      {from > 0 ? <div className={css.spacer} role="presentation" style={{ width: starts[from] }} /> : null}
      {cells}
      {to < starts.length - 1 ? <div className={css.spacer} role="presentation" style={{ width: last - (starts[to] ?? 0) }} /> : null}
    </div>
  )
})

/** The number and the name of a pupil, at the sticky left side. */
export const NameCell = memo(function NameCell({ sheet, row, name }: { sheet: Sheet; row: number; name: string }) {
  const focus = useFocusOf(sheet, row)
  return <div id={rowHeaderId(row)} className={cx(css.name, focus >= 0 && css.now)} role="rowheader" aria-colindex={1} title={name}><span className={css.no}>{row + 1}</span><span>{name}</span></div>
})

interface CellProps { view: CellView; column: number; width: number; today: boolean; focus: boolean; selected: boolean; locked: boolean }

const Cell = memo(function Cell({ view, column, width, today, focus, selected, locked }: CellProps) {
  const empty = view.marks.length === 0 && !view.absence
  return (
    <div role="gridcell" aria-colindex={column + 2} data-c={column} tabIndex={focus ? 0 : -1} aria-label={view.spoken} aria-selected={selected || undefined} aria-readonly={locked || undefined} style={{ width }}
      className={cx(css.cell, today && css.today, focus && css.focus, selected && css.selected, empty && !locked && css.empty, view.state !== 'quiet' && css[view.state])}>
      {view.absence ? <MarkTile value={view.absence} look="absence" size="grid" silent /> : null}
      {view.absence && view.marks.length > 0 ? ' ' : null}
      {view.marks.map((mark) => <MarkTile key={mark.key} value={mark.figure} weight={mark.figure === '•' ? 1 : mark.weight} size="grid" silent noted={mark.noted} {...(mark.as ? { as: mark.as } : {})} />)}
    </div>
  )
})

interface TotalsProps { sheet: Sheet; row: number; name: string; words: RowWords }

/** The figures made of a pupil's marks, at the sticky right side. */
export const TotalCells = memo(function TotalCells({ sheet, row, name, words }: TotalsProps) {
  const focus = useFocusOf(sheet, row)
  const summary = useSyncExternalStore(useCallback((tell) => sheet.onRow(row, tell), [sheet, row]), () => sheet.summaryOf(row))
  const first = sheet.columns.length
  const ids = totalIds(row)
  const cell = (offset: number, kind: string | undefined) => ({ id: ids[offset], role: 'gridcell', 'aria-colindex': first + offset + 2, 'data-c': first + offset, tabIndex: focus === first + offset ? 0 : -1, className: cx(kind, focus === first + offset && css.focus) } as const)
  const average = summary?.average ?? ''
  const shown = summary?.final ?? summary?.proposed ?? null
  return (
    <div className={cx(css.total, focus >= 0 && css.now)} data-r={row}>
      <div {...cell(0, css.average)} aria-label={`${name}, ${words.average}: ${average || words.none}`}>{average ? <span className={css.number}>{average}</span> : null}</div>
      <div {...cell(1, css.missed)} aria-label={`${name}, ${words.missed}: ${summary?.missed ?? 0}`}>{summary?.missed ? summary.missed : null}</div>
      <div {...cell(2, css.proposed)} aria-label={`${name}, ${summary?.final ? words.final : words.proposed}: ${shown ?? words.none}`}>{shown ? <MarkTile value={shown} look={summary?.final ? 'mark' : 'proposal'} size="grid" silent /> : null}</div>
    </div>
  )
})
