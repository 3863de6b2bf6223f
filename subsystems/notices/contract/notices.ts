import { Done, Id, Instant, Nullable, Page, pageQuery, route } from '@school/contract'
import { Type, type Static } from 'typebox'

/** Something this person is told; the sentence is made by the reader from `kind` and `data`. */
export const Notice = Type.Object({ id: Id, kind: Type.String(), data: Type.Record(Type.String(), Type.Unknown()), link: Type.String(), schoolId: Nullable(Id), createdAt: Instant, read: Type.Boolean() })
export type Notice = Static<typeof Notice>

export const listNotices = route({ method: 'GET', path: '/api/me/notices', summary: 'What this person was told, newest first', access: 'signedIn', query: Type.Object({ ...pageQuery, unread: Type.Optional(Type.Boolean()) }), reply: Page(Notice) })
export const getNotice = route({ method: 'GET', path: '/api/me/notices/:noticeId', summary: 'One thing this person was told', access: 'signedIn', params: Type.Object({ noticeId: Id }), reply: Notice })
export const countUnread = route({ method: 'GET', path: '/api/me/notices/unread', summary: 'How many notices are unread', access: 'signedIn', reply: Type.Object({ unread: Type.Integer() }) })
export const readNotices = route({
  method: 'POST', path: '/api/me/notices/read', summary: 'Marks notices as read; without ids all of them', access: 'signedIn', audit: false, // one's own reading is nobody's business
  body: Type.Object({ ids: Type.Optional(Type.Array(Id, { maxItems: 200 })) }), reply: Done,
})
export const getNoticeSettings = route({ method: 'GET', path: '/api/me/notice-settings', summary: 'Which kinds of notices this person wants', access: 'signedIn', reply: Type.Array(Type.Object({ kind: Type.String(), wanted: Type.Boolean() })) })
export const putNoticeSetting = route({
  method: 'PUT', path: '/api/me/notice-settings/:kind', summary: 'Wants or silences a kind of notice', access: 'signedIn', params: Type.Object({ kind: Type.String({ maxLength: 60, pattern: '^[a-zA-Z.]+$' }) }),
  body: Type.Object({ wanted: Type.Boolean() }), reply: Done, problems: ['notices.unknown_kind'],
})
