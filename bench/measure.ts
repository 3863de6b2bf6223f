import type pg from 'pg'
import { cpuOfTree, spent } from './cpu.ts'
import type { Child } from './child.ts'
import { closedLoop, quantile, type Shot, type Slice } from './load.ts'

/** Sums of slices of one case at one number of connections. */
export interface Figures {
  readonly requests: number; readonly perSecond: number; readonly serverMs: number; readonly databaseMs: number; readonly statements: number; readonly sessionStatements: number; readonly buffers: number
  readonly p50: number; readonly p99: number; readonly bytes: number
}

interface Raw { requests: number; seconds: number; server: number; database: number; statements: number; sessions: number; buffers: number; latencies: number[]; bytes: number }
export interface Probe { readonly owner: pg.Client; readonly postmaster: number; readonly statistics: boolean }

const empty = (): Raw => ({ requests: 0, seconds: 0, server: 0, database: 0, statements: 0, sessions: 0, buffers: 0, latencies: [], bytes: 0 })

/** Alternates slices between the servers, so that whatever else the machine does strikes them alike. */
export async function alternate(probe: Probe, servers: readonly Child[], connections: number, seconds: number, rounds: number, shot: (n: number) => Shot): Promise<Figures[]> {
  const sums = servers.map(empty)
  for (let round = 0; round < rounds; round++) {
    for (const [i, server] of servers.entries()) await slice(probe, server, sums[i]!, () => closedLoop(server.base, connections, seconds, (n) => shot(n + round * 100_003)))
  }
  return sums.map(figuresOf)
}

/** One slice measured until `after` has nothing more to wait for. */
export async function slice(probe: Probe, server: Child, sum: Raw, run: () => Promise<Slice>, after: () => Promise<void> = async () => {}): Promise<void> {
  if (probe.statistics) await probe.owner.query('select pg_stat_statements_reset()')
  const [server0, database0] = [cpuOfTree(server.pid), cpuOfTree(probe.postmaster)]
  const done = await run()
  await after()
  sum.server += spent(server0, cpuOfTree(server.pid))
  sum.database += spent(database0, cpuOfTree(probe.postmaster))
  sum.requests += done.requests
  sum.seconds += done.seconds
  sum.bytes += done.bytes
  for (const one of done.latencies) sum.latencies.push(one)
  if (!probe.statistics) return
  const [row] = (await probe.owner.query<{ own: number; session: number; buffers: number }>(statementsSql)).rows
  sum.statements += row!.own
  sum.sessions += row!.session
  sum.buffers += row!.buffers
}

const frame = String.raw`query !~* '^\s*(begin|commit|set |rollback|select pg_stat_statements)'`
const statementsSql = `
  select coalesce(sum(calls) filter (where ${frame} and query !~ 'identity\\.session'), 0)::float8 as own, coalesce(sum(calls) filter (where query ~ 'identity\\.session'), 0)::float8 as session,
    coalesce(sum(shared_blks_hit + shared_blks_read), 0)::float8 as buffers
  from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())`

/** What one request costs. */
export const figuresOf = (raw: Raw): Figures => ({
  requests: raw.requests, perSecond: raw.requests / raw.seconds, serverMs: raw.server / raw.requests, databaseMs: raw.database / raw.requests, statements: raw.statements / raw.requests,
  sessionStatements: raw.sessions / raw.requests, buffers: raw.buffers / raw.requests, p50: quantile(raw.latencies, 0.5), p99: quantile(raw.latencies, 0.99), bytes: raw.bytes / raw.requests,
})

/** A case that is more than one request. */
export async function journey(probe: Probe, server: Child, run: () => Promise<Slice>): Promise<Figures> {
  const sum = empty()
  await slice(probe, server, sum, run)
  return figuresOf(sum)
}

/** The same for a slice that is not alternated. */
export async function alone(probe: Probe, server: Child, connections: number, seconds: number, shot: (n: number) => Shot, after?: () => Promise<void>): Promise<Figures> {
  const sum = empty()
  await slice(probe, server, sum, () => closedLoop(server.base, connections, seconds, shot), after)
  return figuresOf(sum)
}
