import { useSyncExternalStore, type CSSProperties, type ReactNode } from 'react'
import { cx } from '../cx.ts'
import { IconX } from '../icons/icons.ts'
import { Drawer } from '../layers/Drawer.tsx'
import { IconButton } from '../parts/Button.tsx'
import { useWords } from '../words.ts'
import css from './panel.module.css'

interface Props {
  panel: ReactNode
  /** 290 to 444 pixels; 372 unless told. */
  width?: number
  label: string
  /** A heading of the panel with its second line; then the close button is drawn here too. */
  title?: string
  sub?: ReactNode
  /** What becomes of the panel on a narrow screen: a section below, or a drawer over the page while `open`. */
  narrow?: 'below' | 'drawer'
  open?: boolean
  onClose?: () => void
  children: ReactNode
}

const narrowScreen = '(max-width: 1000px)'
const watchNarrow = (changed: () => void) => {
  const query = matchMedia(narrowScreen)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** True while the window is too narrow for two columns. */
export const useNarrow = () => useSyncExternalStore(watchNarrow, () => matchMedia(narrowScreen).matches, () => false)

/** A page with a side panel; each column scrolls by itself on a wide screen. */
export function WithPanel({ panel, width = 372, label, title, sub, narrow = 'below', open = true, onClose, children }: Props) {
  const isNarrow = useNarrow()
  if (!open && !isNarrow) return <>{children}</>
  const drawn = narrow === 'drawer' && isNarrow
  return (
    <div className={cx(css.split, drawn && css.drawn)} style={{ '--panel': `${width}px` } as CSSProperties}>
      <div className={css.left}>{children}</div>
      {drawn ? <Drawer open={open} onClose={() => onClose?.()} title={title ?? label}>{sub ? <p className="muted">{sub}</p> : null}{panel}</Drawer> : (
        <aside className={css.right} aria-label={label}>
          {title ? <PanelHead title={title} sub={sub} onClose={onClose} /> : null}{panel}
        </aside>
      )}
    </div>
  )
}

function PanelHead({ title, sub, onClose }: { title: string; sub: ReactNode; onClose: (() => void) | undefined }) {
  const words = useWords()
  return (
    <header className={css.head}>
      <div><h2>{title}</h2>{sub ? <p className="muted">{sub}</p> : null}</div>
      {onClose ? <IconButton label={words.close} onClick={onClose}><IconX /></IconButton> : null}
    </header>
  )
}

/** The padded area of a page; `flush` for grids that run to the edge, `narrow` for text and forms. */
export function PageBody({ flush, narrow, children }: { flush?: boolean; narrow?: boolean; children: ReactNode }) {
  return <div className={cx(css.body, flush && css.flush, narrow && css.narrow)}>{children}</div>
}
