import test from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { fictionalSnils } from '@school/contract'
import { applied } from './roster-lists.ts'
import { planRoster } from './roster-plan.ts'
import type { RosterState } from './roster.ts'
import type { RosterRows } from './workbook-read.ts'
import type { PersonRow } from './workbook-rows.ts'

const empty: RosterState = { people: [], classes: [], enrolments: [], employments: [], guardians: [], groups: [], loads: [] }
const noRows: RosterRows = { people: [], classes: [], groups: [], loads: [] }
const person = (row: Partial<PersonRow>): PersonRow => ({
  row: 2, lastName: 'Ким', firstName: 'Ян', middleName: null, birthDate: '2014-03-04', gender: null, snils: null, role: 'pupil', className: '5А', position: null, email: null, guardian: null, ...row })
const schoolClass = (title: string, homeroom: string | null = null) => ({ row: 2, title, parallel: 5, letter: title.slice(1), course: null, shift: 1, homeroom, daysPerWeek: 5, building: null })
const kinds = (rows: Partial<RosterRows>, state = empty) => planRoster({ ...noRows, ...rows }, state).changes.map((change) => change.kind)
const after = (rows: Partial<RosterRows>, state = empty) => applied(state, planRoster({ ...noRows, ...rows }, state).changes)

const school: Partial<RosterRows> = {
  people: [
    person({ guardian: { lastName: 'Ким', firstName: 'Вера', middleName: null, snils: null, kind: 'мать', birthDate: '1986-06-15' } }),
    person({ lastName: 'Орлова', firstName: 'Ева', gender: 'female' }), person({ lastName: 'Белов', firstName: 'Игорь', middleName: 'Павлович', birthDate: null, role: 'teacher', className: null, position: 'учитель' }),
  ],
  classes: [schoolClass('5А', 'Белов И. П.')],
  groups: [{ row: 2, title: '5А англ 1', classes: ['5 «А»'], subject: 'Английский', members: 'первая половина' }, { row: 3, title: '5А труд', classes: ['5А'], subject: null, members: 'Орлова Ева; Никто Такой' }],
  loads: [{ row: 2, students: '5-А', subject: 'Математика', teacher: 'Белов И. П.', hours: 5 }],
}

test('a first import makes everything, a second nothing', () => {
  const plan = planRoster({ ...noRows, ...school }, empty)
  assert.deepEqual(plan.changes.map((change) => change.kind), ['person.create', 'person.create', 'person.create', 'employ', 'class.create', 'enrol', 'enrol', 'person.create', 'guardian',
    'group.create', 'group.member', 'group.create', 'group.member', 'load.create'])
  assert.deepEqual(plan.doubts.map((doubt) => [doubt.code, doubt.value]), [['unknown_member', 'Никто Такой']])
  const result = after(school)
  assert.equal(result.classes[0]!.homeroom, result.employments[0]!.person)
  assert.deepEqual(kinds(school, result), [])
})

test('corrections, moves, and spellings that are none', () => {
  const result = after(school)
  assert.deepEqual(kinds({ people: [person({ lastName: 'КИМ', firstName: 'ян' })] }, result), [])
  assert.deepEqual(kinds({ people: [person({ snils: fictionalSnils(3), gender: 'male' })] }, result), ['person.update'])
  assert.deepEqual(kinds({ people: [person({ className: '5Б' })], classes: [schoolClass('5Б')] }, result), ['class.create', 'move'])
  assert.deepEqual(kinds({ loads: [{ row: 2, students: '5А', subject: 'математика', teacher: 'Белов', hours: 4 }] }, result), ['load.update'])
  assert.deepEqual(kinds({ people: [person({ birthDate: '2013-01-01', className: null, role: 'parent' })] }, result), ['person.create'], 'another birth date is another person')
})

test('namesakes and contradictions are asked about, never guessed', () => {
  const twins = after({ people: [person({ birthDate: '2014-01-01' }), person({ birthDate: '2015-01-01' })] })
  const plan = planRoster({ ...noRows, people: [person({ birthDate: null })] }, twins)
  assert.deepEqual([plan.changes.length, plan.doubts.map((doubt) => doubt.code)], [0, ['ambiguous_person']])
  const known = after({ people: [person({ snils: fictionalSnils(1) })] })
  assert.deepEqual(planRoster({ ...noRows, people: [person({ lastName: 'Орлов', firstName: 'Глеб', snils: fictionalSnils(1) })] }, known).doubts.map((doubt) => doubt.code), ['name_differs'])
  assert.deepEqual(planRoster({ ...noRows, loads: [{ row: 2, students: '5А', subject: 'Физика', teacher: 'Пушкин А. С.', hours: 1 }] }, empty).doubts.map((doubt) => doubt.code), ['unknown_teacher'])
})

const name = fc.constantFrom('Ким', 'Орлов', 'Белов', 'Ежов')
const first = fc.constantFrom('Ян', 'Ева', 'Глеб')
const row = fc.record({
  lastName: name, firstName: first, birthDate: fc.constantFrom('2014-01-01', '2014-02-02', null), snils: fc.option(fc.integer({ min: 1, max: 6 }).map(fictionalSnils)), gender: fc.constantFrom('male' as const, 'female' as const, null),
  role: fc.constantFrom('pupil' as const, 'teacher' as const, 'parent' as const, 'staff' as const), className: fc.constantFrom('5А', '5 а', '5Б'), position: fc.constantFrom('учитель', null),
  guardian: fc.option(fc.record({ lastName: name, firstName: first, middleName: fc.constant(null), snils: fc.option(fc.integer({ min: 7, max: 9 }).map(fictionalSnils)), kind: fc.constant('мать'), birthDate: fc.constantFrom('1986-06-15', '1990-01-02', null) })),
}).map(person)
const rowsOf: fc.Arbitrary<RosterRows> = fc.record({
  people: fc.uniqueArray(row, { maxLength: 8, selector: (one) => `${one.lastName}${one.firstName}` })
    .map((people) => people.filter((one, i) => one.snils === null || people.findIndex((other) => other.snils === one.snils) === i)),
  classes: fc.constantFrom<RosterRows['classes']>([schoolClass('5А', 'Ким')], [schoolClass('5А'), schoolClass('5Б', 'Орлов Глеб')], []),
  groups: fc.constantFrom<RosterRows['groups']>([{ row: 2, title: 'англ', classes: ['5А'], subject: null, members: 'вторая половина' }], [{ row: 2, title: 'все', classes: ['5А', '5Б'], subject: 'труд', members: 'мальчики' }], []),
  loads: fc.constantFrom<RosterRows['loads']>([{ row: 2, students: '5А', subject: 'физика', teacher: 'Белов', hours: 2 }], [{ row: 2, students: '5Б', subject: 'химия', teacher: null, hours: 1 }], []),
})

test('whatever the file, planning it again on the result changes nothing', () => {
  fc.assert(fc.property(rowsOf, (rows) => {
    const result = after(rows)
    assert.deepEqual(planRoster(rows, result).changes, [])
  }), { numRuns: 500 })
})
