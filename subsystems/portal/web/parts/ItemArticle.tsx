import { IconExternalLink, IconMail, IconPhone, Tag, type Icon } from '@school/ui'
import { dayText } from '@school/web'
import type { Item } from '../../contract/news.ts'
import { ItemText } from './ItemText.tsx'
import css from './NewsList.module.css'
import { useT } from './words.ts'

const signOf = (href: string): Icon => (href.startsWith('tel:') ? IconPhone : href.startsWith('mailto:') ? IconMail : IconExternalLink)

/** One item as it is read; a question unfolds to its answer. */
export function ItemArticle({ item, short = false, heading: Heading = 'h3' }: { item: Item; short?: boolean; heading?: 'h2' | 'h3' }) {
  const t = useT()
  if (item.kind === 'question') return <details className={css.item}><summary>{item.title}</summary><div className={css.text}><ItemText text={item.text} /></div></details>
  const Sign = item.href ? signOf(item.href) : null
  return (
    <article className={css.item}>
      <Heading>{item.href && Sign ? <a className="link" href={item.href} rel="noopener noreferrer"><Sign size={18} />{item.title}</a> : item.title}</Heading>
      {item.kind === 'news' ? <p className={css.when}>{dayText(item.showFrom)}{item.place ? ` · ${item.place}` : ''}{item.pinned ? <Tag tone="now">{t.important}</Tag> : null}</p> : null}
      {item.text ? <div className={short ? `${css.text} ${css.short}` : css.text}><ItemText text={item.text} /></div> : null}
    </article>
  )
}
