import { useEffect, type ReactNode } from 'react'
import { IconArrowLeft } from '../icons/icons.ts'
import { useWords } from '../words.ts'
import css from './page.module.css'

interface Props {
  title: string
  sub?: ReactNode
  actions?: ReactNode
  back?: { readonly href: string; readonly label: string }
  /** The name of the browser tab when it must differ from the heading. */
  tab?: string
}

/** The one h1 of a screen with its second line and acts; it also names the browser tab. */
export function PageHeader({ title, sub, actions, back, tab }: Props) {
  const { product } = useWords()
  useEffect(() => { document.title = `${tab ?? title} — ${product}` }, [tab, title, product])
  return (
    <header className={css.head}>
      <div>
        {back ? <a className={css.back} href={back.href} data-plain=""><IconArrowLeft size={16} />{back.label}</a> : null}
        <h1 tabIndex={-1}>{title}</h1>
        {sub ? <p>{sub}</p> : null}
      </div>
      {actions ? <div className={`${css.actions} no-print`}>{actions}</div> : null}
    </header>
  )
}
