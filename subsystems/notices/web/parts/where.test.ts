import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wayOfNotice } from './where.ts'

const path = '/diary?week=2026-10-12'

const [anna, boris] = [{ role: 'parent', scopeId: 'anna', schoolId: 's', childId: 'anna' }, { role: 'parent', scopeId: 'boris', schoolId: 's', childId: 'boris' }] as const
const teacher = { role: 'teacher', scopeId: 's', schoolId: 's', childId: null } as const
const about = (studentId: string, schoolId = 's') => ({ link: '/diary/2026-10-12', data: { studentId }, schoolId })

test('a notice leads to the child it is about, whichever is open', () => {
  assert.deepEqual(wayOfNotice(about('boris'), [anna, boris], anna), { place: boris, path })
  assert.deepEqual(wayOfNotice(about('anna'), [teacher, anna], teacher), { place: anna, path })
})
test('a notice about someone no longer represented leads nowhere', () => {
  assert.equal(wayOfNotice(about('clara'), [anna, boris, teacher], anna), null)
  assert.equal(wayOfNotice(about('anna', 'other'), [anna], anna), null)
})
test('a pupil is led to the own diary', () => {
  const pupil = { role: 'pupil', scopeId: 's', schoolId: 's', childId: null } as const
  assert.deepEqual(wayOfNotice(about('me'), [pupil], pupil), { place: pupil, path })
})
test('what is about a territory leads to its curator', () => {
  const curator = { role: 'municipalCurator', scopeId: 'm', schoolId: null, childId: null } as const
  assert.deepEqual(wayOfNotice({ link: '/connection/waiting', data: { scopeId: 'm' }, schoolId: 's' }, [teacher, curator], teacher), { place: curator, path: '/connection/waiting' })
  assert.equal(wayOfNotice({ link: '/connection/waiting', data: { scopeId: 'x' }, schoolId: 's' }, [teacher, curator], teacher), null)
})
