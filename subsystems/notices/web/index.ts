import { call, fill, keyOf, onFact, page, shellBell, unreadKey, type WebSubsystem } from '@school/web'
import { countUnread, listNotices, noticeDelivered } from '../contract/index.ts'

export const web: WebSubsystem = {
  name: 'notices',
  messages: { ru: () => import('./messages/ru.ts'), en: () => import('./messages/en.ts') },
  pages: [page('/notices', () => import('./pages/Notices.tsx'))],
  fills: [fill(shellBell, () => import('./parts/BellList.tsx'))],
  live: [onFact(noticeDelivered, () => [keyOf(listNotices), keyOf(countUnread), unreadKey])],
  unread: async () => (await call(countUnread, {})).unread,
}
