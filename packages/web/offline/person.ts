import { onlineManager, type QueryClient } from '@tanstack/react-query'
import { meKey, type Me } from '../me.ts'
import { keepFor } from './kept.ts'
import { followNetwork, knowEntries, openQueue, type LoadKinds } from './queue.ts'
import { eraseReplies } from './store.ts'

/** From now on the device keeps what the signed-in person reads and writes, and nobody else's: at sign-out what was read is erased, what was written waits for its author. */
export function startOffline(cache: QueryClient, rooms: ReadonlyArray<{ readonly name: string; readonly entries?: LoadKinds }>): void {
  knowEntries(rooms)
  followNetwork()
  onlineManager.setOnline(navigator.onLine) // opened without a network, it would miss the moment when there is one
  let last: string | null | undefined
  cache.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[0] !== meKey[0] || query.state.data === undefined) return
    const now = (query.state.data as Me | null)?.person.id ?? null
    if (now === last) return
    last = now
    keepFor(now)
    void openQueue(now)
    void eraseReplies(now)
  })
}
