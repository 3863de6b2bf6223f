import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { clusterFrom } from '../../packages/server/database/embedded.ts'
import { migrate } from '../../packages/server/database/migrate.ts'
import { migrationFolders } from '../world.ts'
import { inOrder } from './catalogue.ts'
import { readBackup } from './read.ts'
import { writeBackup } from './write.ts'

const place = mkdtempSync(join(tmpdir(), 'school-backup-'))
const toy = join(place, 'migrations')
const cluster = clusterFrom(process.env['TEST_DATABASE_URL'] ?? 'postgres://nobody@localhost/none')
const made: string[] = []

const first = `
create schema toy;
create table toy.zone (id int primary key, name text not null);
insert into toy.zone values (1, 'from the migration');
create table toy.act (id bigint generated always as identity primary key, zone_id int not null references toy.zone, before_id bigint references toy.act, note text, data jsonb, bytes bytea, at timestamptz, parts text[], price numeric, half real, loud text generated always as (upper(note)) stored);
alter table toy.act enable row level security;
create table toy.act_note (act_id bigint not null references toy.act, note text) partition by hash (act_id);
create table toy.act_note_0 partition of toy.act_note for values with (modulus 2, remainder 0);
create table toy.act_note_1 partition of toy.act_note for values with (modulus 2, remainder 1);
create sequence toy.number start 100;`
const fill = `
update toy.zone set name = 'Зона "1"';
insert into toy.act (zone_id, before_id, note, data, bytes, at, parts, price, half)
  select 1, case when i > 1 then i - 1 end, case i % 4 when 0 then null when 1 then E'tab\\there\\nline \\\\. end' when 2 then '' else 'Ёж ' || i end,
    jsonb_build_object('i', i, 'text', E'a"b\\n'), decode(md5(i::text), 'hex'), timestamptz '2026-09-01 08:00:00.123456+03' + i * interval '1 minute', array['a,b', null, '"'], i / 7.0, i / 3.0
  from generate_series(1, 20000) i;
insert into toy.act_note select id, note from toy.act where id % 3 = 0;
select nextval('toy.number'), nextval('toy.number');`

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

async function emptyDatabase(): Promise<string> {
  const name = `t_backup_${process.pid}_${made.length}`
  made.push(name)
  return cluster.createDatabase(name)
}

after(async () => {
  for (const name of made) await cluster.dropDatabase(name)
  rmSync(place, { recursive: true, force: true })
})

describe('backup and restore', { skip: !process.env['TEST_DATABASE_URL'] && 'needs a database: npm test -- backup' }, () => {
  const file = join(place, 'toy.gz')
  let source = ''

  before(async () => {
    mkdirSync(toy)
    writeFileSync(join(toy, '20990101000000_toy__create.sql'), first)
    source = await emptyDatabase()
    await migrate(source, [toy])
    await ask(source, fill)
    await writeBackup(source, file)
  })

  test('everything comes back', async () => {
    const target = await emptyDatabase()
    const { rows } = await readBackup(file, target, [toy])
    assert.ok(rows > 26_000)
    const content = `select (select md5(string_agg(a::text, '|' order by id)) from toy.act a) as acts, (select md5(string_agg(n::text, '|' order by act_id)) from toy.act_note n) as notes, (select string_agg(name, ',') from toy.zone) as zones`
    assert.deepEqual(await ask(target, content), await ask(source, content))
    assert.deepEqual(await ask(target, `select nextval('toy.number')`), [{ nextval: '102' }])
    assert.deepEqual(await ask(target, `insert into toy.act (zone_id) values (1) returning id`), [{ id: '20001' }])
    await assert.rejects(ask(target, 'insert into toy.act (zone_id) values (2)'), /foreign key/)
  })

  test('the file is only for its owner and grows no leftovers', () => {
    assert.equal(statSync(file).mode & 0o777, 0o600)
  })

  test('a second copy of the restored data equals the first', async () => {
    const target = await emptyDatabase()
    await readBackup(file, target, [toy])
    const again = join(place, 'again.gz')
    await writeBackup(target, again)
    const withoutTime = (path: string) => gunzipSync(readFileSync(path)).toString('utf8').replace(/"writtenAt":"[^"]*"/, '')
    assert.equal(withoutTime(again), withoutTime(file))
  })

  test('a database that holds something is left alone', async () => {
    await assert.rejects(readBackup(file, source, [toy]), /not empty/)
  })

  test('damage is noticed and nothing is kept', async () => {
    const whole = gunzipSync(readFileSync(file))
    const changed = Buffer.from(whole.toString('utf8').replace('Ёж 3', 'Уж 3'))
    for (const [bytes, says] of [[gzipSync(changed), /came back different/], [readFileSync(file).subarray(0, 30_000), /damaged or cut off/], [gzipSync(whole.subarray(0, -40)), /ends too early|proper end|JSON/]] as const) {
      const damaged = join(place, 'damaged.gz')
      writeFileSync(damaged, bytes)
      const target = await emptyDatabase()
      await assert.rejects(readBackup(damaged, target, [toy]), says)
      assert.deepEqual(await ask(target, 'select count(*)::int as n from toy.act'), [{ n: 0 }])
    }
  })

  test('another version of a migration is refused', async () => {
    const other = join(place, 'other')
    mkdirSync(other)
    writeFileSync(join(other, '20990101000000_toy__create.sql'), `${first}\n-- changed`)
    await assert.rejects(readBackup(file, await emptyDatabase(), [other]), /differs/)
  })

  test('the real schema goes there and back', async () => {
    const real = await emptyDatabase()
    await migrate(real, migrationFolders())
    const realFile = join(place, 'real.gz')
    const { tables } = await writeBackup(real, realFile)
    const restored = await readBackup(realFile, await emptyDatabase(), migrationFolders())
    assert.equal(restored.tables, tables)
  })
})

test('tables come after those they refer to, and a ring is told', () => {
  const tables = ['a', 'b', 'c'].map((name) => ({ name, columns: [] }))
  assert.deepEqual(inOrder(tables, [{ from: 'a', to: 'b' }, { from: 'b', to: 'c' }]).map((table) => table.name), ['c', 'b', 'a'])
  assert.throws(() => inOrder(tables, [{ from: 'a', to: 'b' }, { from: 'b', to: 'a' }]), /ring: a, b/)
})
