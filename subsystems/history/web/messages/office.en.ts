import type { ru } from './office.ru.ts'

export const en: typeof ru = {
  history: 'History of changes',
  subs: { school: 'Who changed what in the school, and when', region: 'What curators and school administrators did', municipality: 'What school administrators did', federation: 'Events outside schools: regions, curators, sign-ins' },
}
