import { call, fill, keyOf, onFact, page, shellBell, unreadKey, type WebSubsystem } from '@school/web'
import { countUnread, listNotices, noticeDelivered } from '../contract/index.ts'

let kept = false

/** Once a visit and after the first view: a device that receives pushes says where. */
function keepDevice(): void {
  if (kept || !mayReceive()) return
  kept = true
  setTimeout(() => void import('./parts/push.ts').then(({ keepPush }) => keepPush()).catch(() => null), 4000)
}

function mayReceive(): boolean {
  try { return localStorage.getItem('school.push') !== null } catch { return false }
}

export const web: WebSubsystem = {
  name: 'notices',
  messages: { ru: () => import('./messages/ru.ts'), en: () => import('./messages/en.ts') },
  pages: [
    page('/notices', () => import('./pages/Notices.tsx')),
    page('/notices/:noticeId', () => import('./pages/Notice.tsx'), { access: 'signedIn' }),
  ],
  fills: [fill(shellBell, () => import('./parts/BellList.tsx'))],
  live: [onFact(noticeDelivered, () => [keyOf(listNotices), keyOf(countUnread), unreadKey])],
  unread: async () => {
    keepDevice()
    return (await call(countUnread, {})).unread
  },
}
