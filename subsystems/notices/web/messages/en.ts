import type { ru } from './ru.ts'

export const en: typeof ru = {
  notices: 'Notifications', none: 'No notifications yet', readAll: 'Mark all as read', settings: 'What to tell', all: 'All notifications', unread: 'new', allView: 'All', unreadView: 'Unread', noneUnread: 'Everything is read', noKinds: 'Kinds of notifications will appear here',
  problem: { 'notices.unknown_kind': 'There are no such notifications' },
}
