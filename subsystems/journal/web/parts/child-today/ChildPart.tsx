import type { ReactNode } from 'react'
import css from './Today.module.css'

/** A part of a child's card: not a landmark, for every child has the same parts. */
export function ChildPart({ title, end, children }: { title: string; end?: ReactNode; children: ReactNode }) {
  return <div><div className={css.partHead}><h3>{title}</h3>{end ? <span>{end}</span> : null}</div>{children}</div>
}
