import { createHash, sign, verify, type KeyObject } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { reading, writing, type Kit } from '../kit.ts'
import type { Work } from '../work.ts'
import { canonical } from './canonical.ts'
import { auditFiles, checkpointPublicKeys } from './keys.ts'

const perTurn = 2000
/** Entries of the installation are spread, so that one busy chain does not hold the others up. */
const commonChains = 4

interface EntryRow { id: string; school_id: string | null; at: Date; action: string; actor_id: string; acting_role: string | null; about_id: string | null; commitment: string }

export const chainOf = (entry: { id: string; school_id: string | null }): string =>
  entry.school_id ?? `common-${Number.parseInt(entry.id.slice(-2), 16) % commonChains}`

/** The hash of an entry in its chain: over the hash before it and everything but personal data, which stands as a salted commitment. */
export function hashOf(previous: string, entry: EntryRow): string {
  const { id, school_id, at, action, actor_id, acting_role, about_id, commitment } = entry
  return createHash('sha256').update('\u0001').update(previous).update(canonical({ id, school_id, at, action, actor_id, acting_role, about_id, commitment })).digest('hex')
}

/** Orders entries that are not in a chain yet; returns how many it sealed. One sealer works at a time. */
export async function seal(kit: Kit): Promise<number> {
  return writing(kit, {}, async (work) => {
    const [lock] = await work.rows<{ ok: boolean }>('select pg_try_advisory_xact_lock(7251995) as ok', [])
    if (!lock?.ok) return 0
    const entries = await work.rows<EntryRow>(`
      select e.id, e.school_id, e.at, e.action, e.actor_id, e.acting_role, e.about_id, e.commitment from audit.entry e
      where not exists (select 1 from audit.seal s where s.entry_id = e.id) order by e.id limit $1`, [perTurn])
    const seals: { chain: string; seq: number; entry_id: string; hash: string; sealed_at: string }[] = []
    for (const [chain, list] of Map.groupBy(entries, chainOf)) {
      let { seq, hash } = await head(work, chain)
      for (const entry of list) {
        hash = hashOf(hash, entry)
        seals.push({ chain, seq: ++seq, entry_id: entry.id, hash, sealed_at: work.now.toISOString() })
      }
    }
    if (seals.length > 0) await work.rows('insert into audit.seal select * from jsonb_to_recordset($1::jsonb) as r(chain text, seq bigint, entry_id uuid, hash text, sealed_at timestamptz)', [JSON.stringify(seals)])
    kit.metrics.sealed.inc(seals.length)
    return seals.length
  })
}

async function head(work: Work, chain: string): Promise<{ seq: number; hash: string }> {
  const [last] = await work.rows<{ seq: number; hash: string }>('select seq, hash from audit.seal where chain = $1 order by seq desc limit 1', [chain])
  return last ?? { seq: 0, hash: '' }
}

interface Checkpoint { chain: string; size: number; head: string; at: string; signature: string }

const signedText = (c: Omit<Checkpoint, 'signature'>) => Buffer.from(canonical([c.chain, c.size, c.head, c.at]))

/** Signs the length and head of every chain that grew, in the database and in a file beside it: a cut tail cannot hide. */
export async function checkpoint(kit: Kit, dataDir: string, key: KeyObject): Promise<number> {
  const made = await writing(kit, {}, async (work) => {
    const heads = await work.rows<{ chain: string; size: number; head: string }>(`
      select h.chain, h.seq as size, h.hash as head from (select distinct on (chain) chain, seq, hash from audit.seal order by chain, seq desc) h
      where not exists (select 1 from audit.checkpoint c where c.chain = h.chain and c.size = h.seq)`, [])
    const points = heads.map((one) => ({ ...one, at: work.now.toISOString() })).map((one) => ({ ...one, signature: sign(null, signedText(one), key).toString('base64url') }))
    if (points.length > 0) await work.rows('insert into audit.checkpoint select * from jsonb_to_recordset($1::jsonb) as r(chain text, size bigint, head text, at timestamptz, signature text)', [JSON.stringify(points)])
    return points
  })
  if (made.length > 0) {
    const { folder, checkpoints } = auditFiles(dataDir)
    await mkdir(folder, { recursive: true })
    await appendFile(checkpoints, made.map((one) => `${JSON.stringify(one)}\n`).join(''))
  }
  return made.length
}

export interface Verdict { readonly entries: number; readonly chains: number; readonly unsealed: number; readonly checkpoints: number; readonly keys: number; readonly faults: readonly string[] }

/** Walks every chain: each hash, each commitment, each signed checkpoint of the file beside the database. */
export async function verifyAudit(kit: Kit, dataDir: string): Promise<Verdict> {
  const faults: string[] = []
  const heads = new Map<string, string[]>()
  const [counts] = await reading(kit, {}, (read) => read.rows<{ unsealed: number }>('select count(*)::int as unsealed from audit.entry e where not exists (select 1 from audit.seal s where s.entry_id = e.id)', []))
  const chains = await reading(kit, {}, (read) => read.rows<{ chain: string }>('select distinct chain from audit.seal', []))
  let entries = 0
  for (const { chain } of chains) heads.set(chain, await walk(kit, chain, faults, () => entries++))
  const outside = (await readFile(auditFiles(dataDir).checkpoints, 'utf8').catch(() => '')).split('\n').filter(Boolean).map((line) => JSON.parse(line) as Checkpoint)
  const keys = await checkpointPublicKeys(dataDir)
  let segment = 0
  for (const point of outside) {
    const signer = keys.findIndex((key) => verify(null, signedText(point), key, Buffer.from(point.signature, 'base64url')))
    if (signer < 0) faults.push(`checkpoint of ${point.chain} at ${point.size}: signature is wrong`)
    else if (signer < segment) faults.push(`checkpoint of ${point.chain} at ${point.size}: signed with a key whose segment had ended`)
    else if (heads.get(point.chain)?.[point.size - 1] !== point.head) faults.push(`chain ${point.chain}: entry ${point.size} is not the one that was signed`)
    segment = Math.max(segment, signer)
  }
  return { entries, chains: chains.length, unsealed: counts?.unsealed ?? 0, checkpoints: outside.length, keys: keys.length, faults }
}

async function walk(kit: Kit, chain: string, faults: string[], count: () => void): Promise<string[]> {
  const hashes: string[] = []
  let previous = ''
  for (let from = 0; ; from += perTurn) {
    const rows = await reading(kit, {}, (read) => read.rows<EntryRow & { seq: number; hash: string; before: unknown; after: unknown; salt: string; entry_id: string }>(`
      select s.seq, s.hash, s.entry_id, e.* from audit.seal s left join audit.entry e on e.id = s.entry_id where s.chain = $1 and s.seq > $2 order by s.seq limit $3`, [chain, from, perTurn]))
    for (const row of rows) {
      count()
      if (row.seq !== hashes.length + 1) faults.push(`chain ${chain}: entry ${hashes.length + 1} is missing`)
      if (row.id === null) faults.push(`chain ${chain}: entry ${row.entry_id} was removed`)
      else if (hashOf(previous, row) !== row.hash) faults.push(`chain ${chain}: entry ${row.seq} was changed`)
      else if (createHash('sha256').update(row.salt).update(canonical([row.before, row.after])).digest('hex') !== row.commitment) faults.push(`chain ${chain}: the words of entry ${row.seq} were changed`)
      hashes.push(row.hash)
      previous = row.hash
    }
    if (rows.length < perTurn) return hashes
  }
}
