import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testNow, testSchool, type TestSchool } from '@school/app-server/testing'
import type { TestCaller } from '@school/testing'
import { writing } from '@school/server'
import { findReaders, getFolder, getNode, listFolder, listShares, listView, openLink, putShare, removeShare, renameNode, trashNodes, type ShareTo } from '../contract/index.ts'
import { listeners } from '../server/listeners.ts'
import { aFile, aFolder } from '../testing.ts'

let s: TestSchool
let teacher: TestCaller
before(async () => { s = await testSchool(); teacher = await s.as(s.teacher) })
after(() => s.close())

const share = async (nodeId: string, to: ShareTo, more: { right?: 'view' | 'edit'; expiresAt?: string; by?: TestCaller; shareId?: string } = {}) =>
  (more.by ?? teacher).call(putShare, { params: { nodeId, shareId: more.shareId ?? newId() }, body: { to, right: more.right ?? 'view', expiresAt: more.expiresAt ?? null } })
const person = (one: { id: string }): ShareTo => ({ kind: 'person', personId: one.id })
const shared = async (by: TestCaller) => (await by.call(listView, { params: { view: 'shared' }, query: {} })).rows.map((row) => row.name)
const sees = async (by: TestCaller, nodeId: string) => (await by.raw('GET', `/api/files/nodes/${nodeId}`)).statusCode === 200

test('a shared folder opens with all inside, from itself downwards; its end is heard at once', async () => {
  const outer = await aFolder(teacher, s.teacher.id, 'Только моё')
  const folder = await aFolder(teacher, outer, 'Общее')
  const file = await aFile(teacher, { name: 'a.txt', folderId: folder, bytes: 'a' })
  const other = await s.as(s.otherTeacher)
  const live = await s.live(s.otherTeacher)
  const { id } = await share(folder, person(s.otherTeacher), { right: 'edit' })
  assert.ok((await live.next()).facts?.some((one) => one.name === 'files.share.changed'))
  assert.deepEqual(await shared(other), ['Общее'])
  assert.deepEqual((await other.call(getFolder, { params: { folderId: folder } })).crumbs.map((one) => one.name), ['Общее'])
  assert.deepEqual((await other.call(getNode, { params: { nodeId: file } })).can, { change: true, write: true, share: false })
  assert.deepEqual((await other.call(getNode, { params: { nodeId: folder } })).can, { change: false, write: true, share: false })
  await assert.rejects(other.call(renameNode, { params: { nodeId: folder }, body: { name: 'Чужое', basedOn: 1 } }), { status: 404 })
  await aFile(other, { name: 'b.txt', folderId: folder, bytes: 'from another' })
  await assert.rejects(other.call(listFolder, { params: { folderId: outer }, query: {} }), { status: 404 })
  await teacher.call(removeShare, { params: { nodeId: folder, shareId: id } })
  assert.ok(!await sees(other, file))
  await assert.rejects(other.call(listFolder, { params: { folderId: folder }, query: {} }), { status: 404 })
  live.close()
  assert.deepEqual((await s.trace('files.share.put')).at(-1)?.after, { audience: `person:${s.otherTeacher.id}`, rights: 'edit', expiresAt: null })
  assert.equal((await s.trace('files.share.remove')).length, 1)
})

test('a class, a role, and an end that comes', async () => {
  const forClass = await aFile(teacher, { name: 'классу.txt', folderId: s.teacher.id, bytes: '1' })
  const homeroom = await s.as(s.homeroom)
  await assert.rejects(share(forClass, { kind: 'class', classId: s.classUnit.id }), { status: 409, code: 'files.not_reachable' })
  const own = await aFile(homeroom, { name: 'моему классу.txt', folderId: s.homeroom.id, bytes: '2' })
  await share(own, { kind: 'class', classId: s.classUnit.id }, { by: homeroom })
  for (const one of [s.pupil, s.parent]) assert.deepEqual(await shared(await s.as(one)), ['моему классу.txt'])
  await share(forClass, { kind: 'role', schoolId: s.id, role: 'deputyHead' }, { expiresAt: new Date(testNow.getTime() + 60_000).toISOString() })
  const deputy = await s.as(s.deputyHead)
  assert.deepEqual(await shared(deputy), ['классу.txt'])
  s.setNow(new Date(testNow.getTime() + 61_000))
  assert.deepEqual([await shared(deputy), await sees(deputy, forClass)], [[], false])
  s.setNow(testNow)
  await assert.rejects(share(forClass, person(s.otherTeacher), { expiresAt: '2020-01-01T00:00:00Z' }), { status: 409, code: 'files.expiry_past' })
})

test('a link opens without a sign-in what it was made for, until it ends; not before fourteen', async () => {
  const folder = await aFolder(teacher, s.teacher.id, 'По ссылке')
  const file = await aFile(teacher, { name: 'в ссылке.txt', folderId: folder, bytes: 'seen by all' })
  const outside = await aFile(teacher, { name: 'не в ссылке.txt', folderId: s.teacher.id, bytes: 'x' })
  const made = await share(folder, { kind: 'link' }, { right: 'edit' })
  assert.equal(made.right, 'view', 'strangers never write')
  const secret = made.link!.split('/').at(-1)!
  assert.equal((await teacher.call(listShares, { params: { nodeId: folder } })).shares[0]!.link, null, 'told once')
  const nobody = await s.as(null)
  const opened = await nobody.call(openLink, { params: { secret }, query: {} })
  assert.deepEqual([opened.node.name, opened.inside.map((one) => one.name)], ['По ссылке', ['в ссылке.txt']])
  const content = (id: string) => nobody.raw('GET', `/api/public/files/${secret}/content?nodeId=${id}`)
  assert.equal((await content(file)).body, 'seen by all')
  assert.equal((await content(folder)).headers['content-type'], 'application/zip')
  assert.equal((await content(outside)).statusCode, 404)
  await teacher.call(removeShare, { params: { nodeId: folder, shareId: made.id } })
  assert.equal((await content(file)).statusCode, 404)
  await assert.rejects(nobody.call(openLink, { params: { secret }, query: {} }), { status: 404 })
  const pupil = await s.as(s.pupil)
  const own = await aFile(pupil, { name: 'моё.txt', folderId: s.pupil.id, bytes: 'p' })
  await assert.rejects(share(own, { kind: 'link' }, { by: pupil }), { status: 409, code: 'files.link_minor' })
  assert.equal((await pupil.call(listShares, { params: { nodeId: own } })).links, false)
  await s.make.rows(`update registry.person set birth_date = '2012-10-15' where id = $1`, [s.pupil.id])
  assert.ok((await share(own, { kind: 'link' }, { by: pupil })).link)
})

test('whom one may find and share with', async () => {
  const found = async (one: { id: string }, words: string) => (await (await s.as(one)).call(findReaders, { query: { words } })).people.map((row) => row.id)
  const nameOf = async (id: string) => (await s.make.rows<{ last_name: string }>('select last_name from registry.person where id = $1', [id]))[0]!.last_name
  assert.deepEqual(await found(s.teacher, await nameOf(s.pupil.id)), [s.pupil.id])
  assert.deepEqual(await found(s.pupil, await nameOf(s.otherPupil.id)), [s.otherPupil.id], 'a classmate')
  assert.deepEqual(await found(s.pupil, await nameOf(s.otherParent.id)), [])
  assert.deepEqual(await found(s.parent, await nameOf(s.otherPupil.id)), [])
  assert.deepEqual(await found(s.parent, await nameOf(s.teacher.id)), [s.teacher.id])
  assert.deepEqual(await found(s.teacher, await nameOf(s.stranger.teacher.id)), [])
  assert.deepEqual(await found(s.teacher, ''), [])
  const file = await aFile(teacher, { name: 'кому.txt', folderId: s.teacher.id, bytes: 'k' })
  await assert.rejects(share(file, person(s.stranger.teacher)), { status: 409, code: 'files.not_reachable' })
  await share(file, person(s.admin))
  await assert.rejects(share(file, person(s.admin)), { status: 409, code: 'files.shared_already' })
})

test('refusals: signed out, not the owner, bad input', async () => {
  const file = await aFile(teacher, { name: 'отказ.txt', folderId: s.teacher.id, bytes: 'r' })
  const { id: shareId } = await share(file, person(s.otherTeacher), { right: 'edit' })
  for (const [by, status] of [[await s.as(null), 401], [await s.as(s.otherTeacher), 404], [await s.as(s.stranger.teacher), 404]] as const) {
    await assert.rejects(share(file, person(s.admin), { by }), { status })
    await assert.rejects(by.call(listShares, { params: { nodeId: file } }), { status })
    await assert.rejects(by.call(removeShare, { params: { nodeId: file, shareId } }), { status })
  }
  await assert.rejects((await s.as(null)).call(findReaders, { query: { words: 'а' } }), { status: 401 })
  await assert.rejects(teacher.call(putShare, { params: { nodeId: file, shareId: newId() }, body: { to: { kind: 'person' }, right: 'own', expiresAt: null } as never }), { status: 400 })
})

test('what can be read one by one is what appears in the lists, for everyone', async () => {
  const everyone = [s.teacher, s.otherTeacher, s.homeroom, s.admin, s.principal, s.pupil, s.otherPupil, s.parent, s.stranger.teacher, s.stranger.pupil]
  const spaces = [s.teacher.id, s.homeroom.id, s.pupil.id, s.classUnit.id, s.id]
  const owners = new Map<string, { id: string }>([[s.teacher.id, s.teacher], [s.homeroom.id, s.homeroom], [s.pupil.id, s.pupil], [s.classUnit.id, s.homeroom], [s.id, s.admin]])
  let dice = 7
  const roll = (n: number) => { dice = (dice * 1103515245 + 12345) % 2 ** 31; return dice % n }
  const made: { id: string; space: string }[] = []
  for (const space of spaces) {
    const by = await s.as(owners.get(space)!)
    const folders = [space]
    for (let i = 0; i < 8; i++) {
      const into = folders[roll(folders.length)]!
      const id = roll(2) ? await aFolder(by, into, `п${i}`) : await aFile(by, { name: `ф${i}`, folderId: into, bytes: `${space}${i}` })
      if ((await by.call(getNode, { params: { nodeId: id } })).kind === 'folder') folders.push(id)
      made.push({ id, space })
      const to: ShareTo[] = [person(everyone[roll(7)]!), { kind: 'role', schoolId: s.id, role: roll(2) ? 'teacher' : 'pupil' }, { kind: 'class', classId: s.classUnit.id }, { kind: 'link' }]
      if (roll(2)) await share(id, to[roll(4)]!, { by, right: roll(2) ? 'view' : 'edit', ...(roll(3) ? {} : { expiresAt: new Date(testNow.getTime() + 1000).toISOString() }) }).catch(() => {})
    }
    if (roll(2)) await by.call(trashNodes, { body: { ids: [made.at(-1 - roll(4))!.id] } }).catch(() => {})
  }
  s.setNow(new Date(testNow.getTime() + 2000))
  let read = 0
  for (const one of everyone) {
    const by = await s.as(one)
    const listed = new Set<string>()
    const walk = async (folderId: string): Promise<void> => {
      const answer = await by.raw('GET', `/api/files/folders/${folderId}/nodes`)
      if (answer.statusCode !== 200) return
      for (const row of (answer.json() as { rows: { id: string; kind: string }[] }).rows) { listed.add(row.id); if (row.kind === 'folder') await walk(row.id) }
    }
    for (const space of spaces) await walk(space)
    for (const row of (await by.call(listView, { params: { view: 'shared' }, query: { limit: 200 } })).rows) { listed.add(row.id); await walk(row.id) }
    for (const { id } of made) { const seen = await sees(by, id); if (seen) read++; assert.equal(seen, listed.has(id), `${one.id} ${id}`) }
  }
  assert.ok(read > 50, `${read} readable: the test says something`)
  s.setNow(testNow)
})

test('what somebody leaves behind goes to the office of the school, once', async () => {
  const leaver = s.otherTeacher
  const own = await aFile(await s.as(leaver), { name: 'наследство.txt', folderId: leaver.id, bytes: 'kept' })
  const run = () => writing(s.kit, { schoolId: s.id }, (work) => listeners[0]!.run(work, { schoolId: s.id, employmentId: newId(), personId: leaver.id } as never))
  await run()
  assert.ok(await sees(await s.as(leaver), own), 'still employed')
  await s.make.rows(`update registry.employment set valid_to = '2026-10-10' where person_id = $1`, [leaver.id])
  await run()
  await run()
  const admin = await s.as(s.admin)
  assert.ok(await sees(admin, own))
  const folder = (await admin.call(listFolder, { params: { folderId: s.id }, query: {} })).rows.find((row) => row.name.startsWith('Фамилия'))!
  assert.deepEqual((await admin.call(listFolder, { params: { folderId: folder.id }, query: {} })).rows.map((row) => row.name), ['наследство.txt'])
  assert.equal((await s.trace('files.handed_over')).length, 1)
})
