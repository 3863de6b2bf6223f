import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testNow, testSchool, type TestSchool } from '@school/app-server/testing'
import type { TestCaller } from '@school/testing'
import { listView, previewFile, putShare, removeShare } from '../contract/index.ts'
import { settings } from '../server/settings.ts'
import { aFile, aFolder } from '../testing.ts'

let s: TestSchool
let teacher: TestCaller
before(async () => { s = await testSchool(); teacher = await s.as(s.teacher) })
after(() => s.close())

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const put = (name: string, bytes: Uint8Array | string) => aFile(teacher, { name, folderId: s.teacher.id, bytes })
const content = (id: string, headers = {}, by = teacher) => by.raw('GET', `/api/files/nodes/${id}/content`, undefined, headers)
const show = (url: string, host = settings().content!.host) => teacher.raw('GET', new URL(url).pathname, undefined, { host, cookie: '' })

test('a download knows ranges and tags', async () => {
  const id = await put('цифры.txt', '0123456789')
  const whole = await content(id)
  assert.deepEqual([whole.statusCode, whole.body, whole.headers['content-length'], whole.headers['accept-ranges']], [200, '0123456789', '10', 'bytes'])
  const tag = String(whole.headers['etag'])
  const part = await content(id, { range: 'bytes=2-4' })
  assert.deepEqual([part.statusCode, part.body, part.headers['content-range']], [206, '234', 'bytes 2-4/10'])
  assert.equal((await content(id, { range: 'bytes=-2', 'if-range': tag })).body, '89')
  assert.equal((await content(id, { range: 'bytes=-2', 'if-range': '"other"' })).body, '0123456789')
  assert.deepEqual([(await content(id, { range: 'bytes=10-' })).statusCode, (await content(id, { range: 'bytes=10-' })).headers['content-range']], [416, 'bytes */10'])
  assert.equal((await content(id, { 'if-none-match': tag })).statusCode, 304)
  const head = await teacher.raw('HEAD', `/api/files/nodes/${id}/content`)
  assert.deepEqual([head.statusCode, head.headers['content-length'], head.body], [200, '10', ''])
  assert.equal((await content(await put('пусто.txt', ''))).body, '')
})

test('nothing of a person becomes a page of our origin', async () => {
  for (const [name, bytes] of [['a.html', '<!doctype html><script>alert(1)</script>'], ['b.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'], ['c.png', '<html><script>1</script>'], ['d.js', 'alert(1)'], ['e.xml', '<?xml version="1.0"?><a/>'], ['f.pdf', '%PDF-1.7'], ['g.png', png]] as const) {
    const answer = await content(await put(name, bytes))
    assert.match(String(answer.headers['content-disposition']), /^attachment;/, name)
    assert.equal(answer.headers['content-type'], 'application/octet-stream', name)
    assert.match(String(answer.headers['content-security-policy']), /sandbox/, name)
    assert.equal(answer.headers['x-content-type-options'], 'nosniff', name)
  }
})

test('a preview stands on another host for minutes, and only there', async () => {
  const id = await put('точка.png', png)
  const { look, url } = await teacher.call(previewFile, { params: { nodeId: id }, query: {} })
  assert.equal(look, 'image')
  assert.notEqual(new URL(url!).hostname, 'localhost')
  const shown = await show(url!)
  assert.deepEqual([shown.statusCode, shown.headers['content-type'], shown.rawPayload.equals(png)], [200, 'image/png', true])
  assert.match(String(shown.headers['content-disposition']), /^inline/)
  assert.equal(shown.headers['set-cookie'], undefined)
  assert.deepEqual([shown.headers['x-frame-options'], shown.headers['cross-origin-resource-policy']], [undefined, 'cross-origin'])
  assert.match(String(shown.headers['content-security-policy']), /^default-src 'none';.*frame-ancestors http:\/\/localhost:3000$/)
  assert.equal((await show(url!, 'localhost:3000')).statusCode, 404, 'not on our own host')
  assert.equal((await teacher.raw('GET', '/api/files/spaces', undefined, { host: settings().content!.host })).statusCode, 404, 'nothing else on the content host')
  assert.equal((await show(`${url!.slice(0, -3)}AAA`)).statusCode, 404)
  s.setNow(new Date(testNow.getTime() + 16 * 60_000))
  assert.equal((await show(url!)).statusCode, 404)
  s.setNow(testNow)
  assert.deepEqual((await teacher.call(listView, { params: { view: 'recent' }, query: {} })).rows.map((row) => row.name), ['точка.png'])
})

test('text is told as text, whatever a browser would make of it; other formats say so', async () => {
  const preview = async (id: string) => teacher.call(previewFile, { params: { nodeId: id }, query: {} })
  assert.deepEqual(await preview(await put('a.svg', '<svg onload="x"/>')), { look: 'text', url: null, text: '<svg onload="x"/>', cut: false })
  assert.equal((await preview(await put('b.txt', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])))).text, 'Привет')
  const long = await preview(await put('c.txt', 'ж'.repeat(200_000)))
  assert.deepEqual([long.cut, long.text?.length], [true, 131_072])
  assert.equal((await preview(await put('d.docx', 'PK\x03\x04'))).look, 'none')
})

test('an ended share ends the download and the preview that are open', async () => {
  const id = await put('общее.png', png)
  const reader = await s.as(s.otherTeacher)
  const shareId = newId()
  await teacher.call(putShare, { params: { nodeId: id, shareId }, body: { to: { kind: 'person', personId: s.otherTeacher.id }, right: 'view', expiresAt: null } })
  const { url } = await reader.call(previewFile, { params: { nodeId: id }, query: {} })
  assert.deepEqual([(await content(id, {}, reader)).statusCode, (await show(url!)).statusCode], [200, 200])
  await teacher.call(removeShare, { params: { nodeId: id, shareId } })
  assert.deepEqual([(await content(id, {}, reader)).statusCode, (await show(url!)).statusCode], [404, 404])
})

test('many come as one zip, folders included; a foreign one among them stops it', async () => {
  const folder = await aFolder(teacher, s.teacher.id, 'Архив')
  await aFile(teacher, { name: 'в папке.txt', folderId: folder, bytes: 'inside' })
  const file = await put('рядом.txt', 'beside')
  const answer = await teacher.raw('GET', `/api/files/zip?ids=${folder},${file}`)
  assert.deepEqual([answer.statusCode, answer.headers['content-type']], [200, 'application/zip'])
  const text = answer.rawPayload.toString('utf8')
  for (const name of ['Архив/', 'Архив/в папке.txt', 'рядом.txt']) assert.ok(text.includes(name), name)
  assert.equal((await (await s.as(s.otherTeacher)).raw('GET', `/api/files/zip?ids=${folder}`)).statusCode, 404)
  assert.equal((await teacher.raw('GET', `/api/files/zip?ids=${folder},${newId()}`)).statusCode, 404)
  assert.equal((await teacher.raw('GET', `/api/files/zip?ids=${'x'.repeat(40)}`)).statusCode, 400)
})

test('refusals', async () => {
  const id = await put('z.txt', 'z')
  const [nobody, other] = [await s.as(null), await s.as(s.pupil)]
  assert.deepEqual([(await content(id, {}, nobody)).statusCode, (await content(id, {}, other)).statusCode], [401, 404])
  await assert.rejects(nobody.call(previewFile, { params: { nodeId: id }, query: {} }), { status: 401 })
  await assert.rejects(other.call(previewFile, { params: { nodeId: id }, query: {} }), { status: 404 })
  assert.equal((await content('x')).statusCode, 400)
})
