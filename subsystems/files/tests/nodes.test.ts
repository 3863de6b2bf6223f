import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { writing } from '@school/server'
import { testNow, testSchool, type TestSchool } from '@school/app-server/testing'
import type { TestCaller } from '@school/testing'
import { aGroupTeacher } from '@school/registry/testing'
import { copyNodes, getFolder, getNode, listFolder, listSpaces, listVersions, listView, moveNodes, purgeNodes, putFolder, renameNode, restoreNodes, restoreVersion, starNode, trashNodes } from '../contract/index.ts'
import { checkFiles } from '../server/index.ts'
import { sweep } from '../server/jobs.ts'
import { aFile, aFolder } from '../testing.ts'

let s: TestSchool
let teacher: TestCaller
before(async () => { s = await testSchool(); teacher = await s.as(s.teacher) })
after(() => s.close())

const inside = async (by: TestCaller, folderId: string) => (await by.call(listFolder, { params: { folderId }, query: {} })).rows
const names = async (by: TestCaller, folderId: string) => (await inside(by, folderId)).map((row) => row.name)
const node = (by: TestCaller, nodeId: string) => by.call(getNode, { params: { nodeId } })
const usedOf = async (by: TestCaller) => (await by.call(listSpaces, {})).spaces[0]!.used

test('folders and files are made, renamed, moved, and leave traces; open screens hear of it', async () => {
  const live = await s.live(s.teacher)
  const folder = await aFolder(teacher, s.teacher.id, 'Планы')
  assert.deepEqual((await live.next()).facts, [{ name: 'files.folder.changed', payload: { folderId: s.teacher.id } }])
  live.close()
  const file = await aFile(teacher, { name: 'Урок 1.txt', folderId: folder, bytes: 'Тема урока' })
  assert.deepEqual(await names(teacher, folder), ['Урок 1.txt'])
  const seen = await node(teacher, file)
  assert.deepEqual([seen.fileKind, seen.size, seen.revision, seen.can], ['text', 19, 1, { change: true, write: true, share: true }])
  const renamed = await teacher.call(renameNode, { params: { nodeId: file }, body: { name: 'Урок 2.txt', basedOn: 1 } })
  assert.deepEqual([renamed.name, renamed.revision], ['Урок 2.txt', 2])
  await assert.rejects(teacher.call(renameNode, { params: { nodeId: file }, body: { name: 'Урок 3.txt', basedOn: 1 } }), { status: 409, code: 'files.changed_meanwhile' })
  const other = await aFolder(teacher, s.teacher.id, 'Архив')
  await teacher.call(moveNodes, { body: { ids: [folder], folderId: other } })
  assert.deepEqual(await names(teacher, other), ['Планы'])
  assert.deepEqual((await teacher.call(getFolder, { params: { folderId: folder } })).crumbs.map((one) => one.name).slice(1), ['Архив', 'Планы'])
  assert.deepEqual(await names(teacher, folder), ['Урок 2.txt'])
  await assert.rejects(teacher.call(moveNodes, { body: { ids: [other], folderId: folder } }), { status: 409, code: 'files.into_itself' })
  for (const action of ['files.folder.make', 'files.node.rename', 'files.node.move', 'files.version.put']) assert.ok((await s.trace(action)).length > 0, action)
})

test('a name is taken once in a folder whatever its case; making the same folder again is no conflict', async () => {
  const folder = await aFolder(teacher, s.teacher.id, 'Имена')
  const id = newId()
  const make = (folderId: string, name: string) => teacher.call(putFolder, { params: { folderId }, body: { parentId: folder, name } })
  await make(id, 'Ёлка')
  assert.equal((await make(id, 'Ёлка')).name, 'Ёлка')
  await assert.rejects(make(newId(), 'елка'), { status: 409, code: 'files.name_taken' })
  await assert.rejects(make(newId(), '../'), { status: 400, code: 'files.name_wrong' })
})

test('a file sent again under its name is a new version; an older one can be the newest again', async () => {
  const folder = await aFolder(teacher, s.teacher.id, 'Версии')
  const file = await aFile(teacher, { name: 'a.txt', folderId: folder, bytes: 'one' })
  assert.equal(await aFile(teacher, { name: 'A.txt', folderId: folder, bytes: 'second' }), file)
  const versions = await teacher.call(listVersions, { params: { nodeId: file } })
  assert.deepEqual(versions.map(({ number, size, current }) => [number, size, current]), [[2, 6, true], [1, 3, false]])
  const { revision } = await node(teacher, file)
  await assert.rejects(teacher.call(restoreVersion, { params: { nodeId: file, versionId: versions[1]!.id }, body: { basedOn: revision - 1 } }), { status: 409, code: 'files.changed_meanwhile' })
  assert.equal((await teacher.call(restoreVersion, { params: { nodeId: file, versionId: versions[1]!.id }, body: { basedOn: revision } })).size, 3)
  assert.deepEqual((await teacher.call(listVersions, { params: { nodeId: file } })).map((one) => one.number), [3, 2, 1])
})

test('a copy keeps the bytes once, counts its size and gets a free name', async () => {
  const folder = await aFolder(teacher, s.teacher.id, 'Копии')
  await aFile(teacher, { name: 'x.txt', folderId: folder, bytes: 'same bytes here', path: 'внутри/глубже' })
  const before = await usedOf(teacher)
  await teacher.call(copyNodes, { body: { ids: [folder], folderId: s.teacher.id } })
  assert.equal(await usedOf(teacher), before + 15)
  const copied = (await inside(teacher, s.teacher.id)).find((row) => row.name === 'Копии (2)')!
  const [way] = await inside(teacher, copied.id)
  const [deeper] = await inside(teacher, way!.id)
  assert.deepEqual([way!.name, deeper!.name, await names(teacher, deeper!.id)], ['внутри', 'глубже', ['x.txt']])
  const [{ refs }] = await s.make.rows<{ refs: number }>(`select refs from files.blob where hash = encode(sha256('same bytes here'), 'hex')`) as [{ refs: number }]
  assert.equal(refs, 2)
})

test('a quota and the largest size are kept', async () => {
  await s.make.rows(`insert into files.quota (valid_from, kind, bytes) values ('2026-10-01', 'pupil', 20)`)
  const pupil = await s.as(s.pupil)
  await aFile(pupil, { name: 'a.txt', folderId: s.pupil.id, bytes: '0123456789' })
  await assert.rejects(aFile(pupil, { name: 'b.txt', folderId: s.pupil.id, bytes: '0123456789ab' }), /files\.quota/)
  const [space] = (await pupil.call(listSpaces, {})).spaces
  assert.deepEqual([space!.used, space!.quota], [10, 20])
  const [only] = await inside(pupil, s.pupil.id)
  await pupil.call(copyNodes, { body: { ids: [only!.id], folderId: s.pupil.id } })
  await assert.rejects(pupil.call(copyNodes, { body: { ids: [only!.id], folderId: s.pupil.id } }), { status: 409, code: 'files.quota' })
})

test('roots of classes and the school follow the roles', async () => {
  await aGroupTeacher(s.make, s.id, s.classUnit.id, s.teacher.id)
  const roots = async (person: { id: string }) => (await (await s.as(person)).call(listSpaces, {})).spaces.slice(1).map((one) => `${one.kind} ${one.right}`).sort()
  assert.deepEqual(await roots(s.homeroom), ['class edit', 'school view'])
  assert.deepEqual(await roots(s.teacher), ['class edit', 'school view'])
  assert.deepEqual(await roots(s.pupil), ['class view'])
  assert.deepEqual(await roots(s.parent), ['class view'])
  assert.deepEqual(await roots(s.admin), ['school edit'])
  assert.deepEqual(await roots(s.operator), [])
  const file = await aFile(await s.as(s.homeroom), { name: 'Памятка.txt', folderId: s.classUnit.id, bytes: 'для класса' })
  assert.deepEqual((await node(await s.as(s.pupil), file)).can, { change: false, write: false, share: false })
  await assert.rejects(aFile(await s.as(s.pupil), { name: 'x', folderId: s.classUnit.id, bytes: 'x' }), /404/)
  await assert.rejects(node(await s.as(s.stranger.pupil), file), { status: 404 })
  assert.ok((await roots(s.admin)).includes('class edit'), 'the office sees roots of classes that are used')
})

test('two records of one human being have both roots and what is shared with either', async () => {
  const [kept, gone] = [s.deputyHead, s.otherTeacher]
  await aFile(await s.as(gone), { name: 'до слияния.txt', folderId: gone.id, bytes: 'kept through' })
  const by = await s.as(kept)
  await assert.rejects(names(by, gone.id), { status: 404 })
  for (const [a, b] of [[kept.id, gone.id], [gone.id, kept.id]]) await s.make.rows('insert into registry.same_person (record_id, other_id) values ($1, $2)', [a, b])
  assert.deepEqual(await names(by, gone.id), ['до слияния.txt'])
  const { spaces } = await by.call(listSpaces, {})
  assert.deepEqual(spaces.filter((one) => one.kind === 'person').map((one) => one.id), [kept.id, gone.id])
  await s.make.rows('delete from registry.same_person')
  await assert.rejects(names(by, gone.id), { status: 404 })
})

test('stars and pages of a long folder', async () => {
  const folder = await aFolder(teacher, s.teacher.id, 'Много')
  for (let i = 0; i < 7; i++) await aFile(teacher, { name: `${i}.txt`, folderId: folder, bytes: 'x'.repeat(7 - i) })
  await aFolder(teacher, folder, 'яблоко')
  const all: string[] = []
  let cursor: string | undefined
  do {
    const page = await teacher.call(listFolder, { params: { folderId: folder }, query: { limit: 3, key: 'size', ...(cursor ? { cursor } : {}) } })
    all.push(...page.rows.map((row) => row.name))
    cursor = page.next ?? undefined
  } while (cursor)
  assert.deepEqual(all, ['яблоко', '6.txt', '5.txt', '4.txt', '3.txt', '2.txt', '1.txt', '0.txt'])
  const [, starred] = await inside(teacher, folder)
  await teacher.call(starNode, { params: { nodeId: starred!.id }, body: { starred: true } })
  assert.deepEqual((await teacher.call(listView, { params: { view: 'starred' }, query: {} })).rows.map((row) => [row.name, row.place]), [[starred!.name, 'Много']])
})

test('refusals: signed out, foreign, bad input', async () => {
  const file = await aFile(teacher, { name: 'mine.txt', folderId: s.teacher.id, bytes: 'mine' })
  const [nobody, stranger] = [await s.as(null), await s.as(s.otherTeacher)]
  for (const [by, status] of [[nobody, 401], [stranger, 404]] as const) {
    await assert.rejects(node(by, file), { status })
    await assert.rejects(by.call(listFolder, { params: { folderId: s.teacher.id }, query: {} }), { status })
    await assert.rejects(by.call(putFolder, { params: { folderId: newId() }, body: { parentId: s.teacher.id, name: 'x' } }), { status })
    await assert.rejects(by.call(renameNode, { params: { nodeId: file }, body: { name: 'x', basedOn: 1 } }), { status })
    for (const route of [trashNodes, restoreNodes, purgeNodes]) await assert.rejects(by.call(route, { body: { ids: [file] } }), { status })
    for (const route of [moveNodes, copyNodes]) await assert.rejects(by.call(route, { body: { ids: [file], folderId: s.otherTeacher.id } }), { status })
    await assert.rejects(by.call(listVersions, { params: { nodeId: file } }), { status })
    await assert.rejects(by.call(starNode, { params: { nodeId: file }, body: { starred: true } }), { status })
  }
  await assert.rejects(teacher.call(trashNodes, { body: { ids: [] } }), { status: 400 })
  await assert.rejects(teacher.call(renameNode, { params: { nodeId: file }, body: { name: '', basedOn: 1 } }), { status: 400 })
})

test('two who move folders into each other at once make no circle', async () => {
  const [a, b] = [await aFolder(teacher, s.teacher.id, 'Круг А'), await aFolder(teacher, s.teacher.id, 'Круг Б')]
  const both = await Promise.allSettled([teacher.call(moveNodes, { body: { ids: [a], folderId: b } }), teacher.call(moveNodes, { body: { ids: [b], folderId: a } })])
  assert.deepEqual(both.map((one) => one.status).sort(), ['fulfilled', 'rejected'])
  assert.deepEqual((await checkFiles(s.kit, 0)).faults, [])
})

// The last one: with its clock every session ends.
test('the trash gives back, and after its days removes for ever; bytes nobody uses go after the grace', async () => {
  const folder = await aFolder(teacher, s.teacher.id, 'На выброс')
  const file = await aFile(teacher, { name: 'gone.txt', folderId: folder, bytes: 'gone bytes' })
  await teacher.call(trashNodes, { body: { ids: [file] } })
  await teacher.call(trashNodes, { body: { ids: [folder] } })
  await assert.rejects(node(teacher, file), { status: 404 })
  const trash = (await teacher.call(listView, { params: { view: 'trash' }, query: {} })).rows
  assert.deepEqual(trash.map((row) => row.name).sort(), ['gone.txt', 'На выброс'])
  await teacher.call(restoreNodes, { body: { ids: [file] } })
  assert.equal((await node(teacher, file)).parentId, s.teacher.id, 'its folder is in the trash, so it comes back to the root')
  await teacher.call(trashNodes, { body: { ids: [file] } })
  await assert.rejects(teacher.call(purgeNodes, { body: { ids: [newId()] } }), { status: 404 })
  const used = await usedOf(teacher)
  const usedNow = async () => Number((await s.make.rows<{ bytes: string }>('select bytes from files.space where id = $1', [s.teacher.id]))[0]!.bytes)
  const run = () => writing(s.kit, {}, (work) => sweep.run(work))
  s.setNow(new Date(testNow.getTime() + 29 * 86_400_000))
  await run()
  assert.equal(await usedNow(), used)
  s.setNow(new Date(testNow.getTime() + 31 * 86_400_000))
  await run()
  assert.equal(await usedNow(), used - 10)
  const blobs = () => s.make.rows(`select orphan_since from files.blob where hash = encode(sha256('gone bytes'), 'hex')`)
  assert.equal((await blobs()).length, 1, 'the grace has begun')
  s.setNow(new Date(testNow.getTime() + 33 * 86_400_000))
  await run()
  assert.equal((await blobs()).length, 0)
  assert.deepEqual((await checkFiles(s.kit, 1)).faults, [])
  s.setNow(testNow)
})
