import { Button, Empty, Row, Rows, Tag, Waiting } from '@school/ui'
import { ask, keyOf, Loaded, unreadKey, useCommand, useContextOfPage, useMessages, useQuery, useTo, whenText } from '@school/web'
import { countUnread, listNotices, readNotices, type Notice } from '../../contract/index.ts'
import type { ru } from '../messages/ru.ts'

export const useT = () => useMessages<typeof ru>('notices')

/** What this person was told; opening the list marks nothing, the button does. */
export function NoticeList({ limit, onOpen }: { limit: number; onOpen?: () => void }) {
  const t = useT()
  const to = useTo()
  const { role } = useContextOfPage()
  const found = useQuery(ask(listNotices, { query: { limit } }))
  const read = useCommand(readNotices, { stale: () => [keyOf(listNotices), keyOf(countUnread), unreadKey] })
  const href = (one: Notice) => (role === 'parent' || role === 'pupil' ? to(`/diary?week=${one.link.split('/').at(-1)}`) : undefined)
  return (
    <Loaded query={found} waiting={<Waiting rows={4} height={56} />}>
      {({ rows }) => rows.length === 0 ? <Empty compact>{t.none}</Empty> : (
        <>
          <Rows label={t.notices}>{rows.map((one) => {
            const address = href(one)
            return <Row key={one.id} title={t.sentence[one.kind]?.(one.data) ?? t.kinds[one.kind] ?? one.kind} sub={whenText(one.createdAt, 'Europe/Moscow')} end={one.read ? null : <Tag tone="now">{t.unread}</Tag>} {...(address ? { href: address } : {})} {...(onOpen ? { onOpen } : {})} />
          })}</Rows>
          {rows.some((one) => !one.read) ? <Button look="text" busy={read.isPending} onClick={() => read.mutate({ body: {} })}>{t.readAll}</Button> : null}
        </>
      )}
    </Loaded>
  )
}
