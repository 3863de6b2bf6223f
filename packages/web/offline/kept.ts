import { hashKey, partialMatchKey, type Query, type QueryFunctionContext, type QueryKey } from '@tanstack/react-query'
import { actingIn } from '../call/acting-path.ts'
import { ProblemError } from '../call/problem-error.ts'
import { dropReply, listReplies, readReply, writeReply, type KeptReply } from './store.ts'

/** Days for which a reply is kept, how many of them, and how many characters in all. */
const bounds = { days: 14, replies: 120, characters: 6_000_000 } as const
const patienceMs = 3000
const againMs = 15_000
const writeAfterMs = 1000
let owner: string | null = null
const waiting = new Map<string, ReturnType<typeof setTimeout>>()

/** Whose replies are kept from now on. */
export function keepFor(person: string | null): void {
  if (person === owner) return
  owner = person
  for (const timer of waiting.values()) clearTimeout(timer)
  waiting.clear()
}

/** Query options whose last known reply opens without a network: `useQuery(kept(ask(getDiaryWeek, …)))`. */
export const kept = <O extends object>(options: O): O => ({ refetchInterval: untilReached, ...options, persister: fetchOrKept, meta: { kept: true } })

/** As long as the server is not reached, the question is asked again now and then. */
const untilReached = ({ state }: Query) => (state.error as { status?: number } | null)?.status === 0 ? againMs : false

/** Asks the network; when it is away or too slow for a first view, the kept reply is shown with its own age while the question goes on. */
async function fetchOrKept<T>(fetchFn: (context: QueryFunctionContext) => T | Promise<T>, context: QueryFunctionContext, query: Query): Promise<T> {
  const id = idOf(query.queryKey)
  const fetched = Promise.resolve(fetchFn(context))
  try {
    const data = await (query.state.data === undefined ? Promise.race([fetched, slow()]) : fetched)
    keepLater(id, query.queryKey, data)
    return data
  } catch (cause) {
    if (!(cause instanceof ProblemError)) throw cause
    if (cause.status === 403 || cause.status === 404) forgetReply(id)
    if (cause.status !== 0 && cause.status !== 502 && cause.status !== 504) throw cause
    const shown = await showKept(query, id)
    if (cause.code !== 'slow') throw cause
    if (!shown) return fetched
    fetched.then((data) => { query.setData(data); keepLater(id, query.queryKey, data) }, () => null) // the view is open already; a later question tells of the failure
    throw new ProblemError(0, 'offline')
  }
}

const slow = () => new Promise<never>((_, reject) => { setTimeout(() => reject(new ProblemError(0, 'slow')), patienceMs) })

async function showKept(query: Query, id: string | null): Promise<boolean> {
  if (query.state.data !== undefined || id === null) return false
  const reply = await readReply(id)
  if (!reply || isOld(reply) || query.state.data !== undefined) return false
  query.setData(reply.data, { updatedAt: reply.at, manual: true })
  return true
}

const isOld = ({ at }: KeptReply) => at < Date.now() - bounds.days * 86_400_000
const idOf = (key: QueryKey) => owner === null ? null : `${owner} ${actingIn(location.pathname)?.role ?? ''} ${hashKey(key)}`

/** A page that changes with every key typed somewhere is written down now and then, not each time. */
function keepLater(id: string | null, key: QueryKey, data: unknown): void {
  const person = owner
  if (id === null || person === null) return
  clearTimeout(waiting.get(id))
  waiting.set(id, setTimeout(() => {
    waiting.delete(id)
    const size = JSON.stringify(data).length
    if (size <= bounds.characters / 4) void writeReply({ id, person, key, data, at: Date.now(), size }).then(() => tidy(person))
  }, writeAfterMs))
}

function forgetReply(id: string | null): void {
  if (id === null) return
  clearTimeout(waiting.get(id))
  void dropReply(id)
}

/** The oldest leave when there is too much, and whatever has had its fourteen days. */
async function tidy(person: string): Promise<void> {
  let characters = 0
  const newest = (await listReplies(person)).toSorted((a, b) => b.at - a.at)
  await Promise.all(newest.filter((reply, place) => (characters += reply.size) > bounds.characters || place >= bounds.replies || isOld(reply)).map(({ id }) => dropReply(id)))
}

/** A right was lost: kept replies under these keys leave the device; without keys, all of this person. */
export async function forgetKept(keys: readonly QueryKey[] | undefined): Promise<void> {
  if (owner === null) return
  for (const timer of waiting.values()) clearTimeout(timer)
  waiting.clear()
  const lost = (await listReplies(owner)).filter((reply) => !keys || keys.some((key) => partialMatchKey(reply.key, key)))
  await Promise.all(lost.map(({ id }) => dropReply(id)))
}
