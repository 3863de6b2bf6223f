import { Button, Empty, Rows, Waiting } from '@school/ui'
import { ask, Loaded, useQuery, useTo } from '@school/web'
import { listNotices } from '../../contract/index.ts'
import css from './BellList.module.css'
import { NoticeRow, useRead } from './NoticeRow.tsx'
import { useT } from './words.ts'

/** What opens under the bell: the newest, and the way to all of them. */
export function BellList({ close }: { close: () => void }) {
  const t = useT()
  const to = useTo()
  const read = useRead()
  const found = useQuery(ask(listNotices, { query: { limit: 6 } }))
  const unread = found.data?.rows.some((one) => !one.read) ?? false
  return (
    <div className={css.bell}>
      <div className={css.head}><h2>{t.notices}</h2>{unread ? <Button look="text" size="sm" flush busy={read.isPending} onClick={() => read.mutate({ body: {} })}>{t.readAll}</Button> : null}</div>
      <Loaded query={found} waiting={<Waiting rows={4} height={56} />}>
        {({ rows }) => rows.length === 0 ? <Empty compact>{t.none}</Empty> : <Rows label={t.notices}>{rows.map((one) => <NoticeRow key={one.id} notice={one} onOpen={close} />)}</Rows>}
      </Loaded>
      <a className="link" href={to('/notices')} onClick={close}>{t.all}</a>
    </div>
  )
}
