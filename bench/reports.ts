import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { addressOf, newId, type Route } from '@school/contract'
import { keptKeys } from '@school/gost'
import { cookieName, newSecret } from '@school/identity/testing'
import { getClassReport, getClassReportFile, getExportFile, getSchoolReport, getSchoolReportFile, getTeacherReport, getTeacherReportFile, listReports, putExport, type Report, type ReportList } from '@school/reports/contract'
import { sealWith } from '@school/reports/server'
import type pg from 'pg'
import { composeApp, type Composed } from '../apps/server/app.ts'
import { startEmbedded } from '../packages/server/database/embedded.ts'
import { loadSchools } from '../tools/bulk/load.ts'
import type { BulkSchool } from '../tools/bulk/school.ts'
import { root } from '../tools/files.ts'
import { connected, migrateAll } from './world.ts'

// One school of a thousand pupils with a whole year behind it, asked for everything it may ask.
const smoke = process.argv.includes('--smoke')
const plan = { firstDay: '2026-09-01', schoolDays: smoke ? 30 : 170, classes: smoke ? 4 : 36, pupilsPerClass: 28, lessonsPerDay: 6, markShare: 0.2 }
const now = new Date('2027-05-26T12:00:00Z')
const repeats = smoke ? 1 : 5
/** The aim for every one of them, in milliseconds. */
const aim = 2000

interface Line { readonly of: string; readonly key: string; readonly title: string; readonly span: string; readonly rows: number; readonly screen: number; readonly xlsx: number; readonly pdf: number; readonly kilobytes: number }
interface Journal { readonly span: string; readonly seconds: number; readonly megabytes: number }

const dir = mkdtempSync(join(tmpdir(), 'school-reports-'))
chmodSync(dir, 0o711)
const startedAt = performance.now()
const say = (words: string) => console.log(`${String(Math.round((performance.now() - startedAt) / 1000)).padStart(4)} s  ${words}`)
const settings = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', shared_buffers: '512MB', max_wal_size: '4GB', max_connections: '100' }
const database = await startEmbedded({ dataDir: join(dir, 'postgres'), settings })
try {
  await migrateAll(database.url)
  const [school] = await loadSchools({ url: database.url, schools: 1, plan })
  const cookie = await complete(database.url, school!)
  say(`${school!.classes.length} classes, ${school!.marks} marks`)
  const composed = await composeApp({ url: database.url, connections: 16, clock: () => now, config: { origins: ['http://bench.test'], production: true, checkReplies: false, rateLimits: false } })
  sealWith(keptKeys({ commonName: 'JOURNAL SEAL', directory: dir }))
  try {
    await measure(composed, school!, cookie)
  } finally {
    await composed.close()
  }
} finally {
  await database.stop()
  rmSync(dir, { recursive: true, force: true })
}

/** What the loader leaves out: an office, final marks of the periods and the year, exams of grade 9, signatures of parents, orders. */
async function complete(url: string, school: BulkSchool): Promise<string> {
  const client = await connected(url)
  try {
    const deputy = newId()
    await client.query(`insert into registry.person (id, last_name, first_name, birth_date, gender, created_at) values ($1, 'Дёмина', 'Нина', '1980-05-05', 'F', $2)`, [deputy, now])
    await client.query(`insert into registry.employment (school_id, id, person_id, role, position, valid_from) values ($1, $2, $3, 'deputyHead', 'заместитель директора', '2026-08-20')`, [school.id, newId(), deputy])
    const finals = (kind: string, period: string, ends: string, more: string) => client.query(`
      insert into journal.final_mark (school_id, id, student_id, subject_id, year, kind, period_id, course_id, class_id, value, proposed, sum, weights, revision, put_by, put_at)
      select $1, gen_random_uuid(), m.student_id, c.subject_id, 2026, $2, ${period}, (array_agg(c.id))[1], c.group_id, round(avg(m.value::numeric))::text, round(avg(m.value::numeric))::text, sum(m.value::integer), count(*), 1, $3, $4
      from journal.mark m join schedule.course c on c.school_id = m.school_id and c.id = m.course_id ${more}
      where m.school_id = $1 and m.value between '1' and '5' and m.date <= ${ends} group by m.student_id, c.subject_id, c.group_id, ${period}`, [school.id, kind, deputy, now])
    await finals('period', 'p.id', 'p.ends', `join schedule.period p on p.school_id = m.school_id and m.date >= p.starts`)
    await finals('year', 'null::uuid', `'2027-05-26'`, '')
    await finals('exam', 'null::uuid', `'2027-03-01'`, `join registry.class_unit k on k.school_id = m.school_id and k.id = c.group_id and k.grade_level = 9`)
    await client.query(`insert into journal.acknowledgement (school_id, student_id, week, guardian_id, at)
      select en.school_id, en.student_id, w::date, g.guardian_id, $2 from registry.enrolment en join registry.guardianship g on g.student_id = en.student_id cross join generate_series('2026-09-07'::date, '2027-05-17'::date, '7 days') w
      where en.school_id = $1 and hashtext(en.student_id::text || w::text) % 5 <> 0`, [school.id, now])
    await client.query(`update registry.enrolment set order_number = '41-у', order_date = '2026-08-25' where school_id = $1`, [school.id])
    await client.query('vacuum (analyze)')
    return await signIn(client, deputy)
  } finally {
    await client.end()
  }
}

async function signIn(client: pg.Client, personId: string): Promise<string> {
  const { secret, hash } = newSecret()
  await client.query(`insert into identity.session (id, person_id, acr, created_at, last_seen_at, idle_minutes, ends_at) values ($1, $2, 'ukep', $3, $3, 720, $3::timestamptz + interval '30 days')`, [hash, personId, now])
  return `${cookieName}=${secret}`
}

async function measure(composed: Composed, school: BulkSchool, cookie: string): Promise<void> {
  const ask = async (method: 'GET' | 'PUT', url: string, payload?: object) => {
    const answer = await composed.app.inject({ method, url, headers: { cookie, origin: 'http://bench.test' }, ...(payload ? { payload } : {}) })
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.payload.slice(0, 300)}`)
    return answer
  }
  const timed = async (url: string) => {
    await ask('GET', url)
    const times: number[] = []
    for (let i = 0; i < repeats; i++) { const from = performance.now(); await ask('GET', url); times.push(performance.now() - from) }
    return Math.round(times.toSorted((a, b) => a - b)[Math.floor(repeats / 2)]!)
  }
  const list = (await ask('GET', addressOf(listReports, { params: { schoolId: school.id } }))).json<ReportList>()
  const lines: Line[] = []
  for (const { of, key, title, asks } of list.reports) {
    for (const span of asks.includes('period') ? [list.periods[0]!.id, 'year'] : ['year']) {
      const { screen, file } = addressesOf(school, of, key, span)
      const report = (await ask('GET', screen)).json<Report>()
      const [pdf, name] = [await timed(file('pdf')), span === 'year' ? 'year' : 'quarter']
      lines.push({ of, key, title, span: asks.includes('period') ? name : 'day', rows: report.tables.reduce((sum, table) => sum + table.rows.length, 0), screen: await timed(screen), xlsx: await timed(file('xlsx')), pdf, kilobytes: Math.round(Buffer.byteLength(JSON.stringify(report)) / 1024) })
      const last = lines.at(-1)!
      say(`${of} ${key}, ${last.span}: ${last.rows} rows, ${last.screen} / ${last.xlsx} / ${last.pdf} ms`)
    }
  }
  const journals: Journal[] = []
  for (const period of [list.periods[0]!, null]) {
    const from = performance.now()
    const params = { schoolId: school.id, exportId: newId() }
    await ask('PUT', addressOf(putExport, { params }), { classId: school.classes[0]!.id, periodId: period?.id ?? null, language: 'ru' })
    await composed.worker.settle()
    const seconds = (performance.now() - from) / 1000
    const { rawPayload } = await ask('GET', addressOf(getExportFile, { params, query: { format: 'pdf' } }))
    journals.push({ span: period ? 'quarter' : 'year', seconds, megabytes: rawPayload.length / 2 ** 20 })
    say(`signed journal, ${journals.at(-1)!.span}: ${seconds.toFixed(1)} s`)
  }
  if (smoke) { console.log('smoke: every report answered in every form; nothing was written'); return }
  mkdirSync(join(root, 'docs/generated'), { recursive: true })
  writeFileSync(join(root, 'docs/generated/reports.md'), page(school, lines, journals))
  say('docs/generated/reports.md is written')
}

function addressesOf(school: BulkSchool, of: 'class' | 'teacher' | 'school', key: string, period: string) {
  const [classUnit] = school.classes
  const params = { schoolId: school.id, key, classId: classUnit!.id, teacherId: classUnit!.courses[0]!.teacherId }
  const routes: Record<typeof of, readonly [Route, Route]> = { class: [getClassReport, getClassReportFile], teacher: [getTeacherReport, getTeacherReportFile], school: [getSchoolReport, getSchoolReportFile] }
  const [screen, file] = routes[of]
  return { screen: addressOf(screen, { params, query: { period } }), file: (format: 'xlsx' | 'pdf') => addressOf(file, { params, query: { period, format } }) }
}

function page(school: BulkSchool, lines: readonly Line[], journals: readonly Journal[]): string {
  const over = lines.flatMap((one) => (['screen', 'xlsx', 'pdf'] as const).filter((form) => one[form] > aim).map((form) => `${one.of} \`${one.key}\` (${one.span}, ${form}): ${one[form]} ms`))
  const row = (one: Line) => `| ${one.of} \`${one.key}\` | ${one.title} | ${one.span} | ${one.rows} | ${one.kilobytes} | ${one.screen} | ${one.xlsx} | ${one.pdf} |`
  return `# Reports, timed

Written by \`npm run bench -- --reports\` on ${new Date().toISOString().slice(0, 10)}; ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}. One school of ${school.classes.reduce((sum, one) => sum + one.pupils.length, 0)} pupils in ${school.classes.length} classes,
${school.classes.reduce((sum, one) => sum + one.courses.length, 0)} courses, ${plan.classes * plan.lessonsPerDay * plan.schoolDays} lessons, ${school.marks} marks, a whole year behind it. One process of the server, PostgreSQL beside it with \`fsync\` on; the median of ${repeats} calls after a first one, in milliseconds, rights and trace included.

Aim: ${aim} ms each. ${over.length === 0 ? 'All are within it.' : `Over it: ${over.join('; ')}.`}

| report | title | span | rows | kB on the wire | screen | Excel | PDF |
| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |
${lines.map(row).join('\n')}

The signed journal of a class is made in the background: ${journals.map((one) => `${one.span} ${one.seconds.toFixed(1)} s, ${one.megabytes.toFixed(1)} MB`).join('; ')}.
`
}
