import assert from 'node:assert/strict'
import { performance } from 'node:perf_hooks'
import { test } from 'node:test'
import fc from 'fast-check'
import { boardOf, changed, costOf, costOfChange, faultsOf, reversed, targetsOf, type Placing } from './timetable-cost.ts'
import { faultKinds, type ClassFrame, type CostRules, type Demand, type Frame, type Placed } from './timetable-faults.ts'

const rules: CostRules = {
  weights: Object.fromEntries(faultKinds.map((kind, i) => [kind, 100 - i * 7])) as CostRules['weights'],
  dayMost: { 3: { usual: 5, once: 6 }, 7: { usual: 7, once: 7 } }, hardPoints: 8, peakDays: [2, 3], bestNumbers: { primary: [2, 3], later: [2, 4] }, doubleFromGrade: 5, teacherDayMost: 6,
}
const klass = (id: string, grade = 7, together: string | null = null): ClassFrame => ({ id, grade, days: 5, numbers: [1, 2, 3, 4, 5, 6, 7], together })
const demand = (id: string, given: Partial<Demand> = {}): Demand => ({ id, groupId: `g-${given.classIds?.[0] ?? 'A'}`, whole: true, classIds: ['A'], hours: 3, points: 4, rooms: [], extracurricular: false, ...given })
const frameOf = (demands: readonly Demand[], classes = [klass('A'), klass('B'), klass('P', 3, 'few'), klass('Q', 3, 'few')], apart: readonly string[] = []): Frame => ({
  demands: new Map(demands.map((one) => [one.id, one])), classes: new Map(classes.map((one) => [one.id, one])), rules,
  meets: (a, b) => a === b || !(apart.includes(a) && apart.includes(b)),
})
let serial = 0
const at = (courseId: string, weekday: number, number: number, more: Partial<Placed> = {}): Placed => ({ id: `p${serial += 1}`, courseId, weekday, number, week: null, roomId: null, teacherIds: [`t-${courseId}`], ...more })
const kinds = (frame: Frame, ...placed: Placed[]) => faultsOf(boardOf(frame, placed)).map((one) => one.kind).toSorted()

test('each fault is told', () => {
  const frame = frameOf([demand('m', { points: 10 }), demand('r'), demand('b', { classIds: ['B'] }), demand('e1', { groupId: 's1', whole: false }), demand('e2', { groupId: 's2', whole: false }), demand('p', { classIds: ['P'] }), demand('q', { classIds: ['Q'] }), demand('pe', { rooms: ['gym'] })], undefined, ['s1', 's2'])
  assert.deepEqual(kinds(frame, at('r', 1, 1), at('r', 1, 1, { teacherIds: ['x'] })), ['groupClash', 'sameDay'])
  assert.deepEqual(kinds(frame, at('r', 1, 1, { teacherIds: ['x'] }), at('b', 1, 1, { teacherIds: ['x'] })), ['teacherClash'])
  assert.deepEqual(kinds(frame, at('r', 1, 1, { roomId: '1' }), at('b', 1, 1, { roomId: '1' })), ['roomClash'])
  assert.deepEqual(kinds(frame, at('e1', 1, 1), at('e2', 1, 1)), [])
  assert.deepEqual(kinds(frame, at('e1', 1, 1), at('r', 1, 1)), ['groupClash'])
  assert.deepEqual(kinds(frame, at('r', 1, 1), at('e1', 1, 2), at('r', 1, 3)), ['halfWindow', 'sameDay', 'teacherWindow'])
  assert.deepEqual(kinds(frame, at('r', 1, 1), at('m', 1, 3)), ['pupilWindow'])
  assert.deepEqual(kinds(frame, at('m', 1, 7)), ['hardPlace'])
  assert.deepEqual(kinds(frame, at('r', 6, 1)), ['noBell'])
  assert.deepEqual(kinds(frame, at('pe', 1, 1, { roomId: '305' })), ['wrongRoom'])
  assert.deepEqual(kinds(frame, at('p', 1, 1), at('p', 1, 2)), ['double'])
})

test('weeks A and B do not meet; a fault of one week weighs half', () => {
  const frame = frameOf([demand('m'), demand('r')])
  assert.deepEqual(kinds(frame, at('m', 1, 1, { week: 'A' }), at('r', 1, 1, { week: 'B' })), [])
  const both = costOf(boardOf(frame, [at('m', 1, 1), at('r', 1, 1)]))
  assert.equal(costOf(boardOf(frame, [at('m', 1, 1, { week: 'A' }), at('r', 1, 1)])), both / 2)
})

test('classes that learn together share teacher and room', () => {
  const frame = frameOf([demand('p', { classIds: ['P'] }), demand('q', { classIds: ['Q'] }), demand('b', { classIds: ['B'] })])
  const shared = { teacherIds: ['x'], roomId: '1' }
  assert.deepEqual(kinds(frame, at('p', 1, 1, shared), at('q', 1, 1, shared)), [])
  assert.deepEqual(kinds(frame, at('p', 1, 1, shared), at('b', 1, 1, shared)), ['roomClash', 'teacherClash'])
})

test('one longer day a week is allowed where the law says so', () => {
  const frame = frameOf(Array.from({ length: 6 }, (_, i) => demand(`d${i}`, { classIds: ['P'], points: null })))
  const day = (weekday: number) => Array.from({ length: 6 }, (_, i) => at(`d${i}`, weekday, i + 1))
  assert.deepEqual(kinds(frame, ...day(2)), [])
  assert.deepEqual(kinds(frame, ...day(2), ...day(3)), ['dayMost'])
})

const demands = [demand('a'), demand('b', { classIds: ['B'], points: 11 }), demand('ab', { classIds: ['A', 'B'], groupId: 'meta', whole: false }), demand('s1', { groupId: 's1', whole: false }), demand('s2', { groupId: 's2', whole: false, rooms: ['1'] }), demand('p', { classIds: ['P'] })]
const world = frameOf(demands, undefined, ['s1', 's2'])
const anything = fc.record({
  courseId: fc.constantFrom(...demands.map(({ id }) => id)), weekday: fc.integer({ min: 1, max: 6 }), number: fc.integer({ min: 1, max: 8 }), week: fc.constantFrom(null, null, 'A' as const, 'B' as const),
  roomId: fc.constantFrom(null, '1', '2'), teacherIds: fc.subarray(['x', 'y', 'z'], { minLength: 1, maxLength: 2 }),
})
const week = fc.array(anything, { maxLength: 40 }).map((list) => list.map((one, i) => ({ id: `p${i}`, ...one })))
const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-6, `${a} ≠ ${b}`)

test('the cost of a change is the cost after it less the cost before', () => {
  fc.assert(fc.property(week, fc.array(fc.tuple(fc.integer({ min: 0, max: 45 }), fc.option(anything)), { minLength: 1, maxLength: 3 }), (placed, wishes) => {
    const board = boardOf(world, placed)
    const changes: Placing[] = [...new Map(wishes.map(([i, to]) => [`p${i}`, to])).entries()].map(([id, to]) => ({ id, to: to && { id, ...to } }))
    close(costOfChange(board, changes).delta, costOf(changed(board, changes)) - costOf(board))
  }), { numRuns: 400 })
})

test('moving there and back costs nothing, and undo restores the week', () => {
  fc.assert(fc.property(week, fc.integer({ min: 0, max: 39 }), anything, (placed, i, to) => {
    const board = boardOf(world, placed)
    const there: Placing[] = [{ id: `p${i}`, to: { id: `p${i}`, ...to } }]
    const back = reversed(board, there)
    const moved = changed(board, there)
    close(costOf(changed(moved, back)), costOf(board))
    close(costOfChange(board, there).delta + costOfChange(moved, back).delta, 0)
    assert.deepEqual([...changed(moved, back).placed].toSorted(), [...board.placed].toSorted())
  }), { numRuns: 300 })
})

test('every cell of the week shows the cheaper of move and exchange', () => {
  const [m, r] = [at('a', 1, 1), at('s1', 1, 2)]
  const board = boardOf(world, [m, r])
  const [target] = targetsOf(board, [m], [{ weekday: 1, number: 2 }])
  assert.deepEqual(target?.swapWith, [r.id])
  close(target!.verdict.delta, costOf(changed(board, target!.changes)) - costOf(board))
})

test('all cells of a school of 36 classes are judged in a few milliseconds', () => {
  const classes = Array.from({ length: 36 }, (_, i) => klass(`k${i}`))
  const many = classes.flatMap((one) => Array.from({ length: 12 }, (_, i) => demand(`${one.id}-${i}`, { classIds: [one.id], groupId: one.id })))
  const frame = frameOf(many, classes)
  const placed = classes.flatMap((one, k) => Array.from({ length: 34 }, (_, i) => at(`${one.id}-${i % 12}`, i % 5 + 1, Math.floor(i / 5) + 1, { teacherIds: [`t${(k * 7 + i) % 70}`], roomId: `r${(k + i) % 50}` })))
  const board = boardOf(frame, placed)
  const cells = Array.from({ length: 42 }, (_, i) => ({ weekday: i % 6 + 1, number: Math.floor(i / 6) + 1 }))
  faultsOf(board)
  const times = placed.slice(0, 20).map((one) => { const began = performance.now(); targetsOf(board, [one], cells); return performance.now() - began }).toSorted((a, b) => a - b)
  assert.ok(times[10]! < 25, `${times[10]} ms`)
})
