import { cx } from '../cx.ts'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '../icons/icons.ts'
import { useWords } from '../words.ts'
import { BrandSign } from './Brand.tsx'
import css from './frame.module.css'
import type { NavItem } from './Frame.tsx'

interface Props { home: string; nav: readonly NavItem[]; folded: boolean; onFold: (folded: boolean) => void }

/** The left rail of sections. */
export function Rail({ home, nav, folded, onFold }: Props) {
  const words = useWords()
  const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const label = folded ? words.unfold : words.fold
  return (
    <nav className={css.rail} aria-label={words.sections}>
      <a className={css.brand} href={home} data-plain=""><BrandSign /><span>{words.product}</span></a>
      <div className={css.group}>{nav.filter((item) => item.place !== 'foot').map((item) => <RailItem key={item.key} item={item} />)}</div>
      <div className={cx(css.group, css.foot)}>
        {nav.filter((item) => item.place === 'foot').map((item) => <RailItem key={item.key} item={item} />)}
        <button type="button" className={cx(css.item, css.foldButton)} title={folded ? label : undefined} aria-expanded={!folded} onClick={() => onFold(!folded)}><Fold /><span>{label}</span></button>
      </div>
    </nav>
  )
}

function RailItem({ item }: { item: NavItem }) {
  return (
    <a href={item.href} className={css.item} title={item.label} aria-current={item.current ? 'page' : undefined} data-plain="">
      <item.icon /><span>{item.label}</span>
      {item.count ? <b className={css.count}>{item.count}</b> : null}
    </a>
  )
}
