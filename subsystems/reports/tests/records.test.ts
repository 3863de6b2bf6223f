import assert from 'node:assert/strict'
import { crc32 } from 'node:zlib'
import { after, before, test } from 'node:test'
import { addressOf, newId } from '@school/contract'
import { testNow, testSchool, type TestSchool } from '@school/app-server/testing'
import { keptKeys, makeContainer, openContainer } from '@school/gost'
import { opensslIsHere } from '@school/gost/testing'
import { listBroughtMarks, putMark } from '@school/journal/contract'
import { enrolPupil, withdrawPupil } from '@school/registry/contract'
import { getRecordFile, listRecords, makeRecord, receiveRecord, takeRecord, type ReceivedRecord, type StudentRecordDocument } from '../contract/index.ts'
import { sealWith } from '../server/index.ts'

const skip = !(await opensslIsHere())
const keys = keptKeys({ commonName: 'JOURNAL SEAL' })
const [recordId, receivedId] = [newId(), newId()]
let s: TestSchool
let container: Buffer
const here = (id = recordId) => ({ schoolId: s.id, studentId: s.pupil.id, recordId: id })
const there = (id = receivedId) => ({ schoolId: s.stranger.id, studentId: s.pupil.id, recordId: id })
const documentOf = (bytes: Buffer) => JSON.parse(openContainer(bytes)!.document.toString()) as StudentRecordDocument

before(async () => {
  s = await testSchool()
  sealWith(keys)
  await (await s.as(s.teacher)).call(putMark, { params: { schoolId: s.id, workId: s.work.id, markId: newId() }, body: { studentId: s.pupil.id, value: '4', basedOn: null } })
  await s.make.rows(`insert into journal.final_mark (school_id, id, student_id, subject_id, year, kind, period_id, course_id, class_id, value, revision, put_by, put_at)
    select $1, $2, $3, $4, 2026, 'period', p.id, $5, $6, '5', 1, $7, now() from schedule.period p where p.school_id = $1 and p.ordinal = 1`, [s.id, newId(), s.pupil.id, s.subject.id, s.course.id, s.classUnit.id, s.teacher.id])
})
after(() => s.close())

/** The office of the new school knows the pupil from the papers. */
async function dataOfPupil() {
  const [row] = await s.make.rows<{ last_name: string; first_name: string; middle_name: string | null; birth_date: string; gender: 'M' | 'F' }>('select last_name, first_name, middle_name, birth_date::text as birth_date, gender from registry.person where id = $1', [s.pupil.id])
  return { lastName: row!.last_name, firstName: row!.first_name, middleName: row!.middle_name, birthDate: row!.birth_date, gender: row!.gender, snils: null, email: null, phone: null }
}

async function send(bytes: Buffer, params = there(), who = s.stranger.deputyHead) {
  const edge = 'edge-of-the-record'
  const body = Buffer.concat([Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="record.asics"\r\ncontent-type: application/octet-stream\r\n\r\n`), bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
  return (await s.as(who)).raw('POST', addressOf(receiveRecord, { params }), body, { 'content-type': `multipart/form-data; boundary=${edge}` })
}

/** The container with other bytes of the same length, and with their sum where the archive is to look whole. */
function replaced(from: Buffer, before: Buffer, after: Buffer, whole: boolean): Buffer {
  const bytes = Buffer.from(from)
  after.copy(bytes, from.indexOf(before))
  const [old, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  old.writeUInt32LE(crc32(before))
  sum.writeUInt32LE(crc32(after))
  for (let at = from.indexOf(old); whole && at >= 0; at = from.indexOf(old, at + 4)) sum.copy(bytes, at)
  return bytes
}

test('the office makes the record of a pupil, signed; the same again is the same record', { skip }, async () => {
  const office = await s.as(s.deputyHead)
  const made = await office.call(makeRecord, { params: here() })
  assert.deepEqual(await office.call(makeRecord, { params: here() }), made)
  const file = await office.raw('GET', addressOf(getRecordFile, { params: here(), query: { format: 'asics' } }))
  container = file.rawPayload
  const record = documentOf(container)
  assert.deepEqual([record.pupil.lastName, record.year, record.subjects.map((one) => [one.name, one.marks.map((mark) => mark.value), one.finals.map((final) => [final.kind, final.period, final.value])])],
    [s.pupil.last_name, 2026, [['Алгебра', ['4'], [['period', 1, '5']]]]])
  const pdf = await office.raw('GET', addressOf(getRecordFile, { params: here(), query: { format: 'pdf' } }))
  assert.equal(pdf.rawPayload.subarray(0, 5).toString(), '%PDF-')
  assert.equal((await s.trace('reports.record.give')).length, 2)
})

test('a pupil moves in November: the record goes along, is checked, and its marks count in the new school', { skip }, async () => {
  s.setNow(new Date(Date.now() + 3_600_000)) // a signature bears the time of the machine, whatever the school's day is
  const [enrolment] = await s.make.rows<{ id: string; revision: number }>('select id, revision from registry.enrolment where school_id = $1 and student_id = $2 and valid_to is null', [s.id, s.pupil.id])
  await (await s.as(s.admin)).call(withdrawPupil, { params: { schoolId: s.id, id: enrolment!.id }, body: { validTo: '2026-11-13', reason: 'otherSchool', orderNumber: '17', orderDate: '2026-11-12', basedOn: enrolment!.revision } })
  assert.equal((await send(container)).statusCode, 404, 'a pupil of nobody here')
  await (await s.as(s.stranger.admin)).call(enrolPupil, { params: { schoolId: s.stranger.id, id: newId() }, body: { who: { personId: s.pupil.id, data: await dataOfPupil() }, classId: s.stranger.classUnit.id, validFrom: '2026-11-16', orderNumber: '4', orderDate: '2026-11-14' } })
  const answer = await send(container)
  assert.equal(answer.statusCode, 200, answer.payload)
  const received = answer.json<ReceivedRecord>()
  assert.deepEqual([received.state, received.signature.ok, received.differences, received.subjects], ['read', true, [], [{ name: 'Алгебра', subjectId: s.stranger.subject.id, marks: 1, finals: 1 }]])
  assert.equal((await send(container)).json<ReceivedRecord>().id, receivedId, 'the same file again is the same record')
  const office = await s.as(s.stranger.deputyHead)
  const taking = { params: there(), body: { subjects: received.subjects.map(({ name, subjectId }) => ({ name, subjectId })), checkedBy: '' } }
  const taken = await office.call(takeRecord, taking)
  assert.deepEqual([taken.state, taken.written], ['taken', { marks: 1, finals: 1, left: 0 }])
  assert.deepEqual((await office.call(takeRecord, taking)).written, taken.written)
  const brought = await office.call(listBroughtMarks, { params: { schoolId: s.stranger.id, studentId: s.pupil.id } })
  assert.deepEqual(brought.marks.map((one) => [one.date, one.value, one.subject.name]), [['2026-10-15', '4', 'Алгебра']])
  const finals = await s.make.rows<{ value: string; reason: string }>(`select f.value, v.reason from journal.final_mark f join journal.final_mark_revision v on v.school_id = f.school_id and v.final_id = f.id where f.school_id = $1 and f.student_id = $2`, [s.stranger.id, s.pupil.id])
  assert.deepEqual(finals.map((one) => one.value), ['5'])
  const again = newId()
  assert.equal((await send(container, there(again))).statusCode, 200)
  assert.deepEqual((await office.call(takeRecord, { ...taking, params: there(again) })).written, { marks: 0, finals: 0, left: 2 }, 'what stands is not written twice')
  const old = await (await s.as(s.principal)).call(listRecords, { params: { schoolId: s.id, studentId: s.pupil.id } })
  assert.deepEqual([old.made.length, old.received.length], [1, 0], 'the former school still keeps its copy')
})

test('a changed file is refused; a signature we do not know, or another name, needs a word; another birthday ends it', { skip }, async () => {
  const record = documentOf(container)
  const { name, document } = openContainer(container)!
  const better = Buffer.from(document.toString().replace('"value": "4"', '"value": "5"'))
  assert.equal((await send(replaced(container, document, better, false))).json<{ code: string }>().code, 'reports.record_broken', 'the sum of the archive is wrong')
  assert.equal((await send(replaced(container, document, better, true))).json<{ code: string }>().code, 'reports.record_changed', 'the archive is right, the signature is not')
  const foreign = await makeContainer(name, document, await keptKeys({ commonName: 'ANOTHER' }))
  const params = there(newId())
  const read = (await send(foreign, params)).json<ReceivedRecord>()
  assert.deepEqual([read.signature.ok, read.signature.faults.map((one) => one.code)], [false, ['untrusted']])
  const office = await s.as(s.stranger.deputyHead)
  const body = { subjects: [{ name: 'Алгебра', subjectId: null }], checkedBy: '' }
  await assert.rejects(office.call(takeRecord, { params, body }), { status: 409, code: 'reports.check_needed' })
  assert.deepEqual((await office.call(takeRecord, { params, body: { ...body, checkedBy: 'Сверено со справкой № 3' } })).written, { marks: 0, finals: 0, left: 2 })
  const running = there(newId())
  const [subject] = record.subjects
  await send(await makeContainer(name, Buffer.from(JSON.stringify({ ...record, subjects: [{ ...subject!, marks: [], finals: [{ year: 2026, kind: 'period', period: 2, value: '5' }] }] })), await keys), running)
  assert.deepEqual((await office.call(takeRecord, { params: running, body: { subjects: [{ name: 'Алгебра', subjectId: s.stranger.subject.id }], checkedBy: '' } })).written, { marks: 0, finals: 0, left: 1 }, 'the mark of a period that the pupil lives here is put here')
  const twin = there(newId())
  await send(await makeContainer(name, Buffer.from(JSON.stringify({ ...record, pupil: { ...record.pupil, birthDate: '2001-01-01' } })), await keys), twin)
  await assert.rejects(office.call(takeRecord, { params: twin, body: { ...body, checkedBy: 'да' } }), { status: 409, code: 'reports.other_pupil' })
  assert.equal((await send(container, here(newId()), s.principal)).json<{ code: string }>().code, 'reports.own_record')
  for (const junk of [Buffer.from('нет'), await makeContainer('a.json', Buffer.from('{}'), await keys)]) assert.equal((await send(junk, there(newId()))).json<{ code: string }>().code, 'reports.record_broken')
})

test('nobody but the office of the school comes to it', { skip }, async () => {
  s.setNow(testNow)
  for (const who of [s.teacher, s.homeroom, s.parent, s.pupil]) await assert.rejects((await s.as(who)).call(makeRecord, { params: here(newId()) }), { status: 403 })
  await assert.rejects((await s.as(null)).call(listRecords, { params: { schoolId: s.id, studentId: s.pupil.id } }), { status: 401 })
  await assert.rejects((await s.as(s.stranger.deputyHead)).call(listRecords, { params: { schoolId: s.id, studentId: s.pupil.id } }), { status: 404 })
  await assert.rejects((await s.as(s.deputyHead)).call(makeRecord, { params: { ...here(newId()), studentId: s.stranger.pupil.id } }), { status: 404 })
  assert.equal((await send(container, { ...there(newId()), studentId: s.stranger.pupil.id }, s.deputyHead)).statusCode, 404)
  await assert.rejects((await s.as(s.deputyHead)).call(makeRecord, { params: { ...here(), studentId: s.otherPupil.id } }), { status: 409, code: 'reports.id_taken' })
})
