import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { forgetKept } from '../offline/kept.ts'
import type { LiveRule } from './on-fact.ts'
import { listenByPolling } from './polling.ts'
import { listenBySocket } from './socket.ts'

export type LiveMessage =
  | { readonly type: 'facts'; readonly facts: ReadonlyArray<{ readonly name: string; readonly payload: unknown }> }
  | { readonly type: 'forget'; readonly keys?: readonly QueryKey[] }
  | { readonly type: 'signedOut' }

/** One way to hear: resolves when it broke, having told through `onOpen` whether it ever worked. */
export type Listen = (ears: Ears) => Promise<void>
export interface Ears { onOpen: () => void; onMessage: (message: LiveMessage) => void; signal: AbortSignal }

export interface LiveOptions { onSignedOut: () => void; onState?: (open: boolean) => void }

/** Follows what others do: facts make queries stale. After a break it believes nothing and asks everything again. Returns how to stop. */
export function followLive(cache: QueryClient, rules: readonly LiveRule[], { onSignedOut, onState }: LiveOptions): () => void {
  const stopper = new AbortController()
  const byFact = Map.groupBy(rules, (rule) => rule.fact)
  let opened = 0
  const ears: Ears = {
    signal: stopper.signal,
    onOpen: () => {
      onState?.(true)
      if (opened++ > 0) void cache.invalidateQueries({ refetchType: 'active' })
    },
    onMessage: (message) => {
      if (message.type === 'facts') for (const { name, payload } of message.facts) for (const rule of byFact.get(name) ?? []) for (const queryKey of rule.keys(payload)) void cache.invalidateQueries({ queryKey })
      if (message.type === 'forget') forget(cache, message.keys)
      if (message.type === 'signedOut') { stopper.abort(); onSignedOut() }
    },
  }
  void keepListening(ears, () => onState?.(false))
  return () => stopper.abort()
}

/** A right was lost: what it showed leaves the memory and the device, and what is still allowed is asked anew. */
function forget(cache: QueryClient, keys: readonly QueryKey[] | undefined) {
  void forgetKept(keys)
  if (keys) for (const queryKey of keys) void cache.resetQueries({ queryKey })
  else void cache.resetQueries()
}

async function keepListening(ears: Ears, onBreak: () => void) {
  let failures = 0
  let socketFailures = 0
  const heard: Ears = { ...ears, onOpen: () => { failures = 0; ears.onOpen() } }
  while (!ears.signal.aborted) {
    const bySocket = socketFailures < 2
    let worked = false
    await (bySocket ? listenBySocket : listenByPolling)({ ...heard, onOpen: () => { worked = true; heard.onOpen() } })
    if (bySocket) socketFailures = worked ? 0 : socketFailures + 1
    if (ears.signal.aborted) return
    onBreak()
    await pause(failures++, ears.signal)
  }
}

/** Waits longer after each failure, unevenly, so that a thousand browsers do not come back in the same second. */
function pause(failures: number, signal: AbortSignal) {
  const ms = Math.min(30_000, 500 * 2 ** failures) * (0.5 + Math.random())
  return new Promise<void>((resolve) => {
    const done = () => { clearTimeout(timer); removeEventListener('online', done); resolve() }
    const timer = setTimeout(done, ms)
    addEventListener('online', done)
    signal.addEventListener('abort', done, { once: true })
  })
}
