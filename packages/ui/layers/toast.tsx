import { useEffect, useRef, useSyncExternalStore } from 'react'
import { cx } from '../cx.ts'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconX } from '../icons/icons.ts'
import { Button, IconButton } from '../parts/Button.tsx'
import { useWords } from '../words.ts'
import css from './layers.module.css'

export interface Toast { readonly text: string; readonly tone?: 'ok' | 'bad' | 'info'; readonly undo?: () => void; readonly action?: { readonly label: string; readonly onSelect: () => void } }
interface Shown extends Toast { readonly id: number }

let shown: readonly Shown[] = []
let last = 0
const watchers = new Set<() => void>()
const change = (next: readonly Shown[]) => { shown = next; for (const tell of watchers) tell() }
const drop = (id: number) => change(shown.filter((toast) => toast.id !== id))

/** Says a short thing in the corner: «Сохранено в 10:37»; errors and acts stay longer. Returns a function that takes it away. */
export function showToast(toast: Toast): () => void {
  const id = ++last
  change([...shown.slice(-2), { ...toast, id }])
  setTimeout(() => drop(id), toast.undo || toast.action || toast.tone === 'bad' ? 10_000 : 4_000)
  return () => drop(id)
}

/** Where toasts appear; the shell renders it once. */
export function Toasts() {
  const words = useWords()
  const list = useSyncExternalStore((tell) => { watchers.add(tell); return () => watchers.delete(tell) }, () => shown)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (list.length === 0) return
    box.current?.hidePopover() // shown anew, so that it lies above a dialog opened meanwhile
    box.current?.showPopover()
  }, [list])
  return (
    <div ref={box} className={css.toasts} popover="manual" role="status" aria-live="polite">
      {list.map((toast) => {
        const Sign = toast.tone === 'bad' ? IconAlertTriangle : toast.tone === 'info' ? IconInfoCircle : IconCircleCheck
        return (
          <div key={toast.id} className={cx(css.toast, toast.tone && css[toast.tone])}>
            <Sign size={18} /><span>{toast.text}</span>
            {toast.undo ? <Button look="text" size="sm" onClick={() => { toast.undo?.(); drop(toast.id) }}>{words.undo}</Button> : null}
            {toast.action ? <Button look="text" size="sm" onClick={() => { toast.action?.onSelect(); drop(toast.id) }}>{toast.action.label}</Button> : null}
            <IconButton label={words.close} onClick={() => drop(toast.id)}><IconX size={16} /></IconButton>
          </div>
        )
      })}
    </div>
  )
}
