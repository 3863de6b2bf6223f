import { PageBody, PageHeader, Tabs } from '@school/ui'
import { useUrlValue } from '@school/web'
import type { Kind } from '../../contract/news.ts'
import { AllItems } from '../parts/NewsList.tsx'
import { useT } from '../parts/words.ts'

const kinds = ['news', 'question', 'link', 'contact'] as const satisfies readonly Kind[]

/** All news, questions, links and contacts for the reader. */
export function News() {
  const t = useT()
  const [asked, setAsked] = useUrlValue('kind', 'news')
  const kind = kinds.find((one) => one === asked) ?? 'news'
  return (
    <PageBody narrow>
      <PageHeader title={t.kinds[kind]} sub={t.newsSub} />
      <Tabs label={t.news} items={kinds.map((one) => ({ key: one, label: t.kinds[one] }))} value={kind} onChange={setAsked} />
      <AllItems key={kind} kind={kind} />
    </PageBody>
  )
}
