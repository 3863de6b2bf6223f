import pg from 'pg'
import type { Announced } from '../work.ts'

/** Carries what was announced between the processes of an installation. */
export interface Bus {
  publish(announced: readonly Announced[]): void
  /** Hears everything announced anywhere, this process included. */
  subscribe(hear: (announced: readonly Announced[]) => void): () => void
  /** Told when messages may have been missed: believe nothing and look again. */
  onGap(run: () => void): void
  close(): Promise<void>
}

const channel = 'school_live'
const mostBytes = 7500
/** What is announced within so many milliseconds leaves together: this process has heard it already, and the others need not be told of every mark by itself. */
const gatherMs = 10

/** The bus over PostgreSQL's NOTIFY, sent after the commit in its own statement so that commits are not serialised. */
export async function postgresBus(url: string, pool: pg.Pool): Promise<Bus> {
  const hearers = new Set<(announced: readonly Announced[]) => void>()
  const gaps: (() => void)[] = []
  const origin = Math.random().toString(36).slice(2)
  let closed = false
  let client: pg.Client | undefined

  const deliver = (announced: readonly Announced[]) => { for (const hear of hearers) hear(announced) }

  async function listen(): Promise<void> {
    const next = new pg.Client({ connectionString: url, application_name: 'moya-shkola-live' })
    next.on('error', () => {})
    next.on('end', () => { if (!closed) void retry() })
    next.on('notification', ({ payload }) => {
      const message = JSON.parse(payload ?? '{}') as { origin?: string; facts?: Announced[] }
      if (message.origin !== origin && message.facts) deliver(message.facts)
    })
    await next.connect()
    await next.query(`listen ${channel}`)
    client = next
  }
  async function retry(): Promise<void> {
    for (let wait = 100; !closed; wait = Math.min(wait * 2, 5000)) {
      await new Promise((done) => setTimeout(done, wait))
      try {
        await listen()
        for (const run of gaps) run()
        return
      } catch { /* the database is still away; try again */ }
    }
  }
  // One nudge is on its way at a time; what is announced meanwhile goes together in the next one.
  let waiting: Announced[] = []
  let sending = false
  let sent: Promise<void> | undefined
  async function send(): Promise<void> {
    sending = true
    while (waiting.length > 0) {
      await new Promise((done) => setTimeout(done, gatherMs))
      const batch = waiting
      waiting = []
      const messages = parts(batch).map((facts) => JSON.stringify({ origin, facts }))
      await pool.query({ name: 'nudge', text: `select pg_notify('${channel}', message) from unnest($1::text[]) as message`, values: [messages] }).catch(() => {})
    }
    sending = false
  }
  await listen()

  return {
    publish(announced) {
      deliver(announced)
      waiting.push(...announced)
      if (!sending) sent = send()
    },
    subscribe(hear) { hearers.add(hear); return () => hearers.delete(hear) },
    onGap(run) { gaps.push(run) },
    async close() { closed = true; await sent; await client?.end() },
  }
}

/** Splits what was announced so that each message fits NOTIFY's 8,000 bytes. */
function parts(announced: readonly Announced[]): Announced[][] {
  const all: Announced[][] = [[]]
  let size = 0
  for (const one of announced) {
    const bytes = Buffer.byteLength(JSON.stringify(one))
    if (size + bytes > mostBytes && all.at(-1)!.length > 0) { all.push([]); size = 0 }
    all.at(-1)!.push(one)
    size += bytes
  }
  return all
}
