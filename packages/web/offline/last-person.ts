import { readReply, writeReply } from './store.ts'

const id = 'me'
const stayDays = 14

/** The person who used this device last, for the time without a network; the session itself is asked for as soon as there is one. */
export async function lastPerson(): Promise<unknown> {
  const reply = await readReply(id)
  return reply && reply.at > Date.now() - stayDays * 86_400_000 ? reply.data : null
}

/** The server named the person of this device. */
export const rememberPerson = (person: string, me: unknown) => writeReply({ id, person, key: [id], data: me, at: Date.now(), size: 0 })
