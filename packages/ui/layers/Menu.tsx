import type { KeyboardEvent, ReactNode } from 'react'
import { cx } from '../cx.ts'
import { IconCheck } from '../icons/icons.ts'
import css from './layers.module.css'
import { Popover, type TriggerProps } from './Popover.tsx'

export type MenuItem =
  | { readonly line: true }
  | { readonly title: string }
  | { readonly label: string; readonly note?: string; readonly icon?: ReactNode; readonly href?: string; readonly onSelect?: () => void; readonly danger?: boolean; readonly checked?: boolean }

interface Props { trigger: (props: TriggerProps) => ReactNode; label: string; items: readonly MenuItem[]; align?: 'start' | 'end'; width?: number }

const itemsOf = (box: Element) => [...box.querySelectorAll<HTMLElement>('[role^=menuitem]')]

function walk(event: KeyboardEvent<HTMLElement>) {
  const items = itemsOf(event.currentTarget)
  const at = items.indexOf(document.activeElement as HTMLElement)
  const to = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length, Home: 0, End: items.length - 1 }[event.key]
  const typed = event.key.length === 1 ? items.find((item) => item.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase())) : undefined
  const target = to === undefined ? typed : items[to]
  if (!target) return
  event.preventDefault()
  target.focus()
}

/** A list of acts or choices under a button, walked with arrows, Home, End and first letters. */
export function Menu({ trigger, label, items, align, width = 240 }: Props) {
  const open = (box: HTMLElement) => (itemsOf(box).find((item) => item.ariaChecked === 'true') ?? itemsOf(box)[0])?.focus()
  return (
    <Popover trigger={trigger} label={label} align={align ?? 'start'} width={width} role="menu" onOpen={open}>
      {(close) => <div role="none" onKeyDown={walk}>{items.map((item, index) => <Item key={index} item={item} close={close} />)}</div>}
    </Popover>
  )
}

function Item({ item, close }: { item: MenuItem; close: () => void }) {
  if ('line' in item) return <div className={css.menuLine} role="separator" />
  if ('title' in item) return <div className={css.menuTitle} role="presentation">{item.title}</div>
  const inside = <>{item.icon}<span>{item.label}{item.note ? <small>{item.note}</small> : null}</span>{item.checked ? <IconCheck size={18} /> : null}</>
  const names = cx(css.menuItem, item.danger && css.menuDanger)
  if (item.href) return <a role="menuitem" tabIndex={-1} className={names} href={item.href} aria-current={item.checked ? 'true' : undefined} onClick={close} data-plain="">{inside}</a>
  return (
    <button type="button" role={item.checked === undefined ? 'menuitem' : 'menuitemradio'} aria-checked={item.checked} tabIndex={-1} className={names} onClick={() => { close(); item.onSelect?.() }}>{inside}</button>
  )
}
