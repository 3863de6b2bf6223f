import { addresses } from '@school/contract'
import { sessionEnded } from '@school/identity/contract'
import { registryFace } from '@school/registry/server'
import { listen, type Listener, type Subsystem, type Work } from '@school/server'
import { noticeDelivered } from '../contract/facts.ts'
import { orderPushes } from './push/push.ts'
import { removeDevicesOf } from './push/store.ts'
import { deliver } from './store.ts'

/** One listener for every notice that any room declares: whom to tell is the room's, telling is ours. */
export const listenersOf = (rooms: readonly Subsystem[]): Listener[] => rooms.flatMap((room) => (room.notices ?? []).map((notice): Listener => ({
  name: `notices.${notice.kind}`, fact: notice.on.name,
  async run(work: Work, payload: never) {
    const told = await notice.to(work, payload)
    if (told.length === 0) return
    // Merged records have one inbox: the one of the record with which the person signs in.
    const heads = await registryFace.headsOf(work, [...new Set(told.map((one) => one.personId))])
    const to = told.map((one) => ({ ...one, personId: heads.get(one.personId) ?? one.personId }))
    const delivered = await deliver(work, notice.kind, work.schoolIdOrNull, to)
    for (const { person_id: personId } of delivered) work.announce(noticeDelivered, { personId }, [addresses.person(personId)])
    await orderPushes(work, notice.kind, delivered)
  },
})))

export const kindsOf = (rooms: readonly Subsystem[]): string[] => [...new Set(rooms.flatMap((room) => (room.notices ?? []).map((notice) => notice.kind)))].sort()

/** Who has signed out at a device is not told anything there any more. */
export const listeners = [listen('notices.push.signed_out', sessionEnded, (work, { sessionId }) => removeDevicesOf(work, sessionId))]
