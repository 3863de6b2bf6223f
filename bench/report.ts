import { cpus, totalmem } from 'node:os'
import type { LiveFigures } from './live.ts'
import type { Figures } from './measure.ts'

export interface Cold { readonly name: string; readonly ours: { body: string; ms: number }; readonly floor: { body: string; ms: number } | null }
export interface Answer { readonly name: string; readonly bytes: number; readonly same: 'bytes' | 'size' | null }
export interface Grown { readonly schools: number; readonly marks: number; readonly figures: Record<string, Figures> }
export interface Warm { readonly name: string; readonly title: string; readonly connections: number; readonly ours: Figures; readonly floor: Figures | null }
export interface Results {
  readonly schools: number; readonly marks: number; readonly statistics: boolean; readonly seconds: number; readonly rounds: number; readonly cold: readonly Cold[]; readonly answers: readonly Answer[]; readonly warm: Warm[]
  readonly signIns: readonly { readonly connections: number; readonly figures: Figures }[]
  readonly echo: Figures; readonly live: LiveFigures; readonly grown: readonly Grown[]
}

const n = (value: number, digits = 2) => value.toFixed(digits)
const cpu = (one: Figures) => one.serverMs + one.databaseMs
const row = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly string[]) => [row(...head), row(...head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows].join('\n')
const judged: Record<string, { ratio: number; statements: number }> = { diary: { ratio: 2.5, statements: 4 }, page: { ratio: 2.5, statements: 4 }, put: { ratio: 2.5, statements: 4 } }
const liveTarget = 150

/** The page `docs/generated/bench.md`. */
export function report(of: Results): string {
  return `# Bench

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}; ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux, Node ${process.versions.node}. ${of.schools} schools, ${of.marks} marks.
\`fsync\`, \`full_page_writes\` and \`synchronous_commit\` are on. Clients, servers and database share the machine.

## Method

1. One process of the server as in production (without rate limits, without the check of replies), PostgreSQL beside it, clients in a third process on keep-alive connections.
2. The floor: \`node:http\` and one hand-written named statement a request, as the owner of the tables: no session, no rights, no row-level security, no check of input. Averages on the page are counted by the product's own arithmetic.
3. Slices of ours and of the floor alternate (${of.rounds} × ${of.seconds} s each); CPU is that of the process and of the whole tree of the database, to the nanosecond; statements and buffers come from pg_stat_statements${of.statistics ? '' : ' (which did not load here: 0)'}.
4. ${of.answers.filter((one) => one.same).map((one) => `${one.name}: ${one.bytes} bytes, the same ${one.same}`).join('; ')}. Statements are counted without begin, set, commit; those of the session stand apart.
5. In the tables of requests the worker and the sealer rest; “with echoes” counts them until the queue is empty. \`/api/me\` has no floor.
6. Sign-in speaks ЕСИА's protocol with the stand (RSA test profile), which runs with the clients and is not counted; a request is a whole sign-in, its latency that of our two answers with the calls to the stand in them.

## Against the targets

${targets(of).map((line) => `- ${line}`).join('\n')}

## Warm

${table(['Case', 'Conn.', 'Who', 'Requests/s', 'CPU ms server', 'CPU ms database', 'CPU ratio', 'Statements', 'Session', 'Buffers', 'p50 ms', 'p99 ms'], of.warm.flatMap(warmRows))}

${table(['Mark put, 16 connections', 'Requests/s', 'CPU ms server', 'CPU ms database', 'Statements', 'Buffers', 'p50 ms', 'p99 ms'], [row('ours with echoes (notices, sealing)', n(of.echo.perSecond, 0), n(of.echo.serverMs), n(of.echo.databaseMs), n(of.echo.statements), n(of.echo.buffers, 0), n(of.echo.p50, 1), n(of.echo.p99, 1))])}

${table(['Sign-in of a parent', 'Conn.', 'Sign-ins/s', 'CPU ms server', 'CPU ms database', 'Statements', 'Buffers', 'p50 ms', 'p99 ms'], of.signIns.map(({ connections, figures: one }) => row('with one child', connections, n(one.perSecond, 0), n(one.serverMs), n(one.databaseMs), n(one.statements + one.sessionStatements), n(one.buffers, 0), n(one.p50, 1), n(one.p99, 1))))}

## Cold

The first request of each case after database and servers were restarted (the system's page cache stays), on a new connection, in ms.

${table(['Case', 'ours', 'floor'], of.cold.map((one) => row(one.name, n(one.ours.ms, 0), one.floor ? n(one.floor.ms, 0) : '–')))}

## From the request to the parent's open page

${of.live.sent} marks at ${n(of.live.perSecond, 0)} a second, open loop, ${of.live.sockets} open sockets of those parents; from the instant at which the request was due to the fact in the socket: p50 ${n(of.live.p50, 0)} ms, p99 ${n(of.live.p99, 0)} ms, longest ${n(of.live.most, 0)} ms; p99 of the answer itself ${n(of.live.answerP99, 0)} ms. Worker and sealer run.
${of.grown.length > 0 ? grownPart(of.grown) : ''}`
}

function warmRows(one: Warm): string[] {
  const line = (who: string, of: Figures, ratio: string) => row(one.title, one.connections, who, n(of.perSecond, 0), n(of.serverMs), n(of.databaseMs), ratio, n(of.statements), n(of.sessionStatements), n(of.buffers, 0), n(of.p50, 1), n(of.p99, 1))
  return [line('ours', one.ours, one.floor ? n(cpu(one.ours) / cpu(one.floor)) : '–'), ...(one.floor ? [line('floor', one.floor, '')] : [])]
}

function targets(of: Results): string[] {
  const lines = of.warm.flatMap((one) => {
    const aim = judged[one.name]
    if (!aim || !one.floor) return []
    const ratio = cpu(one.ours) / cpu(one.floor)
    const missed = [ratio > aim.ratio ? `**missed**: CPU ${n(ratio)} × the floor, aim ≤ ${aim.ratio}` : `CPU ${n(ratio)} × the floor (≤ ${aim.ratio})`, one.ours.statements > aim.statements + 0.05 ? `**missed**: ${n(one.ours.statements)} statements, aim ≤ ${aim.statements}` : `${n(one.ours.statements)} statements (≤ ${aim.statements})`]
    return [`${one.title}, ${one.connections} connections: ${missed.join('; ')}.`]
  })
  return [...lines, `${of.live.p99 <= liveTarget ? '' : '**missed**: '}p99 to the parent's socket ${n(of.live.p99, 0)} ms (≤ ${liveTarget}).`, ...(of.grown.length > 1 ? [] : ['Growth was not measured in this run (`npm run bench -- --grow`).'])]
}

function grownPart(grown: readonly Grown[]): string {
  const names = Object.keys(grown[0]?.figures ?? {})
  return `
## While the tables grow

Ours, 16 connections, one slice a size.

${table(['Case', 'Schools', 'Marks', 'CPU ms server', 'CPU ms database', 'Buffers', 'p50 ms'], names.flatMap((name) => grown.map((one) => { const of = one.figures[name]!; return row(name, one.schools, one.marks, n(of.serverMs), n(of.databaseMs), n(of.buffers, 0), n(of.p50, 1)) })))}
`
}
