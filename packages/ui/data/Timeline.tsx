import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import { IconCheck, IconMinus } from '../icons/icons.ts'
import css from './timeline.module.css'

/** A day as a line of time. */
export const Timeline = ({ label, children }: { label: string; children: ReactNode }) => <ol className={css.line} aria-label={label}>{children}</ol>

interface Props {
  start: string
  end?: string
  /** `done` filled, `part` something is missing, `now` goes on, `next` is to come. */
  state: 'done' | 'part' | 'now' | 'next'
  number?: ReactNode
  title: ReactNode
  sub?: ReactNode
  room?: ReactNode
  status?: ReactNode
  href?: string
  /** The open panel of what goes on now; it takes the place of the row. */
  panel?: ReactNode
}

/** One lesson or event on the line. */
export function TimelineRow({ start, end, state, number, title, sub, room, status, href, panel }: Props) {
  const past = state === 'done' || state === 'part'
  const inside = <><span className={css.number}>{number}</span><div><p className={css.title}>{title}</p>{sub ? <p className={css.sub}>{sub}</p> : null}</div><span className={css.room}>{room}</span><span className={css.status}>{status}</span></>
  return (
    <li className={cx(css.item, past && css.past, panel != null && css.current)} aria-current={state === 'now' ? 'time' : undefined}>
      <div className={css.time}><b>{start}</b>{end ? <span>{end}</span> : null}</div>
      <i className={cx(css.node, state !== 'next' && css[state])}>{state === 'done' ? <IconCheck size={12} /> : state === 'part' ? <IconMinus size={12} /> : null}</i>
      {panel ? <section className={css.panel}>{panel}</section> : href ? <a className={css.body} href={href} data-plain="">{inside}</a> : <div className={css.body}>{inside}</div>}
    </li>
  )
}

/** An empty stretch between lessons: «Окно до 12:25». */
export function TimelineGap({ start, children }: { start: string; children: ReactNode }) {
  return <li className={cx(css.item, css.gap)}><div className={css.time}>{start}</div><i /><span>{children}</span></li>
}
