import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { unzipSync, zipSync } from 'fflate'
import { newId } from '@school/contract'
import { testWorld, type TestWorld } from '@school/app-server/testing'
import { aMunicipality, aSchool, anEmployee } from '@school/registry/testing'
import { writeTemplate } from '@school/schedule/testing'
import type { TestCaller } from '@school/testing'
import { confirmImport, getRosterExport, listRosterExports, makeRosterExport, openYear, type Import } from '../contract/index.ts'

let world: TestWorld
let schoolId: string
let admin: TestCaller
let municipalityId: string
before(async () => {
  world = await testWorld()
  municipalityId = (await aMunicipality(world.make)).id
  ;[schoolId, admin] = await emptySchool()
  await bring(admin, schoolId, await workbook())
})
after(() => world.close())

async function emptySchool(): Promise<[string, TestCaller]> {
  const id = (await aSchool(world.make, { municipalityId })).id
  const caller = await world.as(await anEmployee(world.make, id, 'schoolAdmin'))
  await caller.call(openYear, { params: { schoolId: id, year: 2026 }, body: { weekDays: 5 } })
  return [id, caller]
}

const workbook = () => writeTemplate({
  people: [
    { lastName: 'Белова', firstName: 'Ирина', middleName: 'Павловна', birthDate: '12.09.1984', gender: 'ж', snils: '900-000-002 83', role: 'учитель', position: 'учитель математики' },
    { lastName: 'Журавлёва', firstName: 'Алёна', middleName: 'Игоревна', birthDate: '04.03.2014', gender: 'ж', snils: '900-000-001 82', role: 'ученик', className: '5А', guardian: 'Журавлёва Дина Ренатовна', guardianBirthDate: '01.02.1986', guardianKind: 'мать' },
    { lastName: 'Журавлёва', firstName: 'Алёна', middleName: 'Игоревна', birthDate: '04.03.2014', gender: 'ж', snils: '900-000-001 82', role: 'ученик', className: '5А', guardian: 'Журавлёв Игорь Львович', guardianBirthDate: '11.12.1984', guardianKind: 'опекун' },
    { lastName: 'Ким', firstName: 'Ян', birthDate: '05.05.2014', gender: 'м', role: 'ученик', className: '5А' },
  ],
  classes: [{ parallel: 5, letter: 'А', shift: 1, homeroom: 'Белова Ирина Павловна', daysPerWeek: 5 }],
  groups: [{ title: '5А английский 1', classes: '5А', subject: 'Английский язык', members: 'первая половина' }],
  loads: [{ students: '5А', subject: 'Математика', teacher: 'Белова Ирина Павловна', hours: 5 }, { students: '5А английский 1', subject: 'Английский язык', teacher: 'Белова Ирина Павловна', hours: 3 }],
})

async function upload(caller: TestCaller, school: string, bytes: Uint8Array): Promise<{ status: number; body: Import }> {
  const boundary = 'x-boundary-x'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="list.zip"\r\ncontent-type: application/zip\r\n\r\n`
  const answer = await caller.raw('POST', `/api/schools/${school}/imports/${newId()}/roster`, Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)]), { 'content-type': `multipart/form-data; boundary=${boundary}` })
  return { status: answer.statusCode, body: answer.json() as Import }
}

async function bring(caller: TestCaller, school: string, bytes: Uint8Array): Promise<Import> {
  const { body } = await upload(caller, school, bytes)
  assert.equal(body.state, 'ready', JSON.stringify(body.errors))
  return caller.call(confirmImport, { params: { schoolId: school, id: body.id } })
}

async function exported(format: 'oneroster' | 'workbook', mode: 'bulk' | 'delta' = 'bulk', recipient = 'Районный портал'): Promise<{ counts: Record<string, number>; bytes: Uint8Array }> {
  const id = newId()
  const { counts } = await admin.call(makeRosterExport, { params: { schoolId, id }, body: { recipient, format, mode } })
  const answer = await admin.raw('GET', getRosterExport.path.replace(':schoolId', schoolId).replace(':id', id))
  assert.equal(answer.statusCode, 200)
  return { counts, bytes: new Uint8Array(answer.rawPayload) }
}

const fileOf = (bytes: Uint8Array, name: string) => new TextDecoder().decode(unzipSync(bytes)[name])
const linesOf = (bytes: Uint8Array, name: string) => fileOf(bytes, name).trim().split('\r\n')
const pack = (files: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])))

test('what the school gives away, read back, changes nothing: as a package and as a workbook', async () => {
  for (const format of ['oneroster', 'workbook'] as const) {
    const { bytes } = await exported(format)
    const { body } = await upload(admin, schoolId, bytes)
    assert.deepEqual([body.state, body.errors, body.changes], ['ready', [], []], format)
  }
})

test('a package has the columns of the standard in their order, and a manifest that names every file', async () => {
  const { bytes, counts } = await exported('oneroster')
  assert.equal(linesOf(bytes, 'enrollments.csv')[0], 'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate')
  assert.match(linesOf(bytes, 'users.csv')[0]!, /^sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,/)
  const manifest = linesOf(bytes, 'manifest.csv')
  assert.ok(manifest.includes('oneroster.version,1.2') && manifest.includes('file.users,bulk') && manifest.includes('file.results,absent'))
  assert.equal(counts['users'], 6, 'two pupils, two representatives, a teacher, the administrator')
  assert.equal(linesOf(bytes, 'users.csv').length, 7)
})

test('another school takes the package whole: people, families, classes, groups, load', async () => {
  const [other, caller] = await emptySchool()
  const { bytes } = await exported('oneroster')
  const { body } = await upload(caller, other, bytes)
  assert.equal(body.state, 'ready', JSON.stringify(body.errors))
  for (const [kind, least] of [['class.create', 1], ['enrol', 2], ['guardian', 2], ['group.create', 1], ['group.member', 1], ['load.create', 2], ['employ', 1]] as const) assert.ok((body.counts[kind] ?? 0) >= least, `${kind}: ${body.counts[kind]}`)
  await caller.call(confirmImport, { params: { schoolId: other, id: body.id } })
  assert.deepEqual((await upload(caller, other, bytes)).body.changes, [])
})

test('a package of changes holds what changed since the last one to that recipient, and deletions', async () => {
  await exported('oneroster', 'bulk', 'Издательство')
  assert.deepEqual((await exported('oneroster', 'delta', 'Издательство')).counts, {})
  const kim = await world.make.rows<{ id: string }>(`update registry.person set email = 'yan@example.ru' where last_name = 'Ким' returning id`)
  await world.make.rows('update registry.group_member set valid_to = $2 where school_id = $1 and valid_to is null and group_id = (select id from registry.study_group where school_id = $1 and name like $3)', [schoolId, '2026-09-02', '%английский%'])
  const { counts, bytes } = await exported('oneroster', 'delta', 'Издательство')
  assert.deepEqual(counts, { enrollments: 1, users: 1 })
  assert.match(linesOf(bytes, 'users.csv')[1]!, new RegExp(`^${kim[0]!.id},active,`))
  assert.match(linesOf(bytes, 'enrollments.csv')[1]!, /,tobedeleted,/)
  await assert.rejects(admin.call(makeRosterExport, { params: { schoolId, id: newId() }, body: { recipient: 'Никому ещё', format: 'oneroster', mode: 'delta' } }), { status: 409, code: 'schedule.export_no_earlier' })
})

const manifest = 'propertyName,value\noneroster.version,1.2\nmanifest.version,1.0\n'
const foreign = {
  'manifest.csv': `${manifest}file.users,bulk\nfile.roles,bulk\nfile.demographics,bulk\nfile.classes,bulk\nfile.enrollments,bulk\n`,
  'users.csv': 'sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName\nu1,,,true,a,Ева,Орлова\nt1,,,true,b,Глеб,Ежов\n',
  'roles.csv': 'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\nr1,,,u1,primary,student,,,s\nr2,,,t1,primary,teacher,,,s\n',
  'demographics.csv': 'sourcedId,status,dateLastModified,birthDate,sex\nu1,,,2013-03-03,female\nt1,,,1980-01-01,male\n',
  'classes.csv': 'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects\nh,,,6Б,06,k,,homeroom,,s,y,\nm,,,Physics 6B,,k,,scheduled,,s,y,Физика\n',
  'enrollments.csv': 'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary\ne1,,,h,s,u1,student,\ne2,,,h,s,t1,teacher,true\ne3,,,m,s,u1,student,\ne4,,,m,s,t1,teacher,true\n',
}

test('a foreign package comes in, and a later one of changes speaks of its people and classes by their ids alone', async () => {
  const [other, caller] = await emptySchool()
  const first = await bring(caller, other, pack(foreign))
  assert.deepEqual([first.counts['person.create'], first.counts['class.create'], first.counts['load.create'], first.counts['group.create']], [2, 1, 1, undefined])
  const change = pack({
    'manifest.csv': `${manifest}file.users,delta\nfile.roles,delta\nfile.demographics,delta\nfile.enrollments,delta\n`,
    'users.csv': 'sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName\nu2,active,2026-09-10T00:00:00Z,true,c,Ян,Ким\n',
    'roles.csv': 'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId\nr3,active,,u2,primary,student,,,s\n',
    'demographics.csv': 'sourcedId,status,dateLastModified,birthDate,sex\nu2,active,,2013-04-04,male\n',
    'enrollments.csv': 'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary\ne9,active,,h,s,u2,student,\ne1,tobedeleted,,h,s,u1,student,\n',
  })
  const { body } = await upload(caller, other, change)
  assert.deepEqual([body.state, body.counts], ['ready', { 'person.create': 1, enrol: 1 }], JSON.stringify(body.errors))
  assert.deepEqual(body.errors.map((one) => [one.code, one.value]), [['leaving_needs_order', 'Орлова Ева']])
})

test('what is wrong in a package is told by file and line, and nothing can be written', async () => {
  const told = async (files: Record<string, string>) => {
    const { body } = await upload(admin, schoolId, pack({ ...foreign, ...files }))
    assert.equal(body.state, 'broken')
    return body.errors.map((one) => [one.sheet, one.row, one.column, one.code])
  }
  assert.deepEqual(await told({ 'manifest.csv': 'propertyName,value\noneroster.version,1.1\n' }), [['manifest.csv', 0, '', 'oneroster_version']])
  assert.deepEqual(await told({ 'demographics.csv': 'sourcedId,status,dateLastModified,birthDate,sex\nu1,,,2013-13-03,female\nt1,,,1980-01-01,male\n' }), [['users.csv', 2, 'birthDate', 'bad_date']])
  assert.deepEqual(await told({ 'enrollments.csv': `${foreign['enrollments.csv']}e5,,,zzz,s,u1,student,\n` }), [['enrollments.csv', 6, 'classSourcedId', 'unknown_id']])
  assert.deepEqual(await told({ 'roles.csv': `${foreign['roles.csv']}r1,,,u1,primary,student,,,s\n` }), [['roles.csv', 4, 'sourcedId', 'duplicate_id']])
  assert.deepEqual(await told({ 'users.csv': 'sourcedId\n"broken' }), [['users.csv', 0, '', 'not_csv']])
})

test('packages are made and downloaded only by the administrator of the school, and leave a trace', async () => {
  const id = newId()
  const call = { params: { schoolId, id }, body: { recipient: 'Районный портал', format: 'oneroster' as const, mode: 'bulk' as const } }
  await assert.rejects((await world.as(await anEmployee(world.make, schoolId, 'teacher'))).call(makeRosterExport, call), { status: 403 })
  const [, stranger] = await emptySchool()
  await assert.rejects(stranger.call(makeRosterExport, call), { status: 404 })
  await assert.rejects((await world.as(null)).call(makeRosterExport, call), { status: 401 })
  await admin.call(makeRosterExport, call)
  await admin.call(makeRosterExport, call)
  assert.equal((await admin.call(listRosterExports, { params: { schoolId } })).filter((one) => one.id === id).length, 1)
  assert.equal((await stranger.raw('GET', `/api/schools/${schoolId}/roster-exports/${id}/file`)).statusCode, 404)
})
