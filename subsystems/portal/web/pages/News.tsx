import { PageBody, PageHeader } from '@school/ui'
import { NewsList } from '../parts/NewsList.tsx'
import { useT } from '../parts/words.ts'

/** All news, questions, links and contacts for the reader. */
export function News() {
  const t = useT()
  return (
    <PageBody narrow>
      <PageHeader title={t.news} />
      <NewsList kind="news" title={t.news} limit={30} />
      <NewsList kind="question" title={t.questions} limit={50} />
      <NewsList kind="link" title={t.links} limit={50} />
      <NewsList kind="contact" title={t.contacts} limit={20} />
    </PageBody>
  )
}
