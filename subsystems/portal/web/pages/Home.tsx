import { PageBody, WithPanel } from '@school/ui'
import { SlotPlace, useContextOfPage, useFills } from '@school/web'
import { homeMain, homeSide } from '../../contract/slots.ts'
import { NewsList } from '../parts/NewsList.tsx'
import { useT } from '../parts/words.ts'

/** The first page of a role: what it came for in the middle, what waits and the news beside it. */
export function Home() {
  const t = useT()
  const { role, scopeId, schoolId, childId } = useContextOfPage()
  const props = { role, scopeId, schoolId, childId }
  const filled = useFills(homeMain).length > 0
  return (
    <WithPanel label={t.news} narrow="below" panel={<PageBody><SlotPlace slot={homeSide} props={props} waiting={null} /><NewsList kind="news" title={t.news} /><NewsList kind="link" title={t.links} /></PageBody>}>
      <PageBody>
        {filled ? null : <h1>{t.home}</h1>}
        <SlotPlace slot={homeMain} props={props} />
      </PageBody>
    </WithPanel>
  )
}
