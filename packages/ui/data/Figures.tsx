import type { CSSProperties, ReactNode } from 'react'
import { cx } from '../cx.ts'
import css from './parts.module.css'

interface ProgressProps { value: number; max?: number; label: string; tone?: 'now' | 'ok' | 'warn' | 'bad'; thick?: boolean }

/** How far something is. */
export function ProgressLine({ value, max = 100, label, tone = 'now', thick }: ProgressProps) {
  const tones = { now: undefined, ok: css.pOk, warn: css.pWarn, bad: css.pBad }
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0
  return (
    <div className={cx(css.progress, thick && css.thick, tones[tone])} role="progressbar" aria-label={label} aria-valuenow={value} aria-valuemin={0} aria-valuemax={max}><i style={{ width: `${share}%` }} /></div>
  )
}

interface StatProps { value: ReactNode; label: string; note?: ReactNode; href?: string }

/** One figure with its name; with `href` it opens what it is made of. */
export function Stat({ value, label, note, href }: StatProps) {
  const inside = <><b>{value}</b><span>{label}</span>{note ? <small>{note}</small> : null}</>
  return href ? <a className={css.stat} href={href} data-plain="">{inside}</a> : <div className={css.stat}>{inside}</div>
}

/** Figures side by side, two in a row on a phone. */
export const Stats = ({ children }: { children: ReactNode }) => <div className={css.stats}>{children}</div>

interface FactsProps { items: ReadonlyArray<readonly [term: string, value: ReactNode] | null | false>; term?: number; ruled?: boolean }

/** Terms with their values; `ruled` parts them by hairlines. */
export function Facts({ items, term, ruled }: FactsProps) {
  return (
    <dl className={cx(css.facts, ruled && css.ruled)} style={term ? { '--term': `${term}px` } as CSSProperties : undefined}>
      {items.map((item) => item ? <div key={item[0]}><dt>{item[0]}</dt><dd>{item[1]}</dd></div> : null)}
    </dl>
  )
}

interface FunnelProps { label: string; steps: ReadonlyArray<{ readonly label: string; readonly value: number; readonly note?: string; readonly href?: string }> }

/** Steps of a path with how many reached each; the share is of the first step. */
export function FunnelBars({ label, steps }: FunnelProps) {
  const first = Math.max(1, steps[0]?.value ?? 1)
  return (
    <ol className={css.funnel} aria-label={label}>
      {steps.map((step) => {
        const share = Math.round((step.value / first) * 100)
        const inside = <><span>{step.label}{step.note ? <small>{step.note}</small> : null}</span><span className={css.bar} aria-hidden="true"><i style={{ width: `${Math.min(100, share)}%` }} /></span><b>{step.value.toLocaleString('ru')}</b><em>{share} %</em></>
        return <li key={step.label}>{step.href ? <a href={step.href} data-plain="">{inside}</a> : <div>{inside}</div>}</li>
      })}
    </ol>
  )
}
