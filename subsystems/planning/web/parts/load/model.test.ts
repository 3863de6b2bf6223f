import assert from 'node:assert/strict'
import test from 'node:test'
import type { LoadMatrix } from '../../../contract/index.ts'
import { cellsOf, hoursIn, offered } from './model.ts'

const course = (id: string, teacherIds: string[], classIds = ['k']) => ({ id, groupId: id, group: id, whole: true, classIds, subjectId: id, hours: 1.5, placed: 0, teacherIds, revision: 1 })

test('a cell holds the courses of its teacher and class', () => {
  const cells = cellsOf([course('a', ['t']), course('b', ['t', 'u'], ['k', 'l'])])
  assert.deepEqual([hoursIn(cells.get('t k')), hoursIn(cells.get('u l')), hoursIn(cells.get('u x'))], [3, 1.5, 0])
})

test('what has no teacher is offered first, then the own, then what others teach', () => {
  const matrix = { subjects: [], courses: [course('other', ['u']), course('own', ['t']), course('free', []), course('elsewhere', [], ['l'])] } as unknown as LoadMatrix
  assert.deepEqual(offered(matrix, { teacherId: 't', classId: 'k' }).map((one) => one.id), ['free', 'own', 'other'])
})
