import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { federation, newId, type Role } from '@school/contract'
import fc from 'fast-check'
import { testSchool, testToday, type TestSchool } from '@school/app-server/testing'
import { listItems, putItem, type Item } from '../contract/index.ts'
import { isShown } from '../server/rules.ts'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

const days = ['2026-10-01', '2026-10-14', testToday, '2026-10-16', '2026-10-31']
const writing = fc.record({
  place: fc.constantFrom('country', 'region', 'municipality', 'school', 'strangerSchool', 'strangerRegion'), published: fc.boolean(), pinned: fc.boolean(), showFrom: fc.constantFrom(...days),
  showTo: fc.option(fc.constantFrom(...days)), audience: fc.option(fc.subarray<Role>(['teacher', 'parent', 'pupil', 'schoolAdmin', 'municipalCurator'], { minLength: 1 })),
})

function writerOf(place: string): { person: { id: string }; level: Item['level']; scopeId: string } {
  switch (place) {
    case 'country': return { person: s.operator, level: 'federation', scopeId: federation }
    case 'region': return { person: s.regionalCurator, level: 'region', scopeId: s.school.region_id }
    case 'municipality': return { person: s.municipalCurator, level: 'municipality', scopeId: s.school.municipality_id }
    case 'school': return { person: s.admin, level: 'school', scopeId: s.id }
    case 'strangerSchool': return { person: s.stranger.admin, level: 'school', scopeId: s.stranger.id }
    default: return { person: s.stranger.regionalCurator, level: 'region', scopeId: s.stranger.school.region_id }
  }
}

test('every reader is listed exactly the items that the rule shows them, whatever the page size', async () => {
  const written = fc.sample(writing, { numRuns: 60, seed: 7 }).map((one) => ({ ...one, id: newId(), showTo: one.showTo !== null && one.showTo < one.showFrom ? null : one.showTo }))
  for (const { place, id, ...item } of written) {
    const { person, level, scopeId } = writerOf(place)
    await (await s.as(person)).call(putItem, { params: { level, scopeId, id }, body: { kind: 'news', title: 'Новость', text: '', href: null, ...item, basedOn: null } as never })
  }
  const ofSchool = ['country', 'region', 'municipality', 'school']
  const readers = [
    [s.teacher, 'teacher', s.id, ofSchool], [s.parent, 'parent', s.pupil.id, ofSchool], [s.pupil, 'pupil', s.id, ofSchool], [s.admin, 'schoolAdmin', s.id, ofSchool],
    [s.municipalCurator, 'municipalCurator', s.school.municipality_id, ofSchool.slice(0, 3)], [s.regionalCurator, 'regionalCurator', s.school.region_id, ofSchool.slice(0, 2)], [s.operator, 'operator', federation, ['country']],
    [s.stranger.teacher, 'teacher', s.stranger.id, ['country', 'strangerRegion', 'strangerSchool']],
  ] as const
  for (const [person, role, scopeId, places] of readers) {
    const expected = written.filter((one) => (places as readonly string[]).includes(one.place) && isShown(one, role, testToday)).map((one) => one.id).sort()
    const listed = await listedBy(person, role, scopeId)
    assert.deepEqual(listed.map((one) => one.id).sort(), expected, role)
    assert.deepEqual(listed, listed.toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || (a.showFrom < b.showFrom ? 1 : a.showFrom > b.showFrom ? -1 : a.id < b.id ? 1 : -1)), `${role}: pinned first, then newest`)
    assert.ok(expected.length > 0, `${role} sees something, so that the test says something`)
  }
})

async function listedBy(person: { id: string }, role: Role, scopeId: string): Promise<Item[]> {
  const reader = await s.as(person)
  const all: Item[] = []
  let cursor: string | undefined
  do {
    const { rows, next } = await reader.call(listItems, { query: { kind: 'news', role, scopeId, limit: 3, ...(cursor ? { cursor } : {}) } })
    all.push(...rows)
    cursor = next ?? undefined
  } while (cursor)
  return all
}
