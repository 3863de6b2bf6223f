import assert from 'node:assert/strict'
import test from 'node:test'
import { markOf, partsOf, stepsFor, type ClassCourse, type Need } from './rules.ts'

const need = (given: Partial<Need> = {}): Need => ({ classId: 'k', className: '7 «Б»', subjectId: 's', subject: 'Алгебра', hours: 3, groups: 1, ...given })
const course = (given: Partial<ClassCourse> = {}): ClassCourse => ({ id: 'c', classId: 'k', className: '7 «Б»', subjectId: 's', subject: 'Алгебра', groupId: 'k', group: '7 «Б»', whole: true, hours: 3, closed: false, ...given })

test('what is there already stays, other hours change, what is missing is made, what the plan does not have is closed', () => {
  assert.deepEqual(stepsFor([need()], [course()]), { steps: [], same: 1 })
  assert.deepEqual(stepsFor([need({ hours: 4 })], [course()]).steps.map((one) => [one.kind, one.was, one.becomes]), [['hours', 3, 4]])
  assert.deepEqual(stepsFor([need()], []).steps.map((one) => [one.kind, one.group]), [['make', '7 «Б»']])
  assert.deepEqual(stepsFor([], [course()]).steps.map((one) => one.kind), ['close'])
  assert.deepEqual(stepsFor([], [course({ closed: true })]).steps, [])
})

test('a divided class gets the groups it lacks, and its whole course is closed', () => {
  const { steps, same } = stepsFor([need({ groups: 2 })], [course(), course({ id: 'g1', groupId: 'g', group: '1', whole: false })])
  assert.deepEqual([same, steps.map((one) => [one.kind, one.ordinal])], [1, [['split', 2], ['close', 0]]])
})

test('another list has another mark, the same in another order has not', () => {
  const [a, b] = stepsFor([need(), need({ classId: 'l' })], []).steps
  assert.equal(markOf([a!, b!]), markOf([b!, a!]))
  assert.notEqual(markOf([a!]), markOf([b!]))
  assert.deepEqual(partsOf([1, 2, 3, 4, 5], 2), [[1, 2, 3], [4, 5]])
})
