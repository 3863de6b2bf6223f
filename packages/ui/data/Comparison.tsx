import { cx } from '../cx.ts'
import { IconEqual, IconEqualNot } from '../icons/icons.ts'
import { useWords } from '../words.ts'
import css from './compare.module.css'
import { differences, type Piece } from './differences.ts'

interface CompareRow {
  readonly label: string
  readonly left: string
  readonly right: string
  /** What the matching rule decided: ё and е differ to the eye and are one letter to the rule. */
  readonly matches: boolean
  /** Why, in a sentence under the row. */
  readonly why?: string
}

/** Two sources side by side with the differing letters underlined. */
export function Comparison({ caption, heads, rows }: { caption: string; heads: readonly [string, string]; rows: readonly CompareRow[] }) {
  const words = useWords()
  return (
    <table className={css.table}>
      <caption className="only-spoken">{caption}</caption>
      <thead><tr><td /><th scope="col">{heads[0]}</th><th scope="col">{heads[1]}</th><td className={css.end} /></tr></thead>
      <tbody>
        {rows.flatMap((row) => {
          const pieces = differences(row.left, row.right)
          const Sign = row.matches ? IconEqual : IconEqualNot
          const line = (
            <tr key={row.label} className={cx(!row.matches && css.differs)}>
              <th scope="row">{row.label}</th><td><Pieces pieces={pieces.left} /></td><td><Pieces pieces={pieces.right} /></td>
              <td className={css.end}><Sign size={18} /><span className="only-spoken">{row.matches ? words.matches : words.differs}</span></td>
            </tr>
          )
          return row.why ? [line, <tr key={`${row.label}-why`} className={css.why}><td /><td colSpan={3}>{row.why}</td></tr>] : [line]
        })}
      </tbody>
    </table>
  )
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  if (pieces.length === 0) return <span aria-hidden="true">—</span>
  return pieces.map((piece, index) => piece.differs ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>)
}
