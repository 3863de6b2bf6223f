import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '../icons/icons.ts'
import css from './page.module.css'

interface Props { tone?: 'warn' | 'bad' | 'ok' | 'info' | 'mute'; title?: ReactNode; action?: ReactNode; children?: ReactNode }

/** The earned box: something that asks for an act now. At most one per column. */
export function Callout({ tone = 'warn', title, action, children }: Props) {
  const Sign = tone === 'ok' ? IconCircleCheck : tone === 'info' || tone === 'mute' ? IconInfoCircle : IconAlertTriangle
  return (
    <div className={cx(css.callout, css[tone])} role={tone === 'bad' ? 'alert' : undefined}>
      <Sign />
      <div>{title ? <b>{title}</b> : null}{children ? <p>{children}</p> : null}</div>
      {action ? <div>{action}</div> : null}
    </div>
  )
}
