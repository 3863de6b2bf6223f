import type { CallInput, Reply, Route } from '@school/contract'
import { call } from '../call/call.ts'
import { ProblemError } from '../call/problem-error.ts'
import type { Held, Outcome, Post } from './outbox.ts'

/** How entries of one kind travel. */
export interface EntryKind<V> {
  readonly name: string
  send(post: Post<V>): Promise<Outcome<V>>
  same(a: V, b: V): boolean
}

/** How long an entry waits for an answer before it is sent again. */
export const patienceMs = 20_000

/** A module of a room that sends its entries: `export const kinds = [entryKind({ name: 'journal.cell', … })]`. */
export const entryKind = <V>(kind: EntryKind<V>): EntryKind<unknown> => kind as EntryKind<unknown>

/** Whether trying later may help: no network, no session, a busy or a broken server. */
export const isPassing = (problem: ProblemError) => problem.status === 0 || problem.status === 401 || problem.status === 429 || problem.status >= 500

/** What a failed call means for an entry; `now` reads what stands from the details of a contradiction. */
export function failed<V>(cause: unknown, now: (details: Readonly<Record<string, unknown>>) => Held<V> | null): Outcome<V> {
  const problem = cause instanceof ProblemError ? cause : new ProblemError(0, 'offline')
  if (isPassing(problem)) return { kind: 'lost' }
  if (problem.code.endsWith('.changed_meanwhile')) return { kind: 'conflict', now: now(problem.details) }
  return { kind: 'refused', why: { status: problem.status, code: problem.code, details: problem.details } }
}

/** Sends an entry through one route; `held` reads what stands, from the reply and from a contradiction alike. */
export async function sendThrough<R extends Route, V>(route: R, input: CallInput<R>, post: Post<V>, held: (now: Reply<R>) => Held<V>): Promise<Outcome<V>> {
  try {
    return { kind: 'kept', now: held(await call(route, input, AbortSignal.timeout(patienceMs), post.about.role)) }
  } catch (cause) {
    return failed(cause, (details) => details['now'] ? held(details['now'] as Reply<R>) : null)
  }
}
