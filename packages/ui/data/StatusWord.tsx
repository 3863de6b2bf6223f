import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import { IconCircleCheck, IconClock, IconEqualNot, IconInfoCircle, IconMinus, IconPlayerPlay } from '../icons/icons.ts'
import type { Icon } from '../icons/icon.tsx'
import css from './parts.module.css'

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'mute' | 'now'
const signs: Record<Tone, Icon> = { ok: IconCircleCheck, warn: IconClock, bad: IconEqualNot, info: IconInfoCircle, mute: IconMinus, now: IconPlayerPlay }

interface Props { tone: Tone; icon?: Icon; children: ReactNode }

/** A status: a sign and a word, so that colour only repeats them. */
export function StatusWord({ tone, icon, children }: Props) {
  const Sign = icon ?? signs[tone]
  return <span className={cx(css.status, css[tone])}><Sign size={16} />{children}</span>
}

/** A short soft label: «нет задания», «замена». */
export function Tag({ tone = 'mute', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={cx(css.tag, tone !== 'mute' && css[tone])}>{children}</span>
}

/** The name of a key. */
export const KeyHint = ({ children }: { children: string }) => <kbd className={css.kbd}>{children}</kbd>
