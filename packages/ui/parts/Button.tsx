import type { ComponentProps, ReactNode } from 'react'
import { cx } from '../cx.ts'
import css from './button.module.css'

interface Look {
  /** One primary per decision; then outlined, then text; `danger` is red text. */
  look?: 'primary' | 'outlined' | 'text' | 'danger'
  size?: 'sm' | 'md' | 'lg'
  icon?: ReactNode
  wide?: boolean
  /** For text and danger: no padding, stands in a line of text or at the edge. */
  flush?: boolean
}
interface Props extends Look, Omit<ComponentProps<'button'>, 'size'> {
  /** Makes it a link that looks like a button. */
  href?: string
  download?: boolean | string
  /** The act is under way: the button waits and cannot be pressed twice. */
  busy?: boolean
  /** Why the act is impossible now; the button stays reachable and says it. */
  why?: string | undefined
}

/** A button, or a link that looks like one. */
export function Button({ look = 'outlined', size = 'md', icon, wide, flush, href, download, busy, why, className, children, onClick, disabled, ...rest }: Props) {
  const names = cx(css.button, look !== 'outlined' && css[look], size !== 'md' && css[size], wide && css.wide, flush && css.flush, (disabled || why) && css.off, busy && css.busy, className)
  const inside = <>{busy ? <span className={css.spin} aria-hidden="true" /> : icon}{children}</>
  if (href) return <a className={names} href={href} download={download} title={rest.title} aria-label={rest['aria-label']} data-plain="">{inside}</a>
  const stopped = Boolean(busy || why)
  return (
    <button type="button" className={names} title={why} disabled={disabled} aria-disabled={stopped || undefined} aria-busy={busy || undefined}
      onClick={stopped ? (event) => event.preventDefault() : onClick} {...rest}>
      {inside}{why ? <span className="only-spoken">. {why}</span> : null}
    </button>
  )
}

interface IconProps extends ComponentProps<'button'> { label: string; href?: string; edged?: boolean }

/** A square button with a drawing; `label` is said aloud and shown on hover. */
export function IconButton({ label, href, edged, className, children, ...rest }: IconProps) {
  const names = cx(css.icon, edged && css.edged, className)
  if (href) return <a className={names} href={href} aria-label={label} title={label} data-plain="">{children}</a>
  return <button type="button" className={names} aria-label={label} title={label} {...rest}>{children}</button>
}
