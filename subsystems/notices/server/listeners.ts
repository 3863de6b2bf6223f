import { addresses } from '@school/contract'
import type { Listener, Subsystem, Work } from '@school/server'
import { noticeDelivered } from '../contract/facts.ts'
import { deliver } from './store.ts'

/** One listener for every notice that any room declares: whom to tell is the room's, telling is ours. */
export const listenersOf = (rooms: readonly Subsystem[]): Listener[] => rooms.flatMap((room) => (room.notices ?? []).map((notice): Listener => ({
  name: `notices.${notice.kind}`, fact: notice.on.name,
  async run(work: Work, payload: never) {
    const to = await notice.to(work, payload)
    if (to.length === 0) return
    for (const personId of await deliver(work, notice.kind, work.schoolIdOrNull, to)) work.announce(noticeDelivered, { personId }, [addresses.person(personId)])
  },
})))

export const kindsOf = (rooms: readonly Subsystem[]): string[] => [...new Set(rooms.flatMap((room) => (room.notices ?? []).map((notice) => notice.kind)))].sort()
