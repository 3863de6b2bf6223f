import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import { IconAlertTriangle, IconLock } from '../icons/icons.ts'
import { Button } from '../parts/Button.tsx'
import { useWords } from '../words.ts'
import css from './states.module.css'

/** Nothing here yet: one line that says what will appear, and one act. */
export function Empty({ action, compact, children }: { action?: ReactNode; compact?: boolean; children: ReactNode }) {
  return <div className={cx(css.empty, compact && css.compact)}><p>{children}</p>{action}</div>
}

interface WaitingProps { rows?: number; /** Height of a row: 29 in grids, 44 when reading. */ height?: number; title?: boolean; block?: boolean }

/** Bars of the final height while data comes; it shows itself only after a quarter of a second. */
export function Waiting({ rows = 4, height = 44, title, block }: WaitingProps) {
  const words = useWords()
  return (
    <div className={cx(css.waiting, css.late)} role="status" aria-label={words.waiting}>
      {title ? <div className={css.title} /> : null}
      {block ? <div className={css.block} style={{ height: rows * height }} /> : Array.from({ length: rows }, (_, index) => (
        <div key={index} className={css.bar} style={{ height }}><i style={{ width: `${[64, 48, 72, 56, 40][index % 5]}%` }} /></div>
      ))}
    </div>
  )
}

interface ErrorProps { title: string; /** What is kept, what to do. */ text?: string | undefined; requestId?: string | undefined; retry?: (() => unknown) | undefined; action?: ReactNode }

/** What failed, what is kept and one act. */
export function ErrorNote({ title, text, requestId, retry, action }: ErrorProps) {
  const words = useWords()
  return (
    <div className={css.note} role="alert">
      <IconAlertTriangle />
      <div>
        <b>{title}</b>{text ? <p>{text}</p> : null}
        {requestId ? <p className="small">{words.request}: {requestId}</p> : null}
        {retry ?? action ? <div className={css.acts}>{action}{retry ? <Button size="sm" onClick={() => void retry()}>{words.retry}</Button> : null}</div> : null}
      </div>
    </div>
  )
}

/** No right: names the rule and who can grant it. */
export function NoRights({ title, who, action }: { title: string; who?: ReactNode; action?: ReactNode }) {
  return <div className={cx(css.note, css.rights)}><IconLock /><div><b>{title}</b>{who ? <p>{who}</p> : null}{action ? <div className={css.acts}>{action}</div> : null}</div></div>
}
