import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { applicationRole } from './pool.ts'

const ownMigrations = new URL('../migrations', import.meta.url).pathname
const advisoryKey = 7_251_994

export interface Migration { readonly name: string; readonly sql: string; readonly hash: string }

/** All migrations of the kit and of the given folders, on one timeline. */
export async function readMigrations(folders: readonly string[]): Promise<Migration[]> {
  const all: Migration[] = []
  for (const folder of [ownMigrations, ...folders]) {
    for (const file of (await readdir(folder)).filter((name) => name.endsWith('.sql'))) {
      const sql = await readFile(join(folder, file), 'utf8')
      all.push({ name: file, sql, hash: createHash('sha256').update(sql).digest('hex') })
    }
  }
  all.sort((a, b) => (a.name < b.name ? -1 : 1))
  const twice = all.find((one, i) => all[i + 1]?.name === one.name)
  if (twice) throw new Error(`two migrations are named ${twice.name}`)
  return all
}

/** Brings the database at `ownerUrl` up to date; safe to call from several processes at once. Returns the names applied now. */
export async function migrate(ownerUrl: string, folders: readonly string[], upTo?: string): Promise<string[]> {
  const migrations = (await readMigrations(folders)).filter((one) => upTo === undefined || one.name <= upTo)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryKey])
    await ensureRole(client)
    await client.query('create schema if not exists app')
    await client.query('create table if not exists app.migration (name text primary key, hash text not null, applied_at timestamptz not null default now())')
    const done = new Map((await client.query<{ name: string; hash: string }>('select name, hash from app.migration')).rows.map((row) => [row.name, row.hash]))
    const applied: string[] = []
    for (const one of migrations) {
      const hash = done.get(one.name)
      if (hash !== undefined && hash !== one.hash) throw new Error(`migration ${one.name} was changed after it had been applied; write a new one instead`)
      if (hash !== undefined) continue
      await applyOne(client, one)
      applied.push(one.name)
    }
    return applied
  } finally {
    await client.end()
  }
}

async function ensureRole(client: pg.Client): Promise<void> {
  await client.query(`do $$ begin
    if not exists (select 1 from pg_roles where rolname = '${applicationRole}') then create role ${applicationRole} nologin; end if;
  exception when duplicate_object or unique_violation then null; end $$`)
  await client.query(`do $$ begin execute format('grant ${applicationRole} to %I', current_user); exception when others then null; end $$`)
}

async function applyOne(client: pg.Client, one: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(one.sql)
    await client.query('insert into app.migration (name, hash) values ($1, $2)', [one.name, one.hash])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`migration ${one.name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
