import type { Role } from '@school/contract'
import { Empty, Section, ShowMore, Waiting } from '@school/ui'
import { ask, Loaded, ProblemNote, useContextOfPage, usePages, useQuery, useTo } from '@school/web'
import { listItems, type Kind } from '../../contract/news.ts'
import { ItemArticle } from './ItemArticle.tsx'
import { useT } from './words.ts'

interface Props { kind: Kind; title: string; limit?: number; /** Draws nothing while there is nothing. */ quiet?: boolean }

export const newestOf = (kind: Kind, { role, scopeId }: { readonly role: Role; readonly scopeId: string }, limit = 3) => ask(listItems, { query: { kind, role, scopeId, limit } })

/** The newest items of one kind for the reader of this page. */
export function NewsList({ kind, title, limit = 3, quiet = false }: Props) {
  const t = useT()
  const to = useTo()
  const found = useQuery(newestOf(kind, useContextOfPage(), limit))
  if (quiet && !found.data?.rows.length) return null
  return (
    <Section title={title} {...(kind === 'news' ? { action: <a className="link small" href={to('/news')}>{t.allNews}</a> } : {})}>
      <Loaded query={found} waiting={<Waiting rows={limit > 3 ? 5 : 2} height={56} />}>
        {({ rows }) => rows.length === 0 ? <Empty compact>{t.empty[kind]}</Empty> : rows.map((one) => <ItemArticle key={one.id} item={one} short={kind === 'news' && limit <= 3} />)}
      </Loaded>
    </Section>
  )
}

/** All items of one kind, read on and on. */
export function AllItems({ kind }: { kind: Kind }) {
  const t = useT()
  const { role, scopeId } = useContextOfPage()
  const found = usePages(listItems, { query: { kind, role, scopeId, limit: 10 } })
  if (found.error) return <ProblemNote problem={found.error} retry={found.retry} />
  if (!found.rows) return <Waiting rows={5} height={72} />
  if (found.rows.length === 0) return <Empty>{t.empty[kind]}</Empty>
  return <>{found.rows.map((one) => <ItemArticle key={one.id} item={one} heading="h2" />)}{found.more ? <ShowMore shown={found.rows.length} busy={found.busy} onMore={found.more} /> : null}</>
}
