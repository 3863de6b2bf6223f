import pg from 'pg'
import type { Column } from './pages.ts'

/** Columns of all tables and views of ours, in a stable order. */
export async function readColumns(url: string): Promise<Column[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Column>(`
      select n.nspname as schema, c.relname as name, c.relkind::text as kind, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, c.relrowsecurity as secured,
             a.attnotnull or c.relkind = 'v' as required,
             exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)) as key
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'public') and n.nspname !~ '^pg_'
        and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      order by n.nspname collate "C", c.relname collate "C", a.attnum`)
    return rows
  } finally {
    await client.end()
  }
}
