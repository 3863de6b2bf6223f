import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { listFeeds, putFeed, removeFeed } from '../contract/index.ts'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

const [first, next] = ['a'.repeat(43), 'b'.repeat(43)]
const open = async (who: { id: string }, studentId: string | null, secret = first, id = newId()) => { await (await s.as(who)).call(putFeed, { params: { schoolId: s.id, id }, body: { studentId, secret } }); return id }
const read = async (secret: string, headers: Record<string, string> = {}, schoolId = s.id) => (await s.as(null)).raw('GET', `/api/schools/${schoolId}/calendars/${secret}/lessons.ics`, undefined, headers)

test('a parent subscribes to a child, a pupil to the own lessons, a teacher to what is taught; nobody to others', async () => {
  await assert.rejects((await s.as(null)).call(listFeeds, { params: { schoolId: s.id } }), { status: 401 })
  await assert.rejects(open(s.parent, s.otherPupil.id), { status: 404 })
  await assert.rejects(open(s.pupil, s.otherPupil.id), { status: 404 })
  await assert.rejects(open(s.teacher, s.pupil.id), { status: 404 })
  await assert.rejects(open(s.stranger.teacher, null), { status: 404 })
  await assert.rejects(open(s.parent, s.pupil.id, 'short'), { status: 400 })
  for (const [who, studentId, secret] of [[s.parent, s.pupil.id, 'p'.repeat(43)], [s.pupil, s.pupil.id, 'q'.repeat(43)], [s.teacher, null, 't'.repeat(43)]] as const) {
    await open(who, studentId, secret)
    const answer = await read(secret)
    assert.equal(answer.statusCode, 200)
    assert.match(String(answer.headers['content-type']), /text\/calendar/)
    assert.match(answer.body.replaceAll('\r\n ', ''), new RegExp(`UID:lesson-${s.lesson.id}@`))
  }
})

test('a new secret ends the old one, revoking ends it altogether; what did not change is not sent again', async () => {
  const id = await open(s.otherParent, s.otherPupil.id)
  const answer = await read(first)
  assert.equal((await read(first, { 'if-none-match': String(answer.headers['etag']) })).statusCode, 304)
  s.setNow(new Date('2026-10-15T08:00:00Z'))
  assert.equal((await read(first, { 'if-none-match': String(answer.headers['etag']) })).statusCode, 304)
  await open(s.otherParent, s.otherPupil.id, next, id)
  assert.deepEqual([(await read(first)).statusCode, (await read(next)).statusCode], [404, 200])
  await assert.rejects((await s.as(s.parent)).call(removeFeed, { params: { schoolId: s.id, id } }), { status: 404 })
  await assert.rejects(open(s.parent, s.pupil.id, first, id), { status: 404 })
  await (await s.as(s.otherParent)).call(removeFeed, { params: { schoolId: s.id, id } })
  assert.equal((await read(next)).statusCode, 404)
})

test('the address dies with the right, and belongs to its school', async () => {
  const secret = 'r'.repeat(43)
  await open(s.otherParent, s.otherPupil.id, secret)
  assert.equal((await read(secret, {}, s.stranger.id)).statusCode, 404)
  await s.make.rows('update registry.guardianship set restricted = true where guardian_id = $1', [s.otherParent.id])
  assert.equal((await read(secret)).statusCode, 404)
})
