import type { ComponentProps } from 'react'
import { IconBell, IconSelector } from '../icons/icons.ts'
import { Avatar } from '../data/Avatar.tsx'
import { useWords } from '../words.ts'
import css from './frame.module.css'

/** The bell with the number of what is new; the rest of the props go to the button or link. */
export function Bell({ unread, href, ...rest }: { unread: number; href?: string } & Omit<ComponentProps<'button'>, 'children'>) {
  const words = useWords()
  const label = unread > 0 ? `${words.notices}: ${unread}` : words.notices
  const inside = <><IconBell />{unread > 0 ? <b className={css.bubble} aria-hidden="true">{unread > 99 ? '99+' : unread}</b> : null}</>
  if (href) return <a className={css.bell} href={href} aria-label={label} data-plain="">{inside}</a>
  return <button type="button" className={css.bell} aria-label={label} {...rest}>{inside}</button>
}

/** The two lines that say as whom and where a person acts. */
export function SwitcherButton({ title, subtitle, single, ...rest }: { title: string; subtitle: string; single?: boolean } & ComponentProps<'button'>) {
  const inside = <span><b>{title}</b><em>{subtitle}</em></span>
  if (single) return <div className={css.switcher}>{inside}</div>
  return <button type="button" className={css.switcher} {...rest}>{inside}<IconSelector size={16} /></button>
}

/** The round button of the person's own menu. */
export function PersonButton({ name, initials, ...rest }: { name: string; initials: string } & ComponentProps<'button'>) {
  return <button type="button" className={css.person} aria-label={name} {...rest}><Avatar initials={initials} tone="me" /></button>
}
