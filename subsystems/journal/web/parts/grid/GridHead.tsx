import { cx } from '@school/ui'
import { memo, useSyncExternalStore } from 'react'
import { cursorAt } from './cursor.ts'
import css from './Grid.module.css'
import type { Sheet } from './sheet.ts'
import type { SheetColumn } from './sheet-data.ts'

export interface HeadWords {
  readonly no: string
  readonly pupil: string
  readonly today: string
  readonly average: string
  readonly averageOf: string
  readonly missed: string
  readonly missedOf: string
  readonly mark: string
  readonly proposed: string
  readonly weekday: (day: string) => string
}
interface Props { sheet: Sheet; starts: readonly number[]; from: number; to: number; shape: number; words: HeadWords }

/** The sticky line of dates; a press chooses the lesson. */
export const GridHead = memo(function GridHead({ sheet, starts, from, to, words }: Props) {
  const chosen = useSyncExternalStore(sheet.onCursor, () => sheet.cursor.column)
  const last = starts.at(-1) ?? 0
  return (
    <>
      <div id="journal-corner" className={css.corner} role="columnheader" aria-colindex={1}><span className={css.no}>{words.no}</span><span>{words.pupil}</span></div>
      <div id="journal-days" className={css.days} role="row" aria-rowindex={1} aria-owns="journal-corner journal-average journal-missed journal-mark">
        {from > 0 ? <div className={css.spacer} role="presentation" style={{ width: starts[from] }} /> : null}
        {sheet.columns.slice(from, to).map((column, i) => <Day key={column.lessonId} column={column} index={from + i} width={(starts[from + i + 1] ?? 0) - (starts[from + i] ?? 0)} chosen={chosen === from + i} words={words} onChoose={() => sheet.moveTo(cursorAt(sheet.cursor.row, from + i))} />)}
        {to < starts.length - 1 ? <div className={css.spacer} role="presentation" style={{ width: last - (starts[to] ?? 0) }} /> : null}
      </div>
      <div className={css.heads}>
        <div id="journal-average" className={css.average} role="columnheader" aria-colindex={sheet.columns.length + 2}><span>{words.average}</span><small>{words.averageOf}</small></div>
        <div id="journal-missed" className={css.missed} role="columnheader" aria-colindex={sheet.columns.length + 3}><span>{words.missed}</span><small>{words.missedOf}</small></div>
        <div id="journal-mark" className={css.proposed} role="columnheader" aria-colindex={sheet.columns.length + 4}><span>{words.mark}</span><small>{words.proposed}</small></div>
      </div>
    </>
  )
})

function Day({ column, index, width, chosen, words, onChoose }: { column: SheetColumn; index: number; width: number; chosen: boolean; words: HeadWords; onChoose: () => void }) {
  return (
    <div role="columnheader" aria-colindex={index + 2} style={{ width }} title={column.label} onClick={onChoose} className={cx(css.day, column.when !== 'past' && css[column.when], chosen && css.chosen)}>
      <span><b>{Number(column.date.slice(8))}</b> {column.when === 'today' ? words.today : words.weekday(column.date)}</span>
      <small>{column.works.map((work) => work.weight === 1 ? work.short : `${work.short} ×${work.weight}`).join(', ')}</small>
    </div>
  )
}
