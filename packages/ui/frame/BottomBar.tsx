import { useState } from 'react'
import { IconDots } from '../icons/icons.ts'
import { Drawer } from '../layers/Drawer.tsx'
import { useWords } from '../words.ts'
import css from './frame.module.css'
import type { NavItem } from './Frame.tsx'

/** The phone's bottom bar: five places, the last opens the rest. */
export function BottomBar({ nav }: { nav: readonly NavItem[] }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const shown = nav.length > 5 ? nav.slice(0, 4) : nav
  const rest = nav.slice(shown.length)
  return (
    <nav className={css.tabs} aria-label={words.sections}>
      {shown.map((item) => (
        <a key={item.key} href={item.href} className={css.tab} aria-current={item.current ? 'page' : undefined} data-plain="">
          <i><item.icon size={22} />{item.count ? <b className={css.bubble}>{item.count}</b> : null}</i><span>{item.label}</span>
        </a>
      ))}
      {rest.length > 0 ? (
        <button type="button" className={css.tab} aria-haspopup="dialog" aria-current={rest.some((item) => item.current) ? 'true' : undefined} onClick={() => setOpen(true)}>
          <i><IconDots size={22} /></i><span>{words.more}</span>
        </button>
      ) : null}
      <Drawer open={open} onClose={() => setOpen(false)} title={words.sections} side="bottom">
        <div className={css.more}>
          {rest.map((item) => (
            <a key={item.key} href={item.href} className={css.item} aria-current={item.current ? 'page' : undefined} onClick={() => setOpen(false)} data-plain="">
              <item.icon size={22} /><span>{item.label}</span>{item.count ? <b className={css.count}>{item.count}</b> : null}
            </a>
          ))}
        </div>
      </Drawer>
    </nav>
  )
}
