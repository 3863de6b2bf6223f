import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { federation, newId } from '@school/contract'
import { getDiaryWeek, putMark } from '@school/journal/contract'
import { putItem } from '@school/portal/contract'
import { checkpoint, checkpointKey, seal } from '@school/server'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getChainState, getSystemChainState, listLooks, listMunicipalityHistory, listOwnActs, listOwnLooks, listRegionHistory, listSchoolHistory, listSystemHistory } from '../contract/index.ts'

let s: TestSchool
const markId = newId()
const ofSchool = () => ({ params: { schoolId: s.id } })

before(async () => {
  s = await testSchool()
  const teacher = await s.as(s.teacher, 'teacher')
  const mark = { params: { schoolId: s.id, workId: s.work.id, markId } }
  await teacher.call(putMark, { ...mark, body: { studentId: s.pupil.id, value: '4', basedOn: null } as never })
  s.setNow(new Date('2026-10-15T07:40:00Z'))
  await teacher.call(putMark, { ...mark, body: { studentId: s.pupil.id, value: '5', basedOn: 1 } as never })
  await (await s.as(s.deputyHead, 'deputyHead')).call(getDiaryWeek, { params: { schoolId: s.id, studentId: s.pupil.id }, query: { week: '2026-10-12' } })
  const news = (title: string) => ({ kind: 'news', title, text: '', href: null, audience: null, pinned: false, showFrom: '2026-10-15', showTo: null, published: true, basedOn: null }) as never
  await (await s.as(s.municipalCurator)).call(putItem, { params: { level: 'municipality', scopeId: s.school.municipality_id, id: newId() }, body: news('Город') })
  await (await s.as(s.operator)).call(putItem, { params: { level: 'federation', scopeId: federation, id: newId() }, body: news('Страна') })
  const entry = { request_id: 'x', salt: 'x', commitment: 'x', session_ref: null, before: null }
  await s.make.insert('audit.entry', { ...entry, id: newId(), school_id: null, at: new Date('2026-10-15T07:41:00Z'), action: 'registry.person.enter', actor_id: s.operator.id, acting_role: 'operator', about_id: s.admin.id, after: JSON.stringify({ lastName: 'Осипова', snils: '90000100085' }) })
  await s.make.insert('audit.entry', { ...entry, id: newId(), school_id: s.id, at: new Date('2026-10-15T07:42:00Z'), action: 'registry.person.correct', actor_id: s.admin.id, acting_role: 'schoolAdmin', about_id: s.pupil.id, after: JSON.stringify({ classId: s.classUnit.id }) })
})
after(() => s.close())

test('the administrator sees who did what, with before, after and the names of what is meant', async () => {
  const admin = await s.as(s.admin)
  const { rows } = await admin.call(listSchoolHistory, { ...ofSchool(), query: { action: 'journal.mark.' } })
  assert.deepEqual(rows.map((row) => [row.action, row.by?.id, row.about?.id, row.role, (row.before as { value: string } | null)?.value, (row.after as { value: string }).value]),
    [['journal.mark.put', s.teacher.id, s.pupil.id, 'teacher', '4', '5'], ['journal.mark.put', s.teacher.id, s.pupil.id, 'teacher', undefined, '4']])
  const [corrected] = (await admin.call(listSchoolHistory, { ...ofSchool(), query: { personId: s.admin.id, aboutId: s.pupil.id } })).rows
  assert.ok(corrected?.names[s.classUnit.id])
})

test('filters and pages together give every act exactly once', async () => {
  const admin = await s.as(s.admin)
  const all = (await admin.call(listSchoolHistory, { ...ofSchool(), query: {} })).rows
  const paged: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await admin.call(listSchoolHistory, { ...ofSchool(), query: { limit: 1, ...(cursor ? { cursor } : {}) } })
    paged.push(...page.rows.map((row) => row.id))
    cursor = page.next
  } while (cursor)
  assert.deepEqual(paged, all.map((row) => row.id))
  assert.deepEqual((await admin.call(listSchoolHistory, { ...ofSchool(), query: { to: '2026-10-14' } })).rows, [])
  assert.equal((await admin.call(listSchoolHistory, { ...ofSchool(), query: { from: '2026-10-15', to: '2026-10-15' } })).rows.length, all.length)
  assert.equal((await admin.call(listSchoolHistory, { ...ofSchool(), query: { cursor: '-'.repeat(36) } })).rows.length, all.length)
  await assert.rejects(admin.call(listSchoolHistory, { ...ofSchool(), query: { action: '%' } }), { status: 400 })
})

test('how far it is sealed and signed', async () => {
  const admin = await s.as(s.admin)
  assert.equal((await admin.call(getChainState, ofSchool())).sealed, 0)
  const dir = await mkdtemp(join(tmpdir(), 'history-'))
  await seal(s.kit)
  await checkpoint(s.kit, dir, await checkpointKey(dir))
  await rm(dir, { recursive: true })
  const school = await admin.call(getChainState, ofSchool())
  assert.ok(school.sealed > 0 && school.unsealed === 0 && school.checkpointSize === school.sealed && school.checkpointAt !== null)
  assert.ok((await (await s.as(s.operator)).call(getSystemChainState, {})).sealed > 0)
  assert.ok((await admin.call(listSchoolHistory, { ...ofSchool(), query: {} })).rows.every((row) => row.sealed !== null))
})

test('the operator sees acts outside schools only, numbers of people covered', async () => {
  const { rows } = await (await s.as(s.operator)).call(listSystemHistory, { query: {} })
  assert.ok(rows.some((row) => row.action === 'portal.item.put'))
  assert.ok(!rows.some((row) => row.action.startsWith('journal.')))
  assert.deepEqual(rows.find((row) => row.action === 'registry.person.enter')?.after, { lastName: 'Осипова', snils: '•••' })
})

test('curators see what their own administrators did, never about whom', async () => {
  const region = { params: { regionId: s.school.region_id }, query: {} }
  const municipality = { params: { municipalityId: s.school.municipality_id }, query: {} }
  const ofRegion = (await (await s.as(s.regionalCurator)).call(listRegionHistory, region)).rows
  assert.deepEqual(ofRegion.map((row) => [row.action, row.by?.id]), [['registry.person.correct', s.admin.id], ['portal.item.put', s.municipalCurator.id]])
  assert.ok(ofRegion.every((row) => row.about === null && row.before === null && row.after === null))
  assert.deepEqual((await (await s.as(s.municipalCurator)).call(listMunicipalityHistory, municipality)).rows.map((row) => row.by?.id), [s.admin.id])
  await assert.rejects((await s.as(s.stranger.regionalCurator)).call(listRegionHistory, region), { status: 404 })
  await assert.rejects((await s.as(s.stranger.municipalCurator)).call(listMunicipalityHistory, municipality), { status: 404 })
  await assert.rejects((await s.as(s.admin)).call(listRegionHistory, region), { status: 403 })
  await assert.rejects((await s.as(null)).call(listMunicipalityHistory, municipality), { status: 401 })
})

test('a parent sees who opened and changed the record of the own child, and of no other', async () => {
  const parent = await s.as(s.parent)
  const of = (studentId: string) => ({ params: { schoolId: s.id, studentId }, query: {} })
  const { rows } = await parent.call(listLooks, of(s.pupil.id))
  assert.ok(rows.some((one) => one.kind === 'opened' && one.by?.id === s.deputyHead.id && one.what === 'diary'))
  assert.deepEqual(rows.filter((one) => one.what === 'journal.mark.put').map((one) => [one.was, one.became]), [['4', '5'], [null, '4']])
  assert.deepEqual(rows.filter((one) => one.what === 'registry.person.correct').map((one) => [one.was, one.became]), [[null, null]])
  assert.deepEqual((await (await s.as(s.pupil)).call(listLooks, of(s.pupil.id))).rows, rows)
  const first = await parent.call(listLooks, { ...of(s.pupil.id), query: { limit: 2 } })
  const second = await parent.call(listLooks, { ...of(s.pupil.id), query: { limit: 200, cursor: first.next ?? '' } })
  assert.deepEqual([...first.rows, ...second.rows], rows)
  for (const [person, status] of [[s.otherParent, 404], [s.otherPupil, 404], [s.stranger.parent, 404], [s.teacher, 403], [s.admin, 403], [null, 401]] as const)
    await assert.rejects((await s.as(person)).call(listLooks, of(s.pupil.id)), { status })
  await assert.rejects(parent.call(listLooks, of(s.otherPupil.id)), { status: 404 })
})

test('everyone sees their own acts and who else dealt with their data', async () => {
  const acts = (await (await s.as(s.teacher)).call(listOwnActs, { query: {} })).rows
  assert.deepEqual(acts.map((one) => [one.action, one.about?.id, one.before, one.after]), [['journal.mark.put', s.pupil.id, null, null], ['journal.mark.put', s.pupil.id, null, null]])
  assert.deepEqual((await (await s.as(s.admin)).call(listOwnLooks, { query: {} })).rows.map((one) => [one.what, one.by?.id]), [['registry.person.enter', s.operator.id]])
  assert.deepEqual((await (await s.as(s.otherParent)).call(listOwnLooks, { query: {} })).rows, [])
  for (const route of [listOwnActs, listOwnLooks]) await assert.rejects((await s.as(null)).call(route, { query: {} }), { status: 401 })
})

test('walls of the school and of the system', async () => {
  for (const [person, status] of [[s.teacher, 403], [s.deputyHead, 403], [s.parent, 403], [s.operator, 403], [s.regionalCurator, 403], [s.stranger.admin, 404], [s.stranger.principal, 404], [null, 401]] as const) {
    await assert.rejects((await s.as(person)).call(listSchoolHistory, { ...ofSchool(), query: {} }), { status })
    await assert.rejects((await s.as(person)).call(getChainState, ofSchool()), { status })
  }
  for (const [person, status] of [[s.admin, 403], [s.regionalCurator, 403], [null, 401]] as const) {
    await assert.rejects((await s.as(person)).call(listSystemHistory, { query: {} }), { status })
    await assert.rejects((await s.as(person)).call(getSystemChainState, {}), { status })
  }
})
