import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { federation, newId, type Role } from '@school/contract'
import { writing } from '@school/server'
import { testNow, testSchool, type TestSchool } from '@school/app-server/testing'
import { listItems, listOwnItems, publicPage, putItem, removeItem, type Item } from '../contract/index.ts'
import { announceDue } from '../server/news.ts'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

const draft = { kind: 'news', title: 'Каникулы', text: 'С понедельника', href: null, audience: null, pinned: false, showFrom: '2026-10-01', showTo: null, published: true, basedOn: null } as const
type Body = Omit<Item, 'id' | 'level' | 'place' | 'publishedAt' | 'revision' | 'can'> & { basedOn: number | null }
const school = () => ({ level: 'school' as const, scopeId: s.id })
const put = async (person: { id: string }, role: Role, params: { level: Item['level']; scopeId: string; id?: string }, change: Partial<Body> = {}) =>
  (await s.as(person, role)).call(putItem, { params: { id: newId(), ...params }, body: { ...draft, ...change } as never })
const titles = async (person: { id: string }, role: Role, scopeId: string) => (await (await s.as(person)).call(listItems, { query: { kind: 'news', role, scopeId } })).rows.map((row) => row.title)

test('what a school writes is read there, heard there, and leaves a trace', async () => {
  const live = await s.live(s.teacher)
  const item = await put(s.admin, 'schoolAdmin', school(), { title: 'Своя новость' })
  assert.deepEqual([item.level, item.revision, item.can.change], ['school', 1, true])
  assert.deepEqual((await live.next()).facts, [{ name: 'portal.news.published', payload: { id: item.id, kind: 'news' } }])
  live.close()
  assert.deepEqual(await titles(s.teacher, 'teacher', s.id), ['Своя новость'])
  assert.deepEqual(await titles(s.parent, 'parent', s.pupil.id), ['Своя новость'])
  assert.deepEqual(await titles(s.stranger.teacher, 'teacher', s.stranger.id), [])
  assert.deepEqual((await s.trace('portal.item.put')).at(-1)?.after, { kind: 'news', title: 'Своя новость', published: true })
  const gone = await (await s.as(s.admin)).call(removeItem, { params: { ...school(), id: item.id } })
  assert.deepEqual(gone, { done: true })
  assert.deepEqual(await titles(s.teacher, 'teacher', s.id), [])
  assert.deepEqual((await s.trace('portal.item.remove')).at(-1)?.before, { kind: 'news', title: 'Своя новость', published: true })
})

test('news of a coming day is not told of before that day begins in its place, and then once', async () => {
  const live = await s.live(s.teacher)
  const item = await put(s.admin, 'schoolAdmin', school(), { title: 'Завтра', showFrom: '2026-10-16' })
  await assert.rejects(live.next(300))
  live.close()
  const announce = () => writing(s.kit, {}, async (work) => { await announceDue.run(work); return work.announced.map((one) => one.payload) })
  const [{ at }] = await s.make.rows<{ at: Date }>(`select timestamp '2026-10-16 00:00' at time zone time_zone as at from registry.school where id = $1`, [s.id]) as [{ at: Date }]
  s.setNow(new Date(at.getTime() - 60_000))
  assert.deepEqual(await announce(), [])
  s.setNow(new Date(at.getTime() + 60_000))
  assert.deepEqual(await announce(), [{ id: item.id, kind: 'news' }])
  assert.deepEqual(await announce(), [], 'a retry tells nobody twice')
  s.setNow(testNow)
  await (await s.as(s.admin)).call(removeItem, { params: { ...school(), id: item.id } })
})

test('a region is heard in its schools, not only by its curators', async () => {
  const [teacher, stranger] = [await s.live(s.teacher), await s.live(s.stranger.teacher)]
  const item = await put(s.regionalCurator, 'regionalCurator', { level: 'region', scopeId: s.school.region_id }, { title: 'Новость региона' })
  assert.equal((await teacher.next()).facts?.[0]?.name, 'portal.news.published')
  await assert.rejects(stranger.next(300))
  teacher.close()
  stranger.close()
  assert.ok((await titles(s.pupil, 'pupil', s.id)).includes('Новость региона'))
  await (await s.as(s.regionalCurator)).call(removeItem, { params: { level: 'region', scopeId: s.school.region_id, id: item.id } })
})

test('a correction needs the revision it saw; a repeated creation is no conflict', async () => {
  const id = newId()
  await put(s.admin, 'schoolAdmin', { ...school(), id })
  assert.equal((await put(s.admin, 'schoolAdmin', { ...school(), id })).revision, 2)
  await assert.rejects(put(s.principal, 'principal', { ...school(), id }, { basedOn: 1 }), { status: 409, code: 'portal.changed_meanwhile' })
  assert.equal((await put(s.principal, 'principal', { ...school(), id }, { basedOn: 2, published: false })).revision, 3)
  assert.ok(!(await titles(s.teacher, 'teacher', s.id)).includes('Каникулы'))
  const own = await (await s.as(s.deputyHead)).call(listOwnItems, { params: school(), query: { kind: 'news' } })
  assert.ok(own.some((row) => row.id === id && !row.published))
})

test('each level writes for exactly itself', async () => {
  const { region_id: regionId, municipality_id: municipalityId } = s.school
  const levels = [['operator', s.operator, 'federation', federation], ['regionalCurator', s.regionalCurator, 'region', regionId], ['municipalCurator', s.municipalCurator, 'municipality', municipalityId], ['schoolAdmin', s.admin, 'school', s.id]] as const
  for (const [role, person] of levels) {
    for (const [other, , level, scopeId] of levels) {
      const act = put(person, role, { level, scopeId }, { title: `${role} ${level}`, published: false })
      if (role === other) assert.equal((await act).level, level)
      else await assert.rejects(act, { status: 404 }, `${role} writes for ${level}`)
    }
  }
})

test('refusals: signed out, wrong role, foreign place, foreign item, bad input', async () => {
  await assert.rejects((await s.as(null)).call(putItem, { params: { ...school(), id: newId() }, body: draft as never }), { status: 401 })
  await assert.rejects((await s.as(null)).call(listItems, { query: { kind: 'news', role: 'teacher', scopeId: s.id } }), { status: 401 })
  for (const [person, role] of [[s.teacher, 'teacher'], [s.pupil, 'pupil'], [s.parent, 'parent']] as const) {
    await assert.rejects(put(person, role, school()), { status: 403 })
    await assert.rejects((await s.as(person)).call(listOwnItems, { params: school(), query: { kind: 'news' } }), { status: 403 })
    await assert.rejects((await s.as(person)).call(removeItem, { params: { ...school(), id: newId() } }), { status: 403 })
  }
  await assert.rejects(put(s.stranger.admin, 'schoolAdmin', school()), { status: 404 })
  const { id } = await put(s.stranger.admin, 'schoolAdmin', { level: 'school', scopeId: s.stranger.id })
  await assert.rejects(put(s.admin, 'schoolAdmin', { ...school(), id }, { basedOn: 1 }), { status: 404 })
  await assert.rejects((await s.as(s.admin)).call(removeItem, { params: { ...school(), id } }), { status: 404 })
  await assert.rejects(titles(s.teacher, 'teacher', s.stranger.id), { status: 404 })
  await assert.rejects(titles(s.teacher, 'principal', s.id), { status: 404 })
  await assert.rejects(put(s.admin, 'schoolAdmin', school(), { showTo: '2026-09-01' }), { status: 409, code: 'portal.dates_wrong' })
  await assert.rejects(put(s.admin, 'schoolAdmin', school(), { kind: 'link' }), { status: 409, code: 'portal.link_needed' })
  await assert.rejects(put(s.admin, 'schoolAdmin', school(), { kind: 'link', href: 'javascript:alert(1)' }), { status: 400, code: 'bad_input' })
})

test('a cursor that is no id asks from the beginning', async () => {
  const { rows } = await (await s.as(s.teacher)).call(listItems, { query: { kind: 'news', role: 'teacher', scopeId: s.id, cursor: '-'.repeat(36) } })
  assert.ok(Array.isArray(rows))
})

test('a stranger sees the country and the named region, one kind never hides another', async () => {
  const region = { level: 'region' as const, scopeId: s.school.region_id }
  for (let i = 0; i < 8; i++) await put(s.operator, 'operator', { level: 'federation', scopeId: federation }, { title: `Страна ${i}`, pinned: true })
  await put(s.operator, 'operator', { level: 'federation', scopeId: federation }, { kind: 'contact', title: 'Поддержка', href: 'tel:88000000000' })
  await put(s.operator, 'operator', { level: 'federation', scopeId: federation }, { title: 'Только учителям', audience: ['teacher'] })
  await put(s.regionalCurator, 'regionalCurator', region, { title: 'Регион', pinned: true, showFrom: '2026-10-10' })
  const stranger = await s.as(null)
  const plain = await stranger.call(publicPage, { query: {} })
  assert.deepEqual([plain.news.length, plain.contacts.length], [6, 1])
  assert.ok(![...plain.news, ...plain.contacts].some((one) => one.title === 'Регион' || one.audience !== null || one.level === 'school'))
  assert.deepEqual(plain.regions.map((one) => one.id), [region.scopeId])
  assert.equal((await stranger.call(publicPage, { query: { regionId: region.scopeId } })).news[0]?.title, 'Регион')
  await assert.rejects(stranger.call(publicPage, { query: { regionId: 'x' } }), { status: 400 })
})
