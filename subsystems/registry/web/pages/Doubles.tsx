import { PageBody, PageHeader } from '@school/ui'
import { useTo } from '@school/web'
import { Doubles as Pairs, SchoolMerges } from '../parts/merging/SchoolMerges.tsx'
import { useT } from '../parts/words.ts'

/** People whom the school may have under two records, and what became of each pair. */
export function Doubles() {
  const t = useT()
  const to = useTo()
  return (
    <PageBody>
      <PageHeader title={t.doubles.title} sub={t.doubles.sub} back={{ href: to('/manage/people'), label: t.people }} />
      <Pairs />
      <SchoolMerges />
    </PageBody>
  )
}
