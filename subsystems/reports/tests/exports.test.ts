import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addressOf, newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { keptKeys, blocksOf, openContainer, verifyDetached } from '@school/gost'
import { opensslIsHere } from '@school/gost/testing'
import { putMark } from '@school/journal/contract'
import { getExportFile, getSealCertificate, listExports, putExport } from '../contract/index.ts'
import { sealWith } from '../server/index.ts'

let s: TestSchool
const exportId = newId()
const keys = keptKeys({ commonName: 'JOURNAL SEAL' })
const order = () => ({ params: { schoolId: s.id, exportId }, body: { classId: s.classUnit.id, periodId: null, language: 'ru' as const } })

before(async () => {
  s = await testSchool()
  sealWith(keys)
  const teacher = await s.as(s.teacher)
  const mark = { params: { schoolId: s.id, workId: s.work.id, markId: newId() } }
  await teacher.call(putMark, { ...mark, body: { studentId: s.pupil.id, value: '4', basedOn: null } })
  await teacher.call(putMark, { ...mark, body: { studentId: s.pupil.id, value: '5', basedOn: 1 } })
})
after(() => s.close())

test('a journal is ordered, made page by page, signed and kept with its hash', { skip: !(await opensslIsHere()) }, async () => {
  const deputy = await s.as(s.deputyHead)
  const ordered = await deputy.call(putExport, order())
  assert.deepEqual([ordered.state, ordered.done, ordered.total, ordered.sha256], ['making', 0, 1, null])
  await s.settle()
  assert.equal((await deputy.call(putExport, order())).state, 'ready', 'the same order again is the same journal')
  const [row] = (await deputy.call(listExports, { params: { schoolId: s.id }, query: {} })).rows
  assert.deepEqual([row!.state, row!.done, row!.className], ['ready', 1, s.classUnit.name])
  const file = await deputy.raw('GET', addressOf(getExportFile, { params: { schoolId: s.id, exportId }, query: { format: 'asics' } }))
  assert.match(decodeURIComponent(file.headers['content-disposition'] as string), /Классный журнал .*\.asics/)
  const contained = openContainer(file.rawPayload)!
  assert.equal(contained.document.subarray(0, 5).toString(), '%PDF-')
  assert.ok((contained.document.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0) >= 2, 'a cover and the page of the course')
  assert.equal(createHash('sha256').update(contained.document).digest('hex'), row!.sha256)
  const judge = async (document: Buffer) => verifyDetached({ document, signature: contained.signature, purpose: 'any', now: new Date(), trust: { authorities: blocksOf(Buffer.from((await keys).certificatePem), 'CERTIFICATE'), revocations: null } })
  assert.deepEqual((await judge(contained.document)).faults, [])
  assert.equal((await (await s.as(null)).raw('GET', addressOf(getSealCertificate))).payload, (await keys).certificatePem)
  assert.equal((await judge(Buffer.concat([contained.document, Buffer.from(' ')]))).ok, false)
  const pdf = await deputy.raw('GET', addressOf(getExportFile, { params: { schoolId: s.id, exportId }, query: { format: 'pdf' } }))
  assert.deepEqual(pdf.rawPayload, contained.document)
  assert.equal((await s.trace('reports.journal.order')).length, 2)
  assert.deepEqual([(await s.trace('reports.journal.sign')).length, (await s.trace('reports.journal.take')).length], [1, 2])
  assert.deepEqual(await s.make.rows('select 1 from reports.export_part'), [])
})

test('nobody else orders or takes it; an id belongs to one order', async () => {
  for (const who of [s.teacher, s.homeroom, s.parent, s.pupil]) await assert.rejects((await s.as(who)).call(putExport, order()), { status: 403 })
  await assert.rejects((await s.as(s.stranger.deputyHead)).call(putExport, order()), { status: 404 })
  await assert.rejects((await s.as(null)).call(putExport, order()), { status: 401 })
  const deputy = await s.as(s.deputyHead)
  await assert.rejects(deputy.call(putExport, { ...order(), body: { ...order().body, classId: s.stranger.classUnit.id } }), { status: 404 })
  const [period] = await s.make.rows<{ id: string }>('select id from schedule.period where school_id = $1 and ordinal = 1', [s.id])
  await deputy.call(putExport, order())
  await assert.rejects(deputy.call(putExport, { ...order(), body: { ...order().body, periodId: period!.id } }), { status: 409, code: 'reports.id_taken' })
  assert.equal((await deputy.raw('GET', addressOf(getExportFile, { params: { schoolId: s.id, exportId: newId() }, query: { format: 'pdf' } }))).statusCode, 404)
})
