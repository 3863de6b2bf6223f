import { cx } from '../cx.ts'
import css from './parts.module.css'

interface Props { initials: string; tone?: 'plain' | 'me'; size?: 'small' | 'normal' | 'large'; /** A green ring: the person is on this page now. */ here?: boolean }

/** Initials in a circle; the name must stand beside it, the circle itself is silent. */
export function Avatar({ initials, tone = 'plain', size = 'normal', here }: Props) {
  return <span className={cx(css.avatar, tone === 'me' && css.me, size !== 'normal' && css[size], here && css.here)} aria-hidden="true" data-initials={initials} />
}
