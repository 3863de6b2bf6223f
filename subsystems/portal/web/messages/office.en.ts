import type { ru } from './office.ru.ts'

export const en: typeof ru = {
  items: 'News and links',
  itemsSub: 'News, questions and answers, useful links, contacts',
}
