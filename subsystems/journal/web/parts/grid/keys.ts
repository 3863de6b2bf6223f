import { letterOf } from './entry.ts'

/** What a key asks of the grid. */
export type GridAct =
  | { readonly act: 'move'; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | { readonly act: 'edge'; readonly to: 'rowStart' | 'rowEnd' | 'first' | 'last' | 'top' | 'bottom'; readonly extend: boolean }
  | { readonly act: 'type'; readonly letter: string }
  | { readonly act: 'clear' | 'undo' | 'redo' | 'copy' | 'palette' | 'history' | 'escape' | 'nextWork' | 'selectColumn' | 'many' }

export interface Pressed { readonly key: string; readonly code: string; readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean; readonly altKey: boolean }

const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }
const page = 10

/** The act that a key press means, or null when the grid leaves the key alone. Letters are recognised by place under Ctrl, so that both layouts work. */
export function actOf(pressed: Pressed): GridAct | null {
  const { key, shiftKey: shift, altKey } = pressed
  const ctrl = pressed.ctrlKey || pressed.metaKey
  if (altKey) return key === 'ArrowDown' ? { act: 'palette' } : null
  if (ctrl) return underControl(pressed)
  const arrow = arrows[key]
  if (arrow) return { act: 'move', rows: arrow[0], columns: arrow[1], extend: shift }
  if (key === 'Enter') return { act: 'move', rows: shift ? -1 : 1, columns: 0, extend: false }
  if (key === 'Tab') return { act: 'move', rows: 0, columns: shift ? -1 : 1, extend: false }
  if (key === 'PageUp' || key === 'PageDown') return { act: 'move', rows: key === 'PageUp' ? -page : page, columns: 0, extend: shift }
  if (key === 'Home' || key === 'End') return { act: 'edge', to: key === 'Home' ? 'rowStart' : 'rowEnd', extend: shift }
  if (key === 'ContextMenu' || (key === 'F10' && shift)) return { act: 'history' }
  return plain(key)
}

function plain(key: string): GridAct | null {
  if (key === 'Delete' || key === 'Backspace') return { act: 'clear' }
  if (key === 'F2') return { act: 'palette' }
  if (key === 'Escape') return { act: 'escape' }
  if (key === '/') return { act: 'nextWork' }
  const letter = letterOf(key)
  return letter ? { act: 'type', letter } : null
}

function underControl({ key, code, shiftKey: shift }: Pressed): GridAct | null {
  const arrow = arrows[key]
  if (arrow) return { act: 'edge', to: arrow[0] < 0 ? 'top' : arrow[0] > 0 ? 'bottom' : arrow[1] < 0 ? 'rowStart' : 'rowEnd', extend: shift }
  if (key === 'Home' || key === 'End') return { act: 'edge', to: key === 'Home' ? 'first' : 'last', extend: shift }
  if (key === ' ') return { act: 'selectColumn' }
  if (key === 'Enter') return { act: 'many' }
  if (code === 'KeyZ') return { act: shift ? 'redo' : 'undo' }
  if (code === 'KeyY') return { act: 'redo' }
  return null
}
