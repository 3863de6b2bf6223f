import type { ru } from './ru.ts'

export const en: typeof ru = {
  notices: 'Notifications', none: 'No notifications yet', readAll: 'Mark all as read', settings: 'What to tell', all: 'All notifications', unread: 'new', allView: 'All', unreadView: 'Unread', noneUnread: 'Everything is read', noKinds: 'Kinds of notifications will appear here',
  push: {
    title: 'On telephones and computers', none: 'This installation sends no notifications to devices', unsupported: 'This browser cannot receive notifications. On an iPhone add Moya Shkola to the home screen first.', denied: 'Notifications of this site are forbidden in the settings of the browser. Allow them there and come back.',
    offer: 'Hear of what matters at once, even when the application is closed. A locked screen never shows which mark it is.', start: 'Receive on this device', unreachable: 'The notification service of the browser does not answer. Try later.', devices: 'Devices', here: 'this device', lastSent: (when: string) => `last notification ${when}`, added: (when: string) => `added ${when}`, remove: (name: string) => `Stop sending to ${name}`,
    quiet: 'Silence', usual: (from: string, until: string) => `As usual: ${from} to ${until}`, morning: 'What comes in silence arrives in the morning as one message; what is urgent (a child not at school, a lesson to cover) arrives at once', own: 'My own hours', never: 'No silence', from: 'From', until: 'Until',
    words: 'On a locked screen', says: { child: 'What it is about and the first name of the child', kind: 'Only what it is about', none: 'Only “A new notification”' },
  },
  problem: {
    'notices.push_unknown_service': 'The notification service of this browser is not allowed here', 'notices.push_bad_keys': 'The browser gave keys that are none', 'notices.push_many_devices': 'Too many devices: remove some', 'notices.push_off': 'No notifications are sent to devices here', 'notices.push_bad_hours': 'Say when silence begins and ends',
    'notices.unknown_kind': 'There are no such notifications' },
}
