import { fact, Id } from '@school/contract'
import { Type } from 'typebox'

/** Somebody was told something. Sent to that person. */
export const noticeDelivered = fact('notices.notice.delivered', Type.Object({ personId: Id }))
