import type { Socket } from 'node:net'
import pg from 'pg'

/** The role every pooled connection acts as: it owns nothing and obeys row-level security. */
export const applicationRole = 'school_app'

const { builtins } = pg.types
const types = new pg.TypeOverrides()
types.setTypeParser(builtins.INT8, Number)
types.setTypeParser(builtins.DATE, (text: string) => text)
types.setTypeParser(builtins.TIME, (text: string) => text.slice(0, 5))

/** Named statements are planned once per connection; planning a join costs as much as running it. */
const names = new Map<string, string>()
const mostNames = 3000
export function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= mostNames) return undefined
  const name = `s${names.size}`
  names.set(text, name)
  return name
}

export interface PoolConfig { url: string; max: number; asOwner?: boolean; statementTimeoutMs?: number }

/** Connections to the database, by default as the application role. */
export function openPool({ url, max, asOwner = false, statementTimeoutMs = 30_000 }: PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url, max, types,
    options: `${asOwner ? '' : `-c role=${applicationRole} `}-c statement_timeout=${statementTimeoutMs} -c jit=off`,
    application_name: 'moya-shkola', idleTimeoutMillis: 60_000, pipeline: true,
  } as pg.PoolConfig)
  pool.on('error', () => {}) // an idle connection that died is replaced at its next use
  pool.on('connect', sendTogether)
  return pool
}

/** Statements given in one turn leave in one packet: writing to a socket costs the server more than anything else it does for a request. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  let held = false
  const release = () => { held = false; stream.uncork() }
  client.query = ((...given: unknown[]) => {
    if (!held) {
      held = true
      stream.cork()
      process.nextTick(release) // after every promise of this turn, so that begin, the first statement and their like travel together
    }
    return query(...given)
  }) as typeof client.query
}

/** Refuses a pool that could walk past row-level security. */
export async function assertHarmless(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ role: string; mighty: boolean; owns: boolean }>(`
    select current_user as role, r.rolsuper or r.rolbypassrls as mighty,
           exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
                   where c.relowner = r.oid and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')) as owns
    from pg_roles r where r.rolname = current_user`)
  const me = rows[0]
  if (!me || me.mighty || me.owns) throw new Error(`the database role ${me?.role ?? '?'} owns tables or bypasses row-level security; connect as ${applicationRole}`)
}
