import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { appendFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { writing } from '@school/server'
import { testNow, testSchool, type TestSchool } from '@school/app-server/testing'
import type { TestCaller } from '@school/testing'
import { listFolder, listVersions } from '../contract/index.ts'
import { checkFiles } from '../server/index.ts'
import { sweep } from '../server/jobs.ts'
import { settings } from '../server/settings.ts'
import { aFile, aFolder, beginUploadBy, sendBytesBy } from '../testing.ts'

let s: TestSchool
let teacher: TestCaller
let folderId: string
before(async () => { s = await testSchool(); teacher = await s.as(s.teacher); folderId = await aFolder(teacher, s.teacher.id, 'Сюда') })
after(() => s.close())

const tus = { 'tus-resumable': '1.0.0' }
const begin = async (bytes: Buffer, name = 'large.bin') => {
  const answer = await beginUploadBy(teacher, { name, folderId, bytes })
  assert.equal(answer.statusCode, 201, answer.body)
  return String(answer.headers['location'])
}
const offsetOf = async (address: string) => Number((await teacher.raw('HEAD', address, undefined, tus)).headers['upload-offset'])
const idOf = (address: string) => address.split('/').at(-1)!

test('what the server speaks', async () => {
  const answer = await teacher.raw('OPTIONS', '/api/files/uploads')
  assert.equal(answer.statusCode, 204)
  assert.deepEqual([answer.headers['tus-version'], answer.headers['tus-extension'], answer.headers['tus-max-size']], ['1.0.0', 'creation,termination,expiration,checksum', String(2 ** 31)])
})

test('chunks add up to a version whose sum is that of the bytes', async () => {
  const bytes = randomBytes(300_000)
  const address = await begin(bytes)
  assert.equal(await offsetOf(address), 0)
  const first = await sendBytesBy(teacher, address, 0, bytes.subarray(0, 100_000))
  assert.deepEqual([first.statusCode, first.headers['upload-offset']], [204, '100000'])
  assert.ok(Date.parse(String(first.headers['upload-expires'])) > testNow.getTime())
  assert.equal((await sendBytesBy(teacher, address, 0, bytes.subarray(0, 10))).statusCode, 409, 'not from there')
  assert.equal(await offsetOf(address), 100_000)
  const last = await sendBytesBy(teacher, address, 100_000, bytes.subarray(100_000))
  assert.equal(last.statusCode, 204)
  assert.equal((await s.trace('files.version.put')).at(-1)?.about, last.headers['x-file-id'])
  const hash = createHash('sha256').update(bytes).digest('hex')
  assert.equal(await settings().blobs.sizeOf(hash), 300_000)
  assert.equal((await teacher.raw('HEAD', address, undefined, tus)).statusCode, 404, 'an upload that is done is over')
  assert.ok(!existsSync(join(settings().staging, idOf(address))))
})

test('a connection that breaks keeps what arrived; a checksum keeps all or nothing', async () => {
  const bytes = randomBytes(200_000)
  const address = await begin(bytes, 'broken.bin')
  const breaking = new Readable({ read() { if (this.readableLength === 0) { this.push(bytes.subarray(0, 60_000)); setTimeout(() => this.destroy(new Error('the network is gone')), 30) } } })
  await teacher.raw('PATCH', address, breaking, { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0', 'content-length': String(bytes.length) }).catch(() => {})
  await new Promise((done) => setTimeout(done, 100))
  const arrived = await offsetOf(address)
  const sum = (part: Buffer, algorithm: string) => ({ 'upload-checksum': `${algorithm} ${createHash(algorithm).update(part).digest('base64')}` })
  const rest = bytes.subarray(arrived)
  assert.equal((await sendBytesBy(teacher, address, arrived, rest, sum(bytes.subarray(1), 'sha1'))).statusCode, 460)
  assert.equal(await offsetOf(address), arrived)
  assert.equal((await sendBytesBy(teacher, address, arrived, rest, { 'upload-checksum': 'crc32 AAAA' })).statusCode, 400)
  assert.equal((await sendBytesBy(teacher, address, arrived, rest, sum(rest, 'sha256'))).statusCode, 204)
  assert.deepEqual((await checkFiles(s.kit, 1)).faults, [])
})

test('what lies on the disk beyond the noted place is not believed', async () => {
  const bytes = randomBytes(50_000)
  const address = await begin(bytes, 'torn.bin')
  await sendBytesBy(teacher, address, 0, bytes.subarray(0, 20_000))
  await appendFile(join(settings().staging, idOf(address)), randomBytes(777))
  assert.equal(await offsetOf(address), 20_000)
  assert.equal((await sendBytesBy(teacher, address, 20_000, bytes.subarray(20_000))).statusCode, 204)
  const hash = createHash('sha256').update(bytes).digest('hex')
  assert.equal(await settings().blobs.sizeOf(hash), 50_000)
})

test('folders of the way are made once; an empty file is whole at once; a name that is a folder is told', async () => {
  for (const name of ['1.txt', '2.txt']) await aFile(teacher, { name, folderId, bytes: name, path: 'Поход/День первый' })
  const rows = async (id: string) => (await teacher.call(listFolder, { params: { folderId: id }, query: {} })).rows
  const trip = (await rows(folderId)).find((row) => row.name === 'Поход')!
  const [day] = await rows(trip.id)
  assert.deepEqual((await rows(day!.id)).map((row) => row.name), ['1.txt', '2.txt'])
  assert.equal((await beginUploadBy(teacher, { name: 'пусто.txt', folderId, bytes: '' })).statusCode, 201)
  assert.ok((await rows(folderId)).some((row) => row.name === 'пусто.txt' && row.size === 0))
  await assert.rejects(aFile(teacher, { name: 'поход', folderId, bytes: 'x' }), /files\.name_taken/)
})

test('the same file sent by two at once becomes two versions', async () => {
  const bytes = randomBytes(1000)
  const addresses = [await begin(bytes, 'both.bin'), await begin(bytes, 'both.bin')]
  const answers = await Promise.all(addresses.map((address) => sendBytesBy(teacher, address, 0, bytes)))
  assert.deepEqual(answers.map((one) => one.statusCode), [204, 204])
  assert.equal(answers[0]!.headers['x-file-id'], answers[1]!.headers['x-file-id'])
  assert.equal((await teacher.call(listVersions, { params: { nodeId: String(answers[0]!.headers['x-file-id']) } })).length, 2)
})

test('an upload is given up, runs out, or is lost', async () => {
  const given = await begin(Buffer.from('given up'))
  assert.equal((await teacher.raw('DELETE', given, undefined, tus)).statusCode, 204)
  assert.equal((await teacher.raw('HEAD', given, undefined, tus)).statusCode, 404)
  const lost = await begin(randomBytes(10))
  await s.make.rows('update files.upload set received = 5 where id = $1', [idOf(lost)])
  assert.equal((await sendBytesBy(teacher, lost, 5, randomBytes(5))).statusCode, 410)
  const late = await begin(randomBytes(10))
  s.setNow(new Date(testNow.getTime() + 73 * 3_600_000))
  await writing(s.kit, {}, (work) => sweep.run(work))
  assert.ok(!readdirSync(settings().staging).includes(idOf(late)))
  s.setNow(testNow)
})

test('refusals: signed out, foreign, other version, bad input', async () => {
  const nobody = await s.as(null)
  const other = await s.as(s.otherTeacher)
  const sent = { name: 'x.txt', folderId, bytes: 'x' }
  assert.equal((await beginUploadBy(nobody, sent)).statusCode, 401)
  assert.equal((await beginUploadBy(other, sent)).statusCode, 404)
  const address = await begin(Buffer.from('x'))
  assert.equal((await sendBytesBy(nobody, address, 0, Buffer.from('x'))).statusCode, 401)
  assert.equal((await sendBytesBy(other, address, 0, Buffer.from('x'))).statusCode, 404)
  assert.equal((await other.raw('HEAD', address, undefined, tus)).statusCode, 404)
  assert.equal((await other.raw('DELETE', address, undefined, tus)).statusCode, 404)
  assert.equal((await teacher.raw('PATCH', address, Buffer.from('x'), { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' })).statusCode, 412)
  assert.equal((await teacher.raw('PATCH', address, { a: 1 }, { ...tus, 'upload-offset': '0' })).statusCode, 415)
  assert.equal((await sendBytesBy(teacher, address, 0, Buffer.from('more than said'))).statusCode, 413)
  for (const headers of [{} as Record<string, string>, { 'upload-length': '-1' }, { 'upload-length': '5', 'upload-metadata': 'filename ?' }, { 'upload-length': '5', 'upload-metadata': `filename ${Buffer.from('a').toString('base64')},folder ${Buffer.from('no id').toString('base64')}` }]) {
    assert.equal((await teacher.raw('POST', '/api/files/uploads', undefined, { ...tus, ...headers })).statusCode, 400, JSON.stringify(headers))
  }
  const huge = await teacher.raw('POST', '/api/files/uploads', undefined, { ...tus, 'upload-length': String(2 ** 31 + 1), 'upload-metadata': `filename ${Buffer.from('a').toString('base64')},folder ${Buffer.from(folderId).toString('base64')}` })
  assert.deepEqual([huge.statusCode, (huge.json() as { code: string }).code], [413, 'files.too_large'])
  assert.equal((await beginUploadBy(teacher, { ...sent, folderId: newId() })).statusCode, 404)
})

test('blobs lie in folders of two levels, readable by nobody else', async () => {
  const hash = createHash('sha256').update('layout').digest('hex')
  await aFile(teacher, { name: 'layout.txt', folderId, bytes: 'layout' })
  const path = join(settings().staging, '..', 'blobs', hash.slice(0, 2), hash.slice(2, 4), hash)
  assert.equal((await stat(path)).mode & 0o077, 0)
})
