import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore, type ClipboardEvent, type CSSProperties, type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react'
import { cursorAt, moved } from './cursor.ts'
import type { Desk } from './desk.ts'
import css from './Grid.module.css'
import { GridHead, type HeadWords } from './GridHead.tsx'
import { GridRow, NameCell, TotalCells, type RowWords } from './GridRow.tsx'
import { actOf, type GridAct } from './keys.ts'
import { columnStarts, scrollTo, shownColumns, type Shown } from './window.ts'

/** What the grid lets the page show beside a cell. */
export type Opened = { readonly what: 'palette' | 'history' | 'average' | 'proposed'; readonly by: Element; readonly row: number; readonly column: number }

interface Props { desk: Desk; label: string; words: RowWords & HeadWords; onOpen: (opened: Opened) => void }

const totals = 3
const leastWidth = 55
const todayWidth = 86
/** An A4 sheet on its side within its margins, in pixels of the screen. */
const paperWidth = 1040
const sidesWidth = 450

/** The journal page as a grid: keyboard of a spreadsheet, only the columns in sight are drawn. */
export function Grid({ desk, label, words, onOpen }: Props) {
  const { sheet } = desk
  const scroller = useRef<HTMLDivElement>(null)
  const shape = useSyncExternalStore(sheet.onShape, sheet.shape)
  const [room, sides] = useRoom(scroller)
  const starts = useMemo(() => columnStarts(sheet.columns.map((column) => widthOf(column) * sides.scale), room), [sheet, shape, room, sides.scale])
  const [shown, setShown] = useState<Shown>({ from: 0, to: 24 })
  const look = useCallback(() => {
    const box = scroller.current
    if (box) setShown((now) => { const next = shownColumns(starts, box.scrollLeft, room); return next.from === now.from && next.to === now.to ? now : next })
  }, [starts, room])
  useLayoutEffect(look, [look])
  useEffect(() => sheet.onCursor(() => keepInSight(scroller.current, starts, sheet.cursor.column, sheet.cursor.row, sides)), [sheet, starts, sides])
  useLayoutEffect(() => keepInSight(scroller.current, starts, sheet.cursor.column, sheet.cursor.row, sides), [sheet, starts, sides])
  const keys = useGridKeys(desk, onOpen)
  const printing = usePrinting()
  const from = printing ? 0 : shown.from
  const to = printing ? sheet.columns.length : Math.min(shown.to, sheet.columns.length)
  const zoom = { '--print-zoom': Math.min(1, paperWidth / ((starts.at(-1) ?? 0) + sidesWidth)) } as CSSProperties
  return (
    <div className={css.wrap}>
      <div ref={scroller} className={css.scroller} onScroll={look}>
        <div className={css.grid} style={zoom} {...keys}>
          <GridHead sheet={sheet} starts={starts} from={from} to={to} shape={shape} words={words} />
          <div className={css.names}>{sheet.pupils.map((pupil, row) => <NameCell key={pupil.studentId} sheet={sheet} row={row} name={pupil.name} />)}</div>
          <div className={css.body} role="grid" aria-owns="journal-days" aria-label={label} aria-rowcount={sheet.pupils.length + 1} aria-colcount={sheet.columns.length + 1 + totals} aria-multiselectable="true">{sheet.pupils.map((pupil, row) => <GridRow key={pupil.studentId} sheet={sheet} row={row} from={from} to={to} starts={starts} shape={shape} />)}</div>
          <div className={css.totals}>{sheet.pupils.map((pupil, row) => <TotalCells key={pupil.studentId} sheet={sheet} row={row} name={pupil.name} words={words} />)}</div>
        </div>
      </div>
    </div>
  )
}

const widthOf = (column: { when: string; works: readonly { weight: number }[] }) =>
  Math.max(column.when === 'today' ? todayWidth : leastWidth, column.works.slice(0, 4).reduce((sum, work) => sum + (work.weight === 1 ? 26 : 34), 4))

let onPaper = false
const watchPrinting = (tell: () => void) => {
  const turn = (event: Event) => { onPaper = event.type === 'beforeprint'; tell() }
  addEventListener('beforeprint', turn)
  addEventListener('afterprint', turn)
  return () => { removeEventListener('beforeprint', turn); removeEventListener('afterprint', turn) }
}
/** True while the page goes to paper, where nothing scrolls and every column must be drawn. */
const usePrinting = () => useSyncExternalStore(watchPrinting, () => onPaper)

interface Sides { readonly left: number; readonly right: number; readonly head: number; /** By how much type is larger than usual. */ readonly scale: number }

/** How wide the columns of lessons may be together, and how wide the sticky sides are. */
function useRoom(scroller: { current: HTMLDivElement | null }): [number, Sides] {
  const [room, setRoom] = useState({ width: 640, left: 214, right: 236, head: 50, scale: 1 })
  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    const measure = () => {
      const corner = box.querySelector<HTMLElement>(`.${css.corner}`)
      const next = { left: corner?.offsetWidth ?? 0, right: box.querySelector<HTMLElement>(`.${css.totals}`)?.offsetWidth ?? 0, head: corner?.offsetHeight ?? 0, scale: Number(getComputedStyle(box).getPropertyValue('--scale')) || 1 }
      setRoom((now) => { const width = box.clientWidth - next.left - next.right; return now.width === width && now.left === next.left && now.right === next.right ? now : { width, ...next } })
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(box)
    const corner = box.querySelector(`.${css.corner}`)
    if (corner) watch.observe(corner)
    return () => watch.disconnect()
  }, [scroller])
  const { left, right, head, scale } = room
  const sides = useMemo(() => ({ left, right, head, scale }), [left, right, head, scale])
  return [room.width, sides]
}

function keepInSight(box: HTMLElement | null, starts: readonly number[], column: number, row: number, sides: Sides): void {
  if (!box) return
  const across = column < starts.length - 1 ? scrollTo(starts, column, box.scrollLeft, box.clientWidth - sides.left - sides.right) : null
  if (across !== null) box.scrollLeft = across
  const line = box.querySelector<HTMLElement>(`[data-r="${row}"]`)
  if (!line) return
  const head = sides.head
  const top = row * line.offsetHeight
  const bottom = head + top + line.offsetHeight
  if (top < box.scrollTop) box.scrollTop = top
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight
}

/** The keyboard, the pointer and the clipboard of the grid, heard once for all cells. */
function useGridKeys(desk: Desk, onOpen: (opened: Opened) => void) {
  const { sheet } = desk
  const drawing = useRef(false)
  const size = () => ({ rows: sheet.pupils.length, columns: sheet.columns.length + totals })
  const cellOf = (target: EventTarget): { element: Element; row: number; column: number } | null => {
    const element = (target as Element).closest('[data-c]')
    if (!element) return null
    return { element, row: Number(element.closest('[data-r]')?.getAttribute('data-r') ?? sheet.cursor.row), column: Number(element.getAttribute('data-c')) }
  }
  const open = (what: 'cell' | 'history', by: Element) => {
    const { row, column } = sheet.cursor
    const total = column - sheet.columns.length
    if (total < 0) onOpen({ what: what === 'history' ? 'history' : 'palette', by, row, column })
    else if (total === 0 || total === 2) onOpen({ what: total === 0 ? 'average' : 'proposed', by, row, column })
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const cell = cellOf(event.target)
    const act = cell && (event.key === ' ' && cell.column >= sheet.columns.length ? { act: 'palette' as const } : actOf(event))
    if (!cell || !act) return
    if (act.act === 'move' && event.key === 'Tab' && moved(sheet.cursor, act, size()) === sheet.cursor) return
    if (act.act !== 'escape') event.preventDefault()
    const judged = act.act === 'type' && /\d/.test(act.letter) && sheet.typingWork(cell.column)?.scale === 'criteria'
    if (judged) open('cell', cell.element)
    else if (act.act === 'palette' || act.act === 'history') open(act.act === 'history' ? 'history' : 'cell', cell.element)
    else perform(desk, act, size())
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    const cell = cellOf(event.target)
    if (!cell || event.button !== 0) return
    drawing.current = event.pointerType === 'mouse'
    sheet.active = true
    sheet.moveTo(event.shiftKey ? { row: cell.row, column: cell.column, from: sheet.cursor.from } : cursorAt(cell.row, cell.column))
  }
  const onPointerOver = (event: PointerEvent<HTMLElement>) => {
    if (!drawing.current || event.buttons !== 1) { drawing.current = false; return }
    const cell = cellOf(event.target)
    if (cell && cell.column < sheet.columns.length) sheet.moveTo({ row: cell.row, column: cell.column, from: sheet.cursor.from })
  }
  return {
    onKeyDown, onPointerDown, onPointerOver,
    onClick: (event: MouseEvent) => { const cell = cellOf(event.target); if (cell && cell.column >= sheet.columns.length) open('cell', cell.element) },
    onDoubleClick: (event: MouseEvent) => { const cell = cellOf(event.target); if (cell && cell.column < sheet.columns.length) open('cell', cell.element) },
    onContextMenu: (event: MouseEvent) => { const cell = cellOf(event.target); if (cell && cell.column < sheet.columns.length) { event.preventDefault(); open('history', cell.element) } },
    onFocus: (event: FocusEvent) => {
      const cell = cellOf(event.target)
      sheet.active = true
      if (cell && (cell.row !== sheet.cursor.row || cell.column !== sheet.cursor.column)) sheet.moveTo(cursorAt(cell.row, cell.column))
    },
    onBlur: (event: FocusEvent) => { sheet.active = event.currentTarget.contains(event.relatedTarget) },
    onCopy: (event: ClipboardEvent) => { event.preventDefault(); event.clipboardData.setData('text/plain', desk.copied()) },
    onCut: (event: ClipboardEvent) => { event.preventDefault(); event.clipboardData.setData('text/plain', desk.copied()); desk.clear() },
    onPaste: (event: ClipboardEvent) => { event.preventDefault(); desk.paste(event.clipboardData.getData('text/plain')) },
  }
}

function perform(desk: Desk, act: GridAct, size: { rows: number; columns: number }): void {
  const { sheet } = desk
  if (act.act === 'move' || act.act === 'edge') sheet.moveTo(moved(sheet.cursor, act, size))
  else if (act.act === 'type') desk.type(act.letter)
  else if (act.act === 'clear') desk.clear()
  else if (act.act === 'undo') desk.undo()
  else if (act.act === 'redo') desk.redo()
  else if (act.act === 'nextWork') desk.nextWork()
  else if (act.act === 'escape') sheet.moveTo(cursorAt(sheet.cursor.row, sheet.cursor.column))
  else if (act.act === 'many') document.querySelector<HTMLElement>('[data-many]')?.click()
  else if (act.act === 'selectColumn') sheet.moveTo({ row: size.rows - 1, column: sheet.cursor.column, from: { row: 0, column: sheet.cursor.column } })
}
