import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { cloneDatabase } from '@school/testing'
import { readConfig } from '../apps/server/config.ts'
import { firstChapters, laterChapters } from '../apps/server/demo/chapters.ts'
import { Making } from '../apps/server/demo/making.ts'

/** What two countries have in common, said without ids and moments of writing. */
const told: Readonly<Record<string, string>> = {
  people: `select last_name, first_name, middle_name, birth_date::text, gender, snils from registry.person`,
  employments: `select p.snils, e.role, e.position, e.valid_from::text from registry.employment e join registry.person p on p.id = e.person_id`,
  enrolments: `select p.snils, c.name, n.valid_from::text, n.valid_to::text from registry.enrolment n join registry.person p on p.id = n.student_id join registry.class_unit c on c.school_id = n.school_id and c.id = n.class_id`,
  families: `select g.snils as guardian, s.snils as student, w.basis from registry.guardianship w join registry.person g on g.id = w.guardian_id join registry.person s on s.id = w.student_id`,
  groups: `select g.name, g.kind, p.snils from registry.study_group g left join registry.group_member m on m.school_id = g.school_id and m.group_id = g.id left join registry.person p on p.id = m.student_id`,
  lessons: `select l.date::text, l.number, g.name as "group", s.name as subject from schedule.lesson l join registry.study_group g on g.school_id = l.school_id and g.id = l.group_id join registry.subject s on s.school_id = l.school_id and s.id = l.subject_id`,
  topics: `select l.date::text, l.number, g.name as "group", r.topic from journal.lesson_record r join schedule.lesson l on l.school_id = r.school_id and l.id = r.lesson_id join registry.study_group g on g.school_id = l.school_id and g.id = l.group_id`,
  marks: `select p.snils, m.date::text, m.value from journal.mark m join registry.person p on p.id = m.student_id`,
  attendance: `select p.snils, a.date::text, a.code, a.reason from journal.attendance a join registry.person p on p.id = a.student_id`,
  homework: `select h.due_date::text, h.text from journal.homework h`,
}

/** The country with its rural school and its college: small, and with everything a large school has. */
async function build(seed: number): Promise<Record<string, { rows: number; hash: string }>> {
  const [database, dataDir] = [await cloneDatabase(), mkdtempSync(join(tmpdir(), 'demo-'))]
  const making = await Making.open(readConfig({ DATABASE_URL: database.url, DATA_DIR: dataDir }), { seed, now: '2026-11-24T09:00:00.000Z', done: [], country: null })
  try {
    await firstChapters[0]!.tell(making)
    for (const chapter of laterChapters(making)) if (['rural', 'college'].includes(chapter.name)) await chapter.tell(making)
    await making.stage.composed.worker.settle()
    return await read(database.url)
  } finally {
    await making.close()
    await database.drop()
    rmSync(dataDir, { recursive: true })
  }
}

async function read(url: string): Promise<Record<string, { rows: number; hash: string }>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const found: Record<string, { rows: number; hash: string }> = {}
  for (const [name, sql] of Object.entries(told)) {
    const rows = (await client.query(sql)).rows.map((row) => JSON.stringify(row)).toSorted()
    found[name] = { rows: rows.length, hash: createHash('sha256').update(rows.join('\n')).digest('hex').slice(0, 16) }
  }
  await client.end()
  return found
}

test('the same seed and day make the same country', async () => {
  const [first, second] = [await build(14), await build(14)]
  assert.deepEqual(second, first)
  for (const [name, { rows }] of Object.entries(first)) assert.ok(rows > 20, `${name}: ${rows}`)
})
