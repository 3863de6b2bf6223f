import { useId, type ReactNode } from 'react'
import { cx } from '../cx.ts'
import { IconX } from '../icons/icons.ts'
import { Button, IconButton } from '../parts/Button.tsx'
import { useWords } from '../words.ts'
import css from './layers.module.css'
import { useModal } from './use-modal.ts'

interface Props {
  open: boolean
  onClose: () => void
  title: string
  wide?: boolean
  /** The acts, the primary one last. */
  foot?: ReactNode
  children: ReactNode
}

/** A question or a form over the page; Escape and the backdrop close it, focus returns to where it was. */
export function Dialog({ open, onClose, title, wide, foot, children }: Props) {
  const id = useId()
  const words = useWords()
  const modal = useModal(open, onClose)
  return (
    <dialog {...modal} className={cx(css.dialog, wide && css.wideDialog)} aria-labelledby={id}>
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

interface AskProps { open: boolean; onClose: () => void; title: string; act: string; cancel: string; danger?: boolean; busy?: boolean; onAct: () => void; children: ReactNode }

/** Asks once before an act that cannot be undone; `children` names what is lost. */
export function AskOnce({ open, onClose, title, act, cancel, danger, busy, onAct, children }: AskProps) {
  return (
    <Dialog open={open} onClose={onClose} title={title}
      foot={<><Button onClick={onClose}>{cancel}</Button><Button look={danger ? 'danger' : 'primary'} busy={busy ?? false} onClick={onAct}>{act}</Button></>}>
      {children}
    </Dialog>
  )
}
