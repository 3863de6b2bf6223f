import type { NoticeWords } from '@school/web'

/** What curators are told of requests, by kind. */
export const ru: NoticeWords = {
  kinds: { 'identity.requestLate': 'Заявки без ответа в школах' },
  sentence: { 'identity.requestLate': (data) => `${String(data['school'])}: на заявку не ответили в срок` },
}
