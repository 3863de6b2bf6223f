import { Agent, request } from 'node:http'
import { fictionalSnils } from '@school/contract'
import { startStand, type RunningStand, type StandPerson } from '@school/esia-stand'
import { aStandPerson, walkThrough } from '@school/esia-stand/testing'
import { chooseSigner } from '@school/gost'
import type { Slice } from './load.ts'
import { connected, type Family } from './world.ts'

export const bench = { clientId: 'BENCH', origin: 'http://bench.test', keys: (dir: string, now: Date) => chooseSigner({ commonName: 'BENCH', directory: dir, profile: 'rsa', now }) }
const scopes = 'openid fullname birthdate gender snils usr_org kid_fullname kid_birthdate kid_snils kid_gender'.split(' ')

/** What our server has to know of the stand. */
export interface StandSeen { readonly host: string; readonly issuer: string; readonly certificatePem: string; readonly algorithm: RunningStand['algorithm'] }
export interface OpenStand { readonly env: string; readonly people: readonly string[]; close(): Promise<void> }

/** A stand that speaks ЕСИА's protocol, in the process of the clients, so that its work is not counted as ours; its people are these parents with their child. */
export async function openStand(url: string, families: readonly Family[], clock: () => Date, dir: string): Promise<OpenStand> {
  const people = await standPeople(url, families)
  const ours = await bench.keys(dir, clock())
  const stand = await startStand({
    port: 0, clock, persons: async () => people, signer: await chooseSigner({ commonName: 'STAND', profile: 'rsa', now: clock() }),
    clients: [{ mnemonic: bench.clientId, title: 'bench', certificates: [ours.certificatePem], redirects: [`${bench.origin}/auth/`], scopes }],
  })
  const { url: host, issuer, certificatePem, algorithm } = stand
  return { env: JSON.stringify({ host, issuer, certificatePem, algorithm }), people: people.filter((one) => one.kids.length > 0).map((one) => one.oid), close: () => stand.close() }
}

interface PersonRow { id: string; last_name: string; first_name: string; middle_name: string | null; birth_date: string; gender: 'M' | 'F' | null }

async function standPeople(url: string, families: readonly Family[]): Promise<StandPerson[]> {
  const client = await connected(url)
  try {
    const ids = families.flatMap((one) => [one.parentId, one.studentId])
    await client.query('update registry.person p set snils = r.snils from unnest($1::uuid[], $2::text[]) as r(id, snils) where p.id = r.id', [ids, ids.map((_, i) => fictionalSnils(i))])
    const { rows } = await client.query<PersonRow>('select id, last_name, first_name, middle_name, birth_date::text, gender from registry.person where id = any($1::uuid[])', [ids])
    const known = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id, i) => {
      const row = known.get(id)!
      return aStandPerson({
        oid: String(2_000_000_000 + i), lastName: row.last_name, firstName: row.first_name, middleName: row.middle_name, birthDate: row.birth_date, gender: row.gender === 'M' ? 'M' : 'F', snils: fictionalSnils(i),
        kids: i % 2 === 0 ? [String(2_000_000_001 + i)] : [],
      })
    })
  } finally {
    await client.end()
  }
}

/** Signs parents in one after another on each of `connections` until the time is up; the latency is that of our two answers, what a person does in between aside. */
export async function signInLoop(base: URL, stand: OpenStand, connections: number, seconds: number): Promise<Slice> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const latencies: number[] = []
  const startedAt = performance.now()
  let n = 0
  const worker = async () => {
    while (performance.now() < startedAt + seconds * 1000) {
      const oid = stand.people[n++ % stand.people.length]!
      const start = await visit(base, agent, '/auth/esia/start?profile=parent', '')
      const back = await walkThrough(start.location, { oid })
      const end = await visit(base, agent, back.pathname + back.search, start.cookies)
      if (!end.cookies.includes('__Host-sid=')) throw new Error(`the sign-in was refused: ${end.location}`)
      latencies.push(start.ms + end.ms)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  agent.destroy()
  return { requests: latencies.length, seconds: (performance.now() - startedAt) / 1000, latencies, bytes: 0 }
}

function visit(base: URL, agent: Agent, path: string, cookie: string): Promise<{ location: string; cookies: string; ms: number }> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    request({ host: base.hostname, port: base.port, agent, path, headers: cookie ? { cookie } : {} }, (answer) => {
      answer.resume().on('end', () => resolve({
        location: answer.headers.location ?? `${answer.statusCode}`, cookies: (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; '), ms: performance.now() - began,
      }))
    }).on('error', reject).end()
  })
}
