import { useEffect, useEffectEvent, useId, useRef, useState, type CSSProperties, type ReactNode } from 'react'
import css from './layers.module.css'
import { place } from './place.ts'

/** What a trigger must spread on its button. */
export interface TriggerProps { popoverTarget: string; 'aria-haspopup': 'dialog' | 'menu'; 'aria-expanded': boolean; id: string }

interface Props {
  trigger: (props: TriggerProps) => ReactNode
  /** Names the floating box for screen readers. */
  label: string
  align?: 'start' | 'end'
  width?: number
  role?: 'dialog' | 'menu'
  children: ReactNode | ((close: () => void) => ReactNode)
  onOpen?: (box: HTMLElement) => void
}

/** A light box beside its button: closes on Escape or a press outside, needs no library and lies on the top layer. */
export function Popover({ trigger, label, align = 'start', width, role = 'dialog', children, onOpen }: Props) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const opened = useEffectEvent((element: HTMLElement) => onOpen?.(element))
  useEffect(() => {
    const element = box.current
    const button = document.getElementById(`${id}-button`)
    if (!open || !element || !button) return
    const replace = () => place(element, button, align)
    replace()
    opened(element)
    addEventListener('resize', replace)
    addEventListener('scroll', replace, true)
    return () => { removeEventListener('resize', replace); removeEventListener('scroll', replace, true) }
  }, [open, id, align])
  const close = () => document.getElementById(id)?.hidePopover()
  return (
    <>
      {trigger({ popoverTarget: id, 'aria-haspopup': role, 'aria-expanded': open, id: `${id}-button` })}
      <div ref={box} id={id} popover="auto" role={role} aria-label={label} className={css.pop} style={{ width } as CSSProperties} onToggle={(event) => setOpen(event.newState === 'open')}>
        {open ? (typeof children === 'function' ? children(close) : children) : null}
      </div>
    </>
  )
}
