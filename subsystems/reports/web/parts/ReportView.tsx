import { Empty, ExplainCard, MarkTile, NumberButton, Popover } from '@school/ui'
import type { Cell, Column, ReportTable } from '../../contract/index.ts'
import css from './Report.module.css'
import { useT } from './words.ts'

/** A table of a report: heads and names stay in view, what is wide scrolls inside, every counted share opens. */
export function ReportView({ table, caption }: { table: ReportTable; caption: string }) {
  const t = useT()
  if (table.rows.length === 0) return <Empty compact>{table.empty}</Empty>
  return (
    <>
      <div className={css.box} role="region" aria-label={`${caption}. ${t.scroll}`} tabIndex={0}>
        <table className={css.table}>
          <caption className="only-spoken">{caption}</caption>
          <Heads columns={table.columns} />
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.key} className={row.kind === 'total' ? css.total : undefined}>
                {row.cells.map((cell, index) => <ReportCell key={index} cell={cell} column={table.columns[index]!} first={index === 0} total={row.kind === 'total'} rules={table.rules} />)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {table.note ? <p className={`${css.note} small muted`}>{table.note}</p> : null}
    </>
  )
}

/** One line of heads, or two when some stand under a common one. */
function Heads({ columns }: { columns: readonly Column[] }) {
  if (!columns.some((column) => column.group)) return <thead><tr>{columns.map((column, index) => <th key={index} scope="col" className={alignOf(column)}>{column.head}</th>)}</tr></thead>
  const tops: { head: string; span: number; group: boolean; column: Column }[] = []
  for (const column of columns) {
    const last = tops.at(-1)
    if (column.group && last?.group && last.head === column.group) last.span += 1
    else tops.push({ head: column.group ?? column.head, span: 1, group: Boolean(column.group), column })
  }
  return (
    <thead>
      <tr>{tops.map((top, index) => <th key={index} scope={top.group ? 'colgroup' : 'col'} colSpan={top.span} rowSpan={top.group ? 1 : 2} className={top.group ? css.group : alignOf(top.column)}>{top.head}</th>)}</tr>
      <tr className={css.under}>{columns.filter((column) => column.group).map((column, index) => <th key={index} scope="col" className={alignOf(column)}>{column.head}</th>)}</tr>
    </thead>
  )
}

const alignOf = (column: Column) => (column.kind === 'number' ? css.number : column.kind === 'mark' ? css.mark : undefined)

function ReportCell({ cell, column, first, total, rules }: { cell: Cell; column: Column; first: boolean; total: boolean; rules: readonly string[] }) {
  const names = [alignOf(column), cell.tone ? css[cell.tone] : undefined].filter(Boolean).join(' ') || undefined
  const inside = cell.why ? <Explained cell={cell} head={column.head} rules={rules} /> : column.kind === 'mark' && /^[1-5]$/.test(cell.text) && !total ? <MarkTile value={cell.text} size="grid" /> : cell.text
  return first ? <th scope="row" className={names}>{inside}</th> : <td className={names}>{inside}</td>
}

/** A counted number that opens its inputs, its formula, who was left out and how it was rounded. */
function Explained({ cell, head, rules }: { cell: Cell; head: string; rules: readonly string[] }) {
  const t = useT()
  const why = cell.why!
  return (
    <Popover label={t.why.open(head)} width={360} align="end" trigger={(props) => <NumberButton {...props} aria-label={`${cell.text}. ${t.why.open(head)}`}>{cell.text}</NumberButton>}>
      <ExplainCard title={why.title} heads={t.why} inputs={why.inputs.map((input, index) => ({ key: String(index), date: '', ...input }))} formula={why.formula} result={why.result} rule={rules[why.rule] ?? ''}
        {...(why.excluded.length > 0 ? { would: `${t.why.excluded}: ${why.excluded.join(', ')}` } : {})} />
    </Popover>
  )
}
