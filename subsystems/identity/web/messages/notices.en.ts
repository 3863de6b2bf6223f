import type { NoticeWords } from '@school/web'

/** What curators are told of requests, by kind. */
export const en: NoticeWords = {
  kinds: { 'identity.requestLate': 'Requests that schools left unanswered' },
  sentence: { 'identity.requestLate': (data) => `${String(data['school'])}: a request was not answered in time` },
}
