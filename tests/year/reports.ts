import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { addressOf, newId } from '@school/contract'
import { blocksOf, openContainer, verifyDetached, type KeyPair } from '@school/gost'
import {
  getClassReport, getClassReportFile, getExportFile, getSchoolReport, getSchoolReportFile, getSealCertificate, getTeacherReport, getTeacherReportFile, listExports, listReports, putExport, type Report,
} from '@school/reports/contract'
import { readSheets } from '@school/workbook'
import { finalKey, type Finals } from './closing.ts'
import { quotient, type Ledger } from './ledger.ts'
import { lessonsBetween } from './quarter.ts'
import { subjects, type Course, type Story } from './story.ts'

const run = promisify(execFile)
const lineOf = (report: Report, key: string, index = 0) => report.tables[index]!.rows.find((row) => row.key === key)!.cells.slice(1).map((cell) => cell.text)

interface Asked { readonly screen: () => Promise<Report>; readonly file: (format: 'xlsx' | 'pdf') => string }

/** How a listed report is asked for, of 7А, of the teacher of mathematics, or of the school. */
function asking(story: Story, { of, key }: { readonly of: 'class' | 'teacher' | 'school'; readonly key: string }): Asked {
  const { schoolId, classes, deputy, teachers, period } = story
  const query = { period: period.id }
  switch (of) {
    case 'class': { const params = { schoolId, classId: classes.a, key: key as 'fill' }; return { screen: () => story.as(deputy, getClassReport, { params, query }), file: (format) => addressOf(getClassReportFile, { params, query: { ...query, format } }) } }
    case 'teacher': { const params = { schoolId, teacherId: teachers.maths.id, key: key as 'fill' }; return { screen: () => story.as(deputy, getTeacherReport, { params, query }), file: (format) => addressOf(getTeacherReportFile, { params, query: { ...query, format } }) } }
    case 'school': { const params = { schoolId, key: key as 'fill' }; return { screen: () => story.as(deputy, getSchoolReport, { params, query }), file: (format) => addressOf(getSchoolReportFile, { params, query: { ...query, format } }) } }
  }
}

/** Every report of the catalogue, on the screen, as a workbook and on paper. */
export async function askAll(story: Story): Promise<void> {
  const { reports, classes } = await story.as(story.deputy, listReports, { params: { schoolId: story.schoolId }, query: {} })
  assert.deepEqual([reports.length, classes.map((one) => one.name)], [22, ['7 «А»', '7 «Б»']])
  const office = await story.world.as(story.deputy)
  const without: string[] = []
  for (const listed of reports) {
    const { screen, file } = asking(story, listed)
    const report = await screen()
    assert.deepEqual([report.key, report.title], [listed.key, listed.title])
    if (report.tables[0]!.rows.length === 0) without.push(`${listed.of} ${listed.key}`)
    const book = await office.raw('GET', file('xlsx'))
    const read = await readSheets(book.rawPayload)
    const sheets = 'sheets' in read ? read.sheets : assert.fail(`${listed.key}: ${read.fault}`)
    assert.deepEqual(sheets.map((sheet) => sheet.rows.length > 1), report.tables.map(() => true), listed.key)
    for (const [i, table] of report.tables.entries()) for (const row of table.rows) assert.ok(sheets[i]!.rows.some((line) => String(line[0] ?? '') === (row.cells[0]!.number === undefined ? row.cells[0]!.text : String(row.cells[0]!.number))), `${listed.key}: ${row.cells[0]!.text} stands in the workbook`)
    const paper = await office.raw('GET', file('pdf'))
    assert.deepEqual([paper.statusCode, paper.rawPayload.subarray(0, 5).toString(), paper.rawPayload.length > 5000], [200, '%PDF-', true])
  }
  assert.deepEqual(without, ['class risk', 'school objectivity'].filter((one) => without.includes(one)), 'nothing else is empty')
  assert.equal((await story.world.trace('reports.file.take')).length, reports.length * 2, 'each file that left the house has its trace')
}

const ofSchool = (story: Story, key: string) => asking(story, { of: 'school', key }).screen()
const ofClass = (story: Story, key: string) => asking(story, { of: 'class', key }).screen()

/** Attendance of 7А, pupil by pupil: days, lessons, reasons, and the share to a tenth. */
export async function countAttendance(story: Story, ledger: Ledger): Promise<void> {
  const report = await ofClass(story, 'attendance')
  const lessons = (await lessonsBetween(story, story.period.starts, story.period.ends)).filter((one) => one.state !== 'cancelled')
  const courseOf = (one: { courseId: string }) => story.courses.find((course) => course.id === one.courseId)!
  const inA = lessons.filter((one) => courseOf(one).classId === story.classes.a)
  const sums = [0, 0]
  for (const pupil of story.pupils.a) {
    const lessonsOf = inA.filter((one) => ledger.taught(story, courseOf(one), one.date).includes(pupil))
    const due = lessonsOf.length
    const own = ledger.misses.filter((one) => one.pupil === pupil && one.classId === story.classes.a)
    const missed = own.filter((one) => one.code === 'absent')
    const days = [...Map.groupBy(missed, (one) => one.date)].filter(([date, list]) => list.length === lessonsOf.filter((one) => one.date === date).length)
    const ill = missed.filter((one) => one.reason === 'illness').length
    const illDays = days.filter(([, list]) => list.every((one) => one.reason === 'illness')).length
    assert.deepEqual(lineOf(report, pupil.id), [days.length, illDays, 0, 0, days.length - illDays, missed.length, ill, 0, 0, missed.length - ill, own.length - missed.length].map(String).concat(quotient((due - missed.length) * 100, due, 1)), pupil.data.lastName)
    sums[0]! += due
    sums[1]! += missed.length
  }
  assert.ok(ledger.misses.some((one) => one.reason === 'illness') && ledger.misses.some((one) => one.reason === null) && ledger.misses.some((one) => one.code === 'late'))
  const why = report.tables[0]!.rows.at(-1)!.cells.at(-1)!.why!
  assert.deepEqual([why.formula, why.result], [`${sums[0]! - sums[1]!} ÷ ${sums[0]} × 100`, `${quotient((sums[0]! - sums[1]!) * 100, sums[0]!, 1)} %`])
}

/** Results of the school by class: figures, успеваемость, качество, СОУ and the mean from the marks the story has put. */
export async function countResults(story: Story, ledger: Ledger, finals: Finals): Promise<void> {
  const report = await ofSchool(story, 'results')
  for (const classId of [story.classes.a, story.classes.b]) {
    const pupils = ledger.roster(story, classId, story.period.ends)
    const of = (pupil: { id: string }) => subjects.flatMap((subject) => finals.get(finalKey(pupil, subject)) ?? [])
    const values = pupils.flatMap(of)
    const n = (value: string) => values.filter((one) => one === value).length
    const [five, four, three, two] = ['5', '4', '3', '2'].map(n) as [number, number, number, number]
    const all = five + four + three + two
    const excellent = pupils.filter((one) => of(one).every((value) => value === '5')).length
    const failing = pupils.filter((one) => of(one).includes('2')).length
    const good = pupils.filter((one) => of(one).every((value) => value >= '4') && of(one).includes('4')).length
    const line = lineOf(report, classId)
    assert.deepEqual([line[0], line[1], line[2], line[5], ...line.slice(8)], [pupils.length, excellent, good, failing, five, four, three, two, 0].map(String).concat(
      quotient((five + four + three) * 100, all, 1), quotient((five + four) * 100, all, 1), quotient(100 * five + 64 * four + 36 * three + 16 * two, all, 1), quotient(5 * five + 4 * four + 3 * three + 2 * two, all, 2)))
  }
}

/** What is written of the lessons, what was lost, who came and went, how many there are. */
export async function countRest(story: Story, ledger: Ledger): Promise<void> {
  const lessons = (await lessonsBetween(story, story.period.starts, story.period.ends)).filter((one) => one.state !== 'cancelled')
  const bare = lessons.length - ledger.held.length
  const fill = lineOf(await ofSchool(story, 'fill'), 'total')
  assert.deepEqual([fill.slice(0, 4), fill.at(-1)], [[lessons.length, bare, bare, lessons.length - ledger.held.filter((one) => one.homework).length].map(String), quotient(ledger.held.length * 100, lessons.length, 1)])
  const [lost] = ledger.lost
  const programme = await ofSchool(story, 'programme')
  const course: Course = story.courses.find((one) => one.id === lost!.courseId)!
  const due = lessons.filter((one) => one.courseId === course.id).length + 1
  assert.deepEqual(lineOf(programme, course.id).slice(3), [due, due, due - 1, due - 1, 1].map(String).concat(quotient((due - 1) * 100, due, 1), `${lost!.date.slice(8)}.${lost!.date.slice(5, 7)}.2026`))
  const movement = await ofSchool(story, 'movement')
  assert.deepEqual([lineOf(movement, story.classes.a), lineOf(movement, story.classes.b), lineOf(movement, 'total')], [['6', '0', '0', '1', '1', '5'], ['5', '1', '1', '0', '0', '6'], ['11', '1', '1', '1', '1', '11']])
  const girls = [...story.pupils.a, ...story.pupils.b].filter((one) => one.data.gender === 'F').length
  assert.deepEqual(lineOf(await ofSchool(story, 'headcount'), 'total'), ['2', '11', String(girls), String(11 - girls), '0'])
  const algebra = story.courses.find((one) => one.classId === story.classes.a && one.subject === 'Алгебра')!
  const marks = ledger.marks.filter((one) => one.courseId === algebra.id && /^[1-5]$/.test(one.value))
  const accumulation = await ofClass(story, 'accumulation')
  const place = accumulation.tables[0]!.columns.findIndex((one) => one.head === 'Алгебра')
  for (const pupil of ledger.roster(story, story.classes.a, story.period.ends)) assert.equal(lineOf(accumulation, pupil.id)[place - 1], String(marks.filter((one) => one.pupil === pupil).length))
}

/** The journal of the class, signed: by the library, by the command, and not when one byte is another. */
export async function signJournal(story: Story, keys: Promise<KeyPair>): Promise<void> {
  const { schoolId, deputy, classes, period } = story
  const exportId = newId()
  await story.as(deputy, putExport, { params: { schoolId, exportId }, body: { classId: classes.a, periodId: period.id, language: 'ru' } })
  await story.world.settle()
  const [row] = (await story.as(deputy, listExports, { params: { schoolId }, query: {} })).rows
  assert.deepEqual([row?.state, row?.done, row?.total], ['ready', 18, 18])
  const office = await story.world.as(deputy)
  const { rawPayload: bytes } = await office.raw('GET', addressOf(getExportFile, { params: { schoolId, exportId }, query: { format: 'asics' } }))
  const { document, signature } = openContainer(bytes)!
  assert.equal(createHash('sha256').update(document).digest('hex'), row?.sha256)
  const trust = { authorities: blocksOf(Buffer.from((await keys).certificatePem), 'CERTIFICATE'), revocations: null }
  const judge = (of: Buffer) => verifyDetached({ document: of, signature, purpose: 'any', now: new Date(), trust })
  assert.deepEqual([(await judge(document)).ok, (await judge(Buffer.concat([document, Buffer.from(' ')]))).ok], [true, false])
  await verifyByCommand(story, bytes)
}

async function verifyByCommand(story: Story, container: Buffer): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'school-year-'))
  try {
    await writeFile(join(folder, 'seal.pem'), (await (await story.world.as(null)).raw('GET', addressOf(getSealCertificate))).payload)
    const verify = async (name: string, bytes: Buffer) => {
      await writeFile(join(folder, name), bytes)
      return run(process.execPath, ['tools/signature-verify.ts', join(folder, name), '--any-key', '--ca', folder]).then(({ stdout }) => stdout, (error: { stdout: string }) => error.stdout)
    }
    assert.match(await verify('journal.asics', container), /^ПОДПИСЬ ВЕРНА[\s\S]*Документ: Классный журнал 7/)
    const other = Buffer.from(container)
    other[Math.floor(other.length / 2)]! ^= 1
    assert.doesNotMatch(await verify('other.asics', other), /ПОДПИСЬ ВЕРНА/)
  } finally {
    await rm(folder, { recursive: true })
  }
}
