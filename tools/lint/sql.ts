import { isTest, levels, linesLike, subsystemOf } from './law.ts'
import type { Breach, Law, Tree } from './law.ts'

const ownsSql = (path: string) => /(^|[/-])(store|access|tables|search)\.ts$/.test(path)
const serverCode = (path: string) => /^subsystems\/[^/]+\/server\/.*\.ts$/.test(path) && !isTest(path)

export const sqlInItsPlace: Law = {
  name: 'sql-place',
  check: (tree) => linesLike(tree, (path) => serverCode(path) && !ownsSql(path),
    /\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(<[^>]*>)?`|\.(rows|query)(<[^>]*>)?\(\s*[`'"]/, 'SQL belongs into store.ts, access.ts, tables.ts or search.ts'),
  good: [
    { 'subsystems/journal/server/marks/store.ts': `db.selectFrom('journal.mark')` },
    { 'subsystems/journal/server/marks/mark-store.ts': `db.selectFrom('journal.mark')` },
    { 'subsystems/journal/server/marks/marks.ts': `await saveMark(work, mark)` },
  ],
  bad: [
    { 'subsystems/journal/server/marks/marks.ts': `db.selectFrom('journal.mark')` },
    { 'subsystems/journal/server/marks/routes.ts': 'await sql`select 1`.execute(db)' },
    { 'subsystems/journal/server/marks/routes.ts': `await read.rows<Row>('select 1', [])` },
  ],
}

const kyselyTable = /\.(?:selectFrom|innerJoin|leftJoin|rightJoin|fullJoin|insertInto|updateTable|deleteFrom|from|using)\(\s*['"`]([a-z_]+)\.([a-z_0-9]+)/g
const sqlTable = /\b(from|join|into|update|references|table|using)\s+(?:if\s+(?:not\s+)?exists\s+|only\s+)?"?([a-z_]+)"?\."?([a-z_0-9]+)/gi

function* checkForeign(tree: Tree): Generator<Breach> {
  const all = levels(tree)
  for (const [path, text] of tree) {
    const own = subsystemOf(path)
    if (own === null || isTest(path) || !/\/server\/.*\.(ts|sql)$/.test(path)) continue
    const plain = text.replaceAll(/^\s*(--|\/\/|\*|\/\*).*$/gm, '')
    const uses = [
      ...[...plain.matchAll(kyselyTable)].map((m) => ({ at: m.index, verb: 'from', schema: m[1] ?? '', table: m[2] ?? '' })),
      ...[...plain.matchAll(sqlTable)].map((m) => ({ at: m.index, verb: (m[1] ?? '').toLowerCase(), schema: m[2] ?? '', table: m[3] ?? '' })),
    ]
    for (const { at, verb, schema, table } of uses) {
      if (!all.has(schema) || schema === own || table.startsWith('v_')) continue
      if (verb === 'references' && (all.get(schema) ?? 9) < (all.get(own) ?? 0)) continue
      yield { path, line: plain.slice(0, at).split('\n').length, says: `${schema}.${table} belongs to ${schema}: join its published views v_*, or ask its door` }
    }
  }
}

const two = { 'subsystems/registry/package.json': '{"school":{"level":1}}', 'subsystems/journal/package.json': '{"school":{"level":4}}' }

export const foreignSchema: Law = {
  name: 'foreign-schema',
  check: checkForeign,
  good: [
    { ...two, 'subsystems/journal/server/marks/store.ts': `journal(read).selectFrom('journal.mark as m').innerJoin('registry.v_person as p', x)` },
    { ...two, 'subsystems/journal/server/migrations/20260902100000_mark__create.sql': 'foreign key (a) references registry.person (id)' },
  ],
  bad: [
    { ...two, 'subsystems/journal/server/marks/store.ts': `journal(read).selectFrom('registry.person as p')` },
    { ...two, 'subsystems/journal/server/marks/store.ts': 'read.rows(`select 1 from journal.mark join registry.person p on true`)' },
    { ...two, 'subsystems/registry/server/migrations/20260902100000_a__b.sql': 'foreign key (a) references journal.mark (id)' },
    { ...two, 'subsystems/registry/server/store.ts': 'update journal.mark set value = 5' },
  ],
}

const migrationFile = /^(?:subsystems\/[^/]+\/server|packages\/server)\/migrations\/([^/]+)$/
const migrationName = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)_[a-z0-9]+(?:_[a-z0-9]+)*__[a-z0-9]+(?:_[a-z0-9]+)*\.sql$/

function* checkMigrations(tree: Tree): Generator<Breach> {
  const taken = new Map<string, string>()
  for (const path of tree.keys()) {
    const name = migrationFile.exec(path)?.[1]
    if (name === undefined) continue
    const [, , month, day, hour, minute, second] = migrationName.exec(name)?.map(Number) ?? []
    const possible = month !== undefined && month >= 1 && month <= 12 && (day ?? 0) >= 1 && (day ?? 99) <= 31 && (hour ?? 99) < 24 && (minute ?? 99) < 60 && (second ?? 99) < 60
    if (!possible) { yield { path, says: 'must be named YYYYMMDDhhmmss_noun__what.sql' }; continue }
    const other = taken.get(name.slice(0, 14))
    if (other) yield { path, says: `has the same time as ${other}; the timeline is one for all subsystems` }
    taken.set(name.slice(0, 14), path)
  }
}

export const migrationTimeline: Law = {
  name: 'migration-names',
  check: checkMigrations,
  good: [{ 'subsystems/journal/server/migrations/20260902100000_mark__create.sql': '', 'packages/server/migrations/20260901000000_app__foundation.sql': '' }],
  bad: [
    { 'subsystems/journal/server/migrations/001_mark.sql': '' },
    { 'subsystems/journal/server/migrations/20261302100000_mark__create.sql': '' },
    { 'subsystems/journal/server/migrations/20260902100000_mark__create.sql': '', 'subsystems/registry/server/migrations/20260902100000_person__create.sql': '' },
  ],
}
