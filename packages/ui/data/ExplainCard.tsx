import type { ComponentProps, ReactNode } from 'react'
import { IconTrendingUp } from '../icons/icons.ts'
import css from './compare.module.css'

interface Input { readonly key: string; readonly date: string; readonly name: string; readonly value: ReactNode; readonly weight?: string; readonly product?: string }
interface Props {
  title: string
  sub?: string
  heads: { readonly date: string; readonly name: string; readonly value: string; readonly weight: string; readonly product?: string }
  inputs: readonly Input[]
  total?: { readonly label: string; readonly weight: string; readonly product: string }
  /** «58 ÷ 13 = 4,4615…» and the rounded result beside it. */
  formula: string
  result: string
  /** «Предложена 4: округление вверх от 4,50.» */
  rule: ReactNode
  /** What would change it. */
  would?: ReactNode
  source?: { readonly label: string; readonly href?: string }
}

/** Behind a derived number: inputs, formula, rounding, the rule with its edition, and what would change it. */
export function ExplainCard({ title, sub, heads, inputs, total, formula, result, rule, would, source }: Props) {
  return (
    <div className={css.card}>
      <header><b>{title}</b>{sub ? <span>{sub}</span> : null}</header>
      <table className={css.inputs}>
        <thead><tr><th>{heads.date}</th><th>{heads.name}</th><th className={css.mid}>{heads.value}</th><th className={css.num}>{heads.weight}</th><th className={css.num}>{heads.product ? <span>{heads.product}</span> : null}</th></tr></thead>
        <tbody>{inputs.map((input) => <tr key={input.key}><td>{input.date}</td><td>{input.name}</td><td className={css.mid}>{input.value}</td><td className={css.num}>{input.weight}</td><td className={css.num}>{input.product}</td></tr>)}</tbody>
        {total ? <tfoot><tr><td colSpan={3}>{total.label}</td><td className={css.num}>{total.weight}</td><td className={css.num}>{total.product}</td></tr></tfoot> : null}
      </table>
      <div className={css.formula}><span>{formula}</span><b>{result}</b></div>
      <p className={`${css.rule} small`}>{rule}</p>
      {would ? <p className={`${css.would} small`}><IconTrendingUp size={18} /><span>{would}</span></p> : null}
      {source ? <p className={css.source}>{source.href ? <a className="link" href={source.href}>{source.label}</a> : <span className="muted">{source.label}</span>}</p> : null}
    </div>
  )
}

/** A derived number that opens: give it to a Popover as the trigger. */
export const NumberButton = (props: ComponentProps<'button'>) => <button type="button" className={css.number} {...props} />
