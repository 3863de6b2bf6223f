import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import css from './Grid.module.css'

interface Props {
  /** The element the box stands by; it gets the focus back when the box closes. */
  by: Element
  label: string
  width?: number
  onClose: () => void
  children: ReactNode
}

const gap = 6

/** A light box beside a cell of the grid: under it, above it where there is no room; closes on Escape or a press outside. */
export function Floating({ by, label, width, onClose, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const closed = useEffectEvent(onClose)
  useEffect(() => {
    const element = box.current
    if (!element) return
    element.showPopover()
    put(element, by)
    ;(element.querySelector<HTMLElement>('[data-first]') ?? element.querySelector<HTMLElement>('button, a') ?? element).focus()
    const watch = new ResizeObserver(() => put(element, by))
    watch.observe(element)
    const told = (event: Event) => {
      if ((event as ToggleEvent).newState !== 'closed') return
      // a press on another cell has already taken the focus there
      if (document.activeElement === document.body || element.contains(document.activeElement)) (by as HTMLElement).focus({ preventScroll: true })
      closed()
    }
    element.addEventListener('toggle', told)
    return () => {
      watch.disconnect()
      element.removeEventListener('toggle', told)
    }
  }, [by])
  return <div ref={box} popover="auto" tabIndex={-1} role="dialog" aria-label={label} className={css.floating} style={{ width }}>{children}</div>
}

function put(box: HTMLElement, by: Element): void {
  const from = by.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = box
  const below = from.bottom + gap
  const top = below + height <= innerHeight - 8 ? below : from.top - gap - height >= 8 ? from.top - gap - height : Math.max(8, innerHeight - 8 - height)
  const left = top === below || top < from.top - height ? from.left : from.left - gap - width >= 8 ? from.left - gap - width : from.right + gap
  box.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`
  box.style.top = `${top}px`
}
