import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import type { Held, Post } from './outbox.ts'
import { queue } from './queue.ts'

/** Every entry of this person that is not the server's yet. */
export const useEntries = (): readonly Post<unknown>[] => useSyncExternalStore(queue.watch, queue.posts)

/** The entry of one place, and the last value the server kept of it while the page is open. */
export function useEntry<V>(place: string, { onKept, onRefused }: { onKept?: (now: Held<V>) => void; onRefused?: (post: Post<V>) => void } = {}): { post: Post<V> | null; held: Held<V> | null } {
  const [held, setHeld] = useState<Held<V> | null>(null)
  const post = useSyncExternalStore(queue.watch, useCallback(() => queue.postOf<V>(place), [place]))
  const kept = useEffectEvent((now: Held<V>) => { setHeld(now); onKept?.(now) })
  const refused = useEffectEvent((one: Post<V>) => onRefused?.(one))
  useEffect(() => queue.watch((at, one, now) => {
    if (at !== place) return
    if (now) kept(now as Held<V>)
    if (one?.state === 'refused') refused(one as Post<V>)
  }), [place])
  return { post, held }
}

/** How old the data on the screen is when the network is away: the oldest of the kept queries in view, or null. */
export function useAgeOfView(): number | null {
  const cache = useQueryClient()
  const read = useCallback(() => {
    const old = cache.getQueryCache().findAll({ type: 'active' }).filter(({ meta, state }) => meta?.['kept'] === true && state.data !== undefined && (state.error as { status?: number } | null)?.status === 0)
    return old.length === 0 ? null : Math.min(...old.map(({ state }) => state.dataUpdatedAt))
  }, [cache])
  return useSyncExternalStore(useCallback((tell) => cache.getQueryCache().subscribe(() => queueMicrotask(tell)), [cache]), read) // queries are made while pages are drawn
}
