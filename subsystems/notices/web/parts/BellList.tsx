import { useTo } from '@school/web'
import { NoticeList, useT } from './NoticeList.tsx'

/** What opens under the bell. */
export function BellList({ close }: { close: () => void }) {
  const t = useT()
  const to = useTo()
  return <div><h2>{t.notices}</h2><NoticeList limit={8} /><p><a className="link" href={to('/notices')} onClick={close}>{t.all}</a></p></div>
}
