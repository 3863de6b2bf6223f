import { Row, Tag } from '@school/ui'
import { keyOf, ownZone, pathAs, unreadKey, useAddress, useCommand, useContextOfPage, useMe, useNoticeWords, whenText } from '@school/web'
import { countUnread, listNotices, readNotices, type Notice } from '../../contract/index.ts'
import { wayOfNotice } from './where.ts'
import { useT } from './words.ts'

/** Marks notices as read; every list and the bell hear of it. */
export const useRead = () => useCommand(readNotices, { stale: () => [keyOf(listNotices), keyOf(countUnread), unreadKey] })

/** One thing a person was told; opening it marks it read. */
export function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen?: (() => void) | undefined }) {
  const t = useT()
  const me = useMe()
  const here = useContextOfPage()
  const [, go] = useAddress()
  const read = useRead()
  const way = wayOfNotice(notice, me?.contexts ?? [], here)
  const href = way ? pathAs(way.place.role, way.place.scopeId, way.path) : null
  const open = () => {
    if (!notice.read) read.mutate({ body: { ids: [notice.id] } })
    onOpen?.()
    if (href) go(href)
  }
  const words = useNoticeWords(notice.kind)
  const kind = words?.kinds[notice.kind] ?? notice.kind
  const sub = [kind, whenText(notice.createdAt, ownZone())].join(' · ')
  return <Row title={words?.sentence[notice.kind]?.(notice.data) ?? kind} sub={sub} end={notice.read ? null : <Tag tone="now">{t.unread}</Tag>} {...(href !== null || !notice.read ? { onOpen: open } : {})} />
}
