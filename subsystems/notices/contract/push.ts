import { ClockTime, Done, Id, Instant, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'

/** `usual`: the hours of the installation; how much a locked screen says: kind and child's first name, the kind alone, or nothing. */
export const PushWish = Type.Object({ quiet: OneOf('usual', 'own', 'none'), from: Nullable(ClockTime), until: Nullable(ClockTime), words: OneOf('child', 'kind', 'none') })
export type PushWish = Static<typeof PushWish>
export const PushDevice = Type.Object({ id: Id, name: Type.String(), addedAt: Instant, lastSentAt: Nullable(Instant) })
export type PushDevice = Static<typeof PushDevice>

const ofDevice = Type.Object({ deviceId: Id })
const key = (length: number) => Type.String({ minLength: length, maxLength: length + 4, pattern: '^[A-Za-z0-9_-]+={0,2}$' })

export const getPush = route({
  method: 'GET', path: '/api/me/push', summary: 'Devices that receive pushes, quiet hours and the key to subscribe with; no key where the installation sends none', access: 'signedIn',
  reply: Type.Object({ publicKey: Nullable(Type.String()), usual: Type.Object({ from: ClockTime, until: ClockTime, urgent: Type.Array(Type.String()) }), wish: PushWish, devices: Type.Array(PushDevice) }),
})
export const putPushDevice = route({
  method: 'PUT', path: '/api/me/push-devices/:deviceId', summary: 'A browser of this person receives pushes; an address known already moves to this person', access: 'signedIn', params: ofDevice, limit: { max: 20, per: 'minute' },
  body: Type.Object({ endpoint: Type.String({ maxLength: 1000, pattern: '^https?://[^\\s]+$' }), p256dh: key(87), auth: key(22), name: Text(80, 1), language: OneOf('ru', 'en') }),
  reply: Done, problems: ['notices.push_unknown_service', 'notices.push_bad_keys', 'notices.push_many_devices', 'notices.push_off'],
})
export const removePushDevice = route({ method: 'DELETE', path: '/api/me/push-devices/:deviceId', summary: 'A browser receives no pushes any more', access: 'signedIn', params: ofDevice, reply: Done })
export const putPushWish = route({ method: 'PUT', path: '/api/me/push-wish', summary: 'Own quiet hours, and how much a locked screen says', access: 'signedIn', body: PushWish, reply: Done, problems: ['notices.push_bad_hours'] })
