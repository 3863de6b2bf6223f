import type { KeyboardEvent, ReactNode } from 'react'
import { IconCheck } from '../icons/icons.ts'
import { Button } from '../parts/Button.tsx'
import { useWords } from '../words.ts'
import css from './list.module.css'

interface Tab { readonly key: string; readonly label: string; readonly count?: number; readonly href?: string }
interface Props { label: string; items: readonly Tab[]; value: string; onChange?: (key: string) => void; after?: ReactNode }

/** Views of one list with their counts; items with `href` are links that keep their own address. */
export function Tabs({ label, items, value, onChange, after }: Props) {
  const links = items.some((item) => item.href)
  const inside = (item: Tab) => <>{item.label}{item.count === undefined ? null : <em>{item.count}</em>}</>
  if (links) {
    return (
      <nav className={css.tabs} aria-label={label}>
        {items.map((item) => <a key={item.key} className={css.tab} href={item.href} aria-current={item.key === value ? 'page' : undefined} data-plain="">{inside(item)}</a>)}
        {after ? <span className={css.after}>{after}</span> : null}
      </nav>
    )
  }
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const at = items.findIndex((item) => item.key === value)
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const next = step === undefined ? undefined : items[(at + step + items.length) % items.length]
    if (!next) return
    event.preventDefault()
    onChange?.(next.key)
    ;(event.currentTarget.querySelector(`[data-key="${next.key}"]`) as HTMLElement | null)?.focus()
  }
  return (
    <div className={css.tabs}>
      <div role="tablist" aria-label={label} tabIndex={-1} style={{ display: 'contents' }} onKeyDown={walk}>
        {items.map((item) => <button key={item.key} data-key={item.key} type="button" role="tab" className={css.tab} aria-selected={item.key === value} tabIndex={item.key === value ? 0 : -1} onClick={() => onChange?.(item.key)}>{inside(item)}</button>)}
      </div>
      {after ? <span className={css.after}>{after}</span> : null}
    </div>
  )
}

/** The steps of a wizard; `at` counts from 0. */
export function Steps({ label, steps, at }: { label: string; steps: readonly string[]; at: number }) {
  const words = useWords()
  return (
    <ol className={css.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li key={step} className={index < at ? css.past : undefined} aria-current={index === at ? 'step' : undefined}>
          <i aria-hidden="true">{index < at ? <IconCheck size={14} /> : index + 1}</i><span>{step}{index < at ? <span className="only-spoken">, {words.done}</span> : null}</span>
        </li>
      ))}
    </ol>
  )
}

interface MoreProps { shown: number; total?: number; busy?: boolean; onMore?: (() => void) | undefined }

/** «Показать ещё» under a list, with how many are seen; absent `onMore` means that all is shown. */
export function ShowMore({ shown, total, busy, onMore }: MoreProps) {
  const words = useWords()
  return (
    <div className={css.more}>
      {onMore ? <Button size="sm" busy={busy ?? false} onClick={onMore}>{words.showMore}</Button> : null}
      {total === undefined ? null : <span>{shown} {words.of} {total}</span>}
    </div>
  )
}
