import test from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { readFet } from './fet-read.ts'
import { sampleSchool } from './fet-sample.ts'
import { fetOfSchool, placedGreedily } from './fet-school.ts'
import { writeFet, type FetModel } from './fet-write.ts'
import { differ, type GridEntry } from './proposal-diff.ts'
import { placedLessons, proposeMapping } from './proposal-lessons.ts'
import { suggestStudents } from './proposal-students.ts'
import type { SchoolNames } from './proposal.ts'

const school = sampleSchool(8)
const drawn = placedGreedily(fetOfSchool(school), (id) => String(101 + (id % 20)))
const known: SchoolNames = {
  people: school.teachers.map((name) => {
    const [lastName, first, middle] = name.split(' ')
    return { id: name, lastName: lastName!, firstName: `${first![0]}лекс`, middleName: `${middle![0]}ванович` }
  }),
  subjects: [...new Set(school.loads.map((load) => load.subject))].map((title) => ({ id: title, title })),
  classes: school.classes.map(({ name }) => ({ id: name, title: name, parallel: Number.parseInt(name, 10) })),
  groups: school.classes.flatMap(({ name }) => ['Иностранный язык (английский)', 'Труд (технология)'].flatMap((subjectId) =>
    [1, 2].map((n) => ({ id: `${name} ${subjectId} ${n}`, title: `${subjectId} ${n}`, classIds: [name], subjectId })))),
  rooms: school.rooms.map(({ name }) => ({ id: name, title: name })), bells: [],
}

test('our own school comes home whole', () => {
  const file = readFet(writeFet(drawn))
  const mapping = proposeMapping(file, known)
  for (const part of [mapping.teachers, mapping.subjects, mapping.students, mapping.rooms, mapping.days, mapping.hours])
    assert.deepEqual(part.filter((one) => one.target === null), [])
  const { lessons, unplaced } = placedLessons(file, mapping)
  assert.equal(lessons.length, drawn.placements.length)
  assert.deepEqual(unplaced.map(({ code }) => code).filter((code) => code !== 'not_placed'), [])
  const english = lessons.filter((lesson) => lesson.subjectId === 'Иностранный язык (английский)')
  assert.ok(english.every((lesson) => lesson.students.every((one) => one.startsWith('group:') && one.includes('английский'))))
})

function studentsIn(sets: readonly string[], classes: readonly string[]) {
  const model: FetModel = { ...fetOfSchool({ ...school, classes: [], loads: sets.map((name) => ({ students: [name], subject: 'Физика', teachers: [], hours: 1, room: null })) }),
    years: sets.map((name) => ({ name, longName: '', students: 0, groups: [] })) }
  const names = { ...known, classes: classes.map((title) => ({ id: title, title, parallel: Number.parseInt(title, 10) })), groups: [] }
  return suggestStudents(readFet(writeFet(model)), names, () => null).map(({ target }) => (target === null ? null : target.kind === 'classes' ? target.ids.join('+') : target.id))
}

test('classes are known in any spelling', () => {
  assert.deepEqual(studentsIn(['5А', '5 «Б»', '5-В', '5a'], ['5А', '5Б', '5В']), ['5А', '5Б', '5В', '5А'])
  assert.deepEqual(studentsIn(['5 "А" класс', '5Б', '5B'], ['5А', '5Б', '5В']), ['5А', '5Б', '5В'], 'a Latin B among Cyrillic letters is В')
  assert.deepEqual(studentsIn(['5A', '5B', '5C'], ['5А', '5Б', '5В']), ['5А', '5Б', '5В'], 'all Latin: by order')
  assert.deepEqual(studentsIn(['5A', '5B', '5V', '5G'], ['5А', '5Б', '5В', '5Г']), ['5А', '5Б', '5В', '5Г'], 'all Latin: by sound')
  assert.deepEqual(studentsIn(['5 классы', '11', 'ЛД101'], ['5А', '5Б', '11А', 'ЛД 101']), ['5А+5Б', '11А', 'ЛД 101'])
  assert.deepEqual(studentsIn(['12Я'], ['5А']), [null])
})

test('a double lesson takes two numbers, an afternoon half counts on', () => {
  const model: FetModel = { ...fetOfSchool({ ...school, days: ['Пн утро', 'Пн вечер'], hours: ['1', '2', '3'], loads: [] }),
    activities: [{ id: 1, groupId: 0, teachers: [school.teachers[0]!], subject: 'Музыка', students: ['5А'], tags: [], duration: 2, total: 2, active: true, fortnightly: false, comments: '' }],
    subjects: [{ name: 'Музыка', longName: '', comments: '' }],
    placements: [{ activityId: 1, day: 1, hour: 1, room: null, realRooms: [], locked: false, weight: 100 }] }
  const file = readFet(writeFet(model))
  const { lessons } = placedLessons(file, proposeMapping(file, known))
  assert.deepEqual(lessons.map(({ weekday, number, part }) => [weekday, number, part]), [[1, 5, 0], [1, 6, 1]])
})

const entry: fc.Arbitrary<GridEntry> = fc.record({
  subjectId: fc.constantFrom('алг', 'лит'), teacherIds: fc.subarray(['t1', 't2']), students: fc.subarray(['class:a', 'class:b', 'group:g'], { minLength: 1 }),
  weekday: fc.integer({ min: 1, max: 3 }), number: fc.integer({ min: 1, max: 3 }), week: fc.constantFrom('A' as const, 'B' as const, null), roomId: fc.constantFrom('r1', null),
})
const sorted = (entries: readonly GridEntry[]) => entries.map((one) => JSON.stringify(one)).sort()
const grid = fc.array(entry, { maxLength: 20 })

test('the difference, carried out, is the proposal; carried out again, it is nothing', () => {
  fc.assert(fc.property(grid, grid, (existing, proposed) => {
    const found = differ(existing, proposed)
    assert.deepEqual(sorted([...found.added, ...found.changed.map(({ after }) => after), ...found.same.map(({ after }) => after)]), sorted(proposed))
    assert.deepEqual(sorted([...found.removed, ...found.changed.map(({ before }) => before), ...found.same.map(({ before }) => before)]), sorted(existing))
    const again = differ(proposed, proposed)
    assert.deepEqual([again.added.length, again.removed.length, again.changed.length], [0, 0, 0])
  }))
})

test('a moved lesson and another teacher are changes, not new lessons', () => {
  const lesson: GridEntry = { subjectId: 'алг', teacherIds: ['t1'], students: ['class:a'], weekday: 1, number: 1, week: null, roomId: null }
  const moved = differ([lesson], [{ ...lesson, weekday: 2 }])
  assert.deepEqual(moved.changed.map(({ fields }) => fields), [['weekday']])
  assert.deepEqual(differ([lesson], [{ ...lesson, teacherIds: ['t2'] }]).changed.map(({ fields }) => fields), [['teacherIds']])
  assert.equal(differ([lesson], []).removed.length, 1)
})
