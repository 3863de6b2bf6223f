import { useId, type ReactNode } from 'react'
import { cx } from '../cx.ts'
import css from './page.module.css'

interface Props { title: string; count?: number | string; action?: ReactNode; lined?: boolean; level?: 2 | 3; children: ReactNode }

/** A part of a page under its own heading; parts are separated by space, never boxed. */
export function Section({ title, count, action, lined, level = 2, children }: Props) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section className={css.section} aria-labelledby={id}>
      <div className={cx(css.sectionHead, lined && css.lined)}>
        <Heading id={id}>{title}</Heading>
        {count === undefined ? null : <span className={css.count}>{count}</span>}
        {action ? <div className="small">{action}</div> : null}
      </div>
      {children}
    </section>
  )
}
