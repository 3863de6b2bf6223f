import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import { useWords } from '../words.ts'
import { BottomBar } from './BottomBar.tsx'
import { BrandSign } from './Brand.tsx'
import css from './frame.module.css'
import { Rail } from './Rail.tsx'
import type { Icon } from '../icons/icon.tsx'

export interface NavItem {
  readonly key: string
  readonly label: string
  readonly icon: Icon
  readonly href: string
  readonly current?: boolean
  readonly count?: number
  /** `foot` stands at the bottom of the rail. */
  readonly place?: 'main' | 'foot'
}

interface Props {
  home: string
  nav: readonly NavItem[]
  folded: boolean
  onFold: (folded: boolean) => void
  search?: ReactNode
  switcher?: ReactNode
  bell?: ReactNode
  person?: ReactNode
  children: ReactNode
}

/** The desk: rail of sections, top bar and the white sheet where the work lies; on a phone a bottom bar. */
export function Frame({ home, nav, folded, onFold, search, switcher, bell, person, children }: Props) {
  const words = useWords()
  return (
    <div className={cx(css.app, folded && css.folded)}>
      <a className={css.skip} href="#content" data-plain="">{words.toContent}</a>
      <Rail home={home} nav={nav} folded={folded} onFold={onFold} />
      <div className={css.column}>
        <header className={cx(css.top, search != null && css.withSearch)}>
          <a className={css.phoneBrand} href={home} aria-label={words.product} data-plain=""><BrandSign /></a>
          {search ? <div className={css.search}>{search}</div> : null}
          <div className={css.gap} />
          {switcher}{bell}{person}
        </header>
        <main id="content" className={css.main} tabIndex={-1}>{children}</main>
      </div>
      <BottomBar nav={nav} />
    </div>
  )
}
