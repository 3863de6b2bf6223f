import pg from 'pg'

export interface SavedTable { readonly name: string; readonly columns: readonly string[] }
export interface SavedSequence { readonly name: string; readonly value: string; readonly called: boolean }
export interface SavedMigration { readonly name: string; readonly hash: string }

/** Schemas that are ours: everything but PostgreSQL's own. */
const ours = `n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_' and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

/** A connection whose text forms do not depend on the server's settings, and which refuses to skip rows silently. */
export async function openPlain(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'moya-shkola backup' })
  await client.connect()
  await client.query(`set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 3; set bytea_output = 'hex';
    set client_encoding = 'UTF8'; set synchronize_seqscans = off; set row_security = off; set statement_timeout = 0; set search_path = ''`)
  return client
}

/** Every table of ours, those that others refer to first; without the list of migrations. */
export async function tablesInOrder(client: pg.Client): Promise<SavedTable[]> {
  const { rows } = await client.query<SavedTable>(`
    select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name,
           array(select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and ${ours} and not (n.nspname = 'app' and c.relname = 'migration')
    order by 1`)
  const links = await client.query<{ from: string; to: string }>(`
    select distinct quote_ident(fn.nspname) || '.' || quote_ident(f.relname) as "from", quote_ident(tn.nspname) || '.' || quote_ident(t.relname) as "to"
    from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
      join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
    where k.contype = 'f' and k.conrelid <> k.confrelid`)
  return inOrder(rows, links.rows)
}

/** Orders tables so that each comes after all it refers to. */
export function inOrder(tables: readonly SavedTable[], links: readonly { from: string; to: string }[]): SavedTable[] {
  const done = new Set<string>()
  const ordered: SavedTable[] = []
  let waiting = [...tables]
  while (waiting.length > 0) {
    const names = new Set(waiting.map((table) => table.name))
    const free = waiting.filter((table) => links.every(({ from, to }) => from !== table.name || done.has(to) || !names.has(to)))
    if (free.length === 0) throw new Error(`these tables refer to each other in a ring: ${[...names].join(', ')}`)
    for (const table of free) done.add(table.name)
    ordered.push(...free)
    waiting = waiting.filter((table) => !done.has(table.name))
  }
  return ordered
}

export async function sequences(client: pg.Client): Promise<SavedSequence[]> {
  const { rows } = await client.query<{ name: string }>(`
    select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'S' and ${ours} order by 1`)
  const found: SavedSequence[] = []
  for (const { name } of rows) {
    const state = (await client.query<{ value: string; called: boolean }>(`select last_value::text as value, is_called as called from ${name}`)).rows[0]
    if (state) found.push({ name, ...state })
  }
  return found
}

export async function appliedMigrations(client: pg.Client): Promise<SavedMigration[]> {
  const { rows } = await client.query<{ there: string | null }>(`select to_regclass('app.migration')::text as there`)
  if (!rows[0]?.there) return []
  return (await client.query<SavedMigration>('select name, hash from app.migration order by name collate pg_catalog."C"')).rows
}
