import assert from 'node:assert/strict'
import test from 'node:test'
import { problemsOf, teacherHours } from './rules.ts'

const course = (id: string, given = {}) => ({ id, whole: true, classIds: ['k'], subjectId: 's', hours: 3, placed: 3, teacherIds: ['t'], ...given })
const base = { needs: [{ classId: 'k', subjectId: 's', hours: 3, groups: 1 }], teachers: [{ id: 't', rate: null }], planned: new Set(['k']), rateHours: 18, mostRates: 2, extra: new Set<string>() }
const codes = (given: Partial<Parameters<typeof problemsOf>[0]>) => problemsOf({ courses: [course('c')], ...base, ...given }).map((one) => one.code)

test('a load that adds up has nothing to tell', () => {
  assert.deepEqual(codes({}), [])
})
test('no teacher, other hours, nothing for the plan, more than the plan', () => {
  assert.deepEqual(codes({ courses: [course('c', { teacherIds: [] })] }), ['no_teacher', 'teacher_idle'])
  assert.deepEqual(codes({ courses: [course('c', { hours: 2 })] }), ['hours_differ'])
  assert.deepEqual(codes({ courses: [] }), ['course_missing', 'teacher_idle'])
  assert.deepEqual(codes({ courses: [course('c'), course('d', { subjectId: 'x' })] }), ['not_in_plan'])
  assert.deepEqual(codes({ courses: [course('c'), course('d', { subjectId: 'x' })], extra: new Set(['x']) }), [])
  assert.deepEqual(codes({ needs: [{ classId: 'k', subjectId: 's', hours: 3, groups: 2 }] }), ['groups_few'])
  assert.deepEqual(codes({ courses: [course('m', { classIds: ['k', 'l'], whole: false })] }), [])
})
test('where the plan divides a class, everyone belongs to a group', () => {
  const halves = [course('c', { whole: false }), course('d', { whole: false })]
  const apart = [{ classId: 'k', subjectId: 's', pupils: 2 }]
  assert.deepEqual(codes({ courses: halves, apart, needs: [{ classId: 'k', subjectId: 's', hours: 3, groups: 2 }] }), ['pupils_apart'])
  assert.deepEqual(codes({ courses: halves, apart }), [])
})
test('rates: more than the law allows, more or less than agreed, two teachers in one room', () => {
  assert.deepEqual(codes({ courses: [course('c', { hours: 37 })], needs: [] , planned: new Set() }), ['teacher_over_law'])
  assert.deepEqual(codes({ teachers: [{ id: 't', rate: 1 }] }), ['teacher_under'])
  assert.deepEqual(codes({ teachers: [{ id: 't', rate: 0.1 }] }), ['teacher_over'])
  assert.deepEqual(codes({ courses: [course('c', { teacherIds: ['t', 'u'] })] }), ['two_teachers'])
  assert.deepEqual([...teacherHours([course('c'), course('d', { hours: 0.5 })])], [['t', 3.5]])
})
