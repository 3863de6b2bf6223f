import { Empty, Section, Waiting } from '@school/ui'
import { ask, dayText, Loaded, useContextOfPage, useQuery, useTo } from '@school/web'
import { listItems } from '../../contract/news.ts'
import { ItemText } from './ItemText.tsx'
import { useT } from './words.ts'
import css from './NewsList.module.css'

/** The newest items of one kind for the reader of this page. */
export function NewsList({ kind, title, limit = 3 }: { kind: 'news' | 'link' | 'question' | 'contact'; title: string; limit?: number }) {
  const t = useT()
  const to = useTo()
  const { role, scopeId } = useContextOfPage()
  const found = useQuery(ask(listItems, { query: { kind, role, scopeId, limit } }))
  const empty = { news: t.noNews, link: t.noLinks, question: t.noQuestions, contact: t.noContacts }[kind]
  return (
    <Section title={title} {...(kind === 'news' ? { action: <a className="link small" href={to('/news')}>{t.allNews}</a> } : {})}>
      <Loaded query={found} waiting={<Waiting rows={2} height={56} />}>
        {({ rows }) => rows.length === 0 ? <Empty compact>{empty}</Empty> : rows.map((one) => (
          <article key={one.id} className={css.item}>
            <h3>{one.href ? <a className="link" href={one.href} rel="noopener noreferrer">{one.title}</a> : one.title}</h3>
            {kind === 'news' ? <p className="faint small">{[dayText(one.showFrom), one.place].filter(Boolean).join(' · ')}</p> : null}
            <div className={kind === 'news' && limit <= 3 ? css.short : undefined}><ItemText text={one.text} /></div>
          </article>
        ))}
      </Loaded>
    </Section>
  )
}
