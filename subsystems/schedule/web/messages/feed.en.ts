import type { feed as ru } from './feed.ru.ts'

export const feed: typeof ru = {
  title: 'Calendar on the phone', button: 'To calendar', text: 'Lessons appear in the calendar of a phone or computer and follow the timetable: substitutions, moves, cancellations.', secret: 'The address is shown once. Whoever knows it sees these lessons; revoke it if it fell into other hands.',
  make: 'Get an address', renew: 'New address', revoke: 'Revoke', copy: 'Copy', copied: 'Address copied', since: (when) => `Subscribed since ${when}`, revoked: 'The address works no more', address: 'Address of the subscription', open: 'Open in the calendar',
}
