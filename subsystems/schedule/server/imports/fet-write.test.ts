import test from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readFet } from './fet-read.ts'
import { fetOfSchool, placedGreedily } from './fet-school.ts'
import { sampleSchool } from './fet-sample.ts'
import { writeFet, type FetModel } from './fet-write.ts'
import type { FetFile } from './fet.ts'

const text = fc.string({ unit: fc.constantFrom(...'абвЯё AZ09<>&"\'-№«»'), minLength: 1, maxLength: 12 }).map((found) => found.trim() || 'x')
const names = fc.uniqueArray(text.filter((found) => !/^\d+$/.test(found)), { minLength: 1, maxLength: 5 })
const namedList = (list: readonly string[], long = '') => list.map((name) => ({ name, longName: long, comments: '' }))

const model: fc.Arbitrary<FetModel> = fc.record({ days: names, hours: names, subjects: names, tags: names, teachers: names, classes: names, rooms: names, seed: fc.infiniteStream(fc.nat(1000)) })
  .map(({ seed, ...lists }) => {
    const next = () => seed.next().value as number
    const some = (list: readonly string[]) => list.filter(() => next() % 2 === 0)
    const activities = Array.from({ length: 1 + (next() % 6) }, (_, i) => ({
      id: i + 1, groupId: next() % 3, teachers: some(lists.teachers), subject: lists.subjects[next() % lists.subjects.length]!, students: some(lists.classes),
      tags: some(lists.tags), duration: 1, total: 1 + (next() % 2), active: next() % 5 > 0, fortnightly: false, comments: '',
    }))
    return {
      institution: lists.classes[0]!, comments: '', days: namedList(lists.days, 'long'), hours: namedList(lists.hours), subjects: namedList(lists.subjects),
      tags: namedList(lists.tags), teachers: namedList(lists.teachers), buildings: namedList(['Б']),
      years: lists.classes.map((name) => ({ name, longName: '', students: next() % 40, groups: next() % 2 ? [{ name: `${name}|1`, longName: '', students: 3, subgroups: [{ name: `${name}|1|1`, longName: '', students: 0 }] }] : [] })),
      rooms: lists.rooms.map((name) => ({ name, longName: '', building: 'Б', capacity: next() % 2 ? 30 : null, virtual: false })),
      activities,
      placements: activities.filter(() => next() % 2).map(({ id }) => ({ activityId: id, day: next() % lists.days.length, hour: next() % lists.hours.length, room: next() % 2 ? lists.rooms[0]! : null, realRooms: [], locked: next() % 2 > 0, weight: 100 })),
    }
  })

const modelOf = ({ version: _v, otherConstraints: _o, warnings: _w, ...file }: FetFile): FetModel => ({ ...file, activities: file.activities.map(({ line: _l, ...rest }) => rest) })

/** What the old dialect cannot say. */
function withoutNews(what: FetModel): FetModel {
  const bare = <Item extends { longName: string }>(list: Item[]) => list.map((item) => ({ ...item, longName: '' }))
  return {
    ...what, days: bare(what.days), hours: bare(what.hours), buildings: [], rooms: what.rooms.map((room) => ({ ...room, building: '', longName: '' })),
    placements: what.placements.map((placement) => ({ ...placement, locked: false })),
  }
}

test('what is written is read again, in both dialects', () => {
  fc.assert(fc.property(model, (what) => {
    assert.deepEqual(modelOf(readFet(writeFet(what))), what)
    assert.deepEqual(modelOf(readFet(writeFet(what, 'old'))), withoutNews(what))
  }), { numRuns: 200 })
})

test('a big school is written and read quickly, without a doubtful spot', () => {
  const what = placedGreedily(fetOfSchool(sampleSchool(60)), (id) => String(101 + (id % 120)))
  assert.ok(what.activities.length > 1500)
  assert.ok(what.placements.length > what.activities.length * 0.9, `${what.placements.length} of ${what.activities.length}`)
  const xml = writeFet(what)
  const started = performance.now()
  const progress: number[] = []
  const read = readFet(new TextEncoder().encode(xml), (done) => progress.push(done))
  assert.ok(performance.now() - started < 2000)
  assert.deepEqual(modelOf(read), what)
  assert.deepEqual(read.warnings, [])
  assert.equal(progress.at(-1), 1)
})

test('a greedy placement never puts anyone in two places', () => {
  const what = placedGreedily(fetOfSchool(sampleSchool(9)), (id) => String(101 + (id % 20)))
  const seen = new Set<string>()
  for (const { activityId, day, hour, room } of what.placements) {
    const activity = what.activities.find(({ id }) => id === activityId)!
    for (const who of [...activity.teachers, ...activity.students, room!]) {
      assert.ok(!seen.has(`${day} ${hour} ${who}`), `${who} twice`)
      seen.add(`${day} ${hour} ${who}`)
    }
  }
})
