import { createContext, use, type ReactNode } from 'react'
import { cx } from '../cx.ts'
import { IconChevronRight } from '../icons/icons.ts'
import css from './list.module.css'

/** Whether the place of a row is an item of a list already, as a table on a phone makes it. */
export const InItem = createContext(false)

/** Rows parted by hairlines. */
export const Rows = ({ label, children }: { label?: string; children: ReactNode }) => <ul className={css.rows} aria-label={label}>{children}</ul>

interface Props {
  title: ReactNode
  sub?: ReactNode
  /** A mark, an avatar or a tick at the left. */
  lead?: ReactNode
  /** Time, need or an act at the right. */
  end?: ReactNode
  href?: string
  onOpen?: () => void
  /** Ties the parts to the first line when the text is long. */
  top?: boolean
}

/** One row: a name, a second line, something at either side; with `href` all of it opens. */
export function Row({ title, sub, lead, end, href, onOpen, top }: Props) {
  const opens = Boolean(href ?? onOpen)
  const inside = (
    <>
      {lead}<div><b>{title}</b>{sub ? <p className={css.sub}>{sub}</p> : null}</div>
      {end ? <span className={css.end}>{end}</span> : null}{opens ? <IconChevronRight size={16} /> : null}
    </>
  )
  const names = cx(css.row, top && css.top)
  const row = href ? <a className={names} href={href} data-plain="">{inside}</a> : onOpen ? <button type="button" className={names} onClick={onOpen}>{inside}</button> : <div className={names}>{inside}</div>
  return use(InItem) ? row : <li>{row}</li>
}
