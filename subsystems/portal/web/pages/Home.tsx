import { PageBody, PageHeader, WithPanel } from '@school/ui'
import { dayWithWeekday, SlotPlace, todayIn, useContextOfPage, useFills, type Ahead } from '@school/web'
import { useEffect } from 'react'
import { homeMain, homeSide } from '../../contract/slots.ts'
import { newestOf, NewsList } from '../parts/NewsList.tsx'
import { capital, ownZone, useT } from '../parts/words.ts'

export const ahead: Ahead = ({ acting, isFilled }) => [newestOf('news', acting, isFilled(homeMain) ? 3 : 10), newestOf('link', acting), newestOf('contact', acting)]

/** The first page of a role: what it came for in the middle, what waits and the news beside it. Whoever fills the middle also draws its heading. */
export function Home() {
  const t = useT()
  const { role, scopeId, schoolId, childId } = useContextOfPage()
  const props = { role, scopeId, schoolId, childId }
  const filled = useFills(homeMain).length > 0
  useEffect(() => { document.title = `${t.home} — ${t.brand}` }, [t])
  return (
    <WithPanel label={t.beside} narrow="below" panel={<><SlotPlace slot={homeSide} props={props} waiting={null} />{filled ? <NewsList kind="news" title={t.news} /> : null}<NewsList kind="link" title={t.links} quiet={filled} /><NewsList kind="contact" title={t.contacts} quiet /></>}>
      <PageBody>{filled ? <SlotPlace slot={homeMain} props={props} /> : <OnlyNews />}</PageBody>
    </WithPanel>
  )
}

/** For roles whose middle nobody fills, the news is what they came for. */
function OnlyNews() {
  const t = useT()
  const { subtitle } = useContextOfPage()
  return (
    <>
      <PageHeader title={capital(dayWithWeekday(todayIn(ownZone())))} sub={subtitle} tab={t.home} />
      <NewsList kind="news" title={t.news} limit={10} />
    </>
  )
}
