import { useId, type ReactNode } from 'react'
import { cx } from '../cx.ts'
import { IconX } from '../icons/icons.ts'
import { IconButton } from '../parts/Button.tsx'
import { useWords } from '../words.ts'
import css from './layers.module.css'
import { useModal } from './use-modal.ts'

interface Props { open: boolean; onClose: () => void; title: string; side?: 'right' | 'bottom'; foot?: ReactNode; children: ReactNode }

/** A panel over the page from the right, or from below on a phone. */
export function Drawer({ open, onClose, title, side = 'right', foot, children }: Props) {
  const id = useId()
  const words = useWords()
  const modal = useModal(open, onClose)
  return (
    <dialog {...modal} className={cx(css.drawer, side === 'bottom' && css.bottom)} aria-labelledby={id}>
      {open ? (
        <>
          <div className={css.head}><h2 id={id}>{title}</h2><IconButton label={words.close} onClick={onClose}><IconX /></IconButton></div>
          <div className={css.body}>{children}</div>
          {foot ? <div className={css.foot}>{foot}</div> : null}
        </>
      ) : null}
    </dialog>
  )
}
