import assert from 'node:assert/strict'
import test from 'node:test'
import { houseNorms } from '../norms/data.ts'
import { readPlanRows } from './book.ts'
import { checkPlan, hoursOf, yearHours, type PlanLine } from './rules.ts'

const { norms } = houseNorms
const variantLines = (key: string, grades: readonly number[]): PlanLine[] => norms.variants.find((one) => one.key === key)!.lines.map((line) => ({
  part: line.part, subject: line.subject, advanced: line.advanced, cells: line.hours.filter((one) => grades.includes(one.grade)).map((one) => ({ ...one, groups: 1 })),
})).filter((line) => line.cells.length > 0)
const school = (subject: string, hours: Record<number, number>): PlanLine => ({ part: 'school', subject, advanced: false, cells: Object.entries(hours).map(([grade, one]) => ({ grade: Number(grade), hours: one, groups: 1 })) })
const basic = { kind: 'class', level: 'basic', weekDays: 5, standard: 'basic-5', fromGrade: 5, toGrade: 9 } as const
const full = [...variantLines('basic-5', [5, 6, 7, 8, 9]), school('Функциональная грамотность', { 5: 2, 6: 2, 7: 2, 8: 2, 9: 1 })]

test('the federal variants add up to the hours that the federal tables print', () => {
  const sums = (key: string, grades: readonly number[]) => grades.map((grade) => hoursOf(variantLines(key, grades), grade, ['core']))
  assert.deepEqual(sums('primary-5', [1, 2, 3, 4]), [20, 22, 22, 23])
  assert.deepEqual(sums('basic-5', [5, 6, 7, 8, 9]), [27, 28, 30, 31, 32])
})

test('a full plan has no errors, and each missing or spare hour has its own', () => {
  assert.deepEqual(checkPlan(basic, full, norms), [])
  const without = full.filter((line) => line.subject !== 'География')
  assert.ok(checkPlan(basic, without, norms).some((one) => one.code === 'subject_missing' && one.subject === 'География' && one.grade === 7 && one.needs === 2))
  const over = [...full, school('Шахматы', { 5: 1 })]
  assert.deepEqual(checkPlan(basic, over, norms).map((one) => [one.severity, one.code, one.grade, one.has, one.needs]), [['error', 'week_over', 5, 30, 29]])
  const under = full.filter((line) => line.part === 'core')
  assert.deepEqual(checkPlan(basic, under, norms).filter((one) => one.grade === 8).map((one) => one.code), ['year_under', 'week_under'])
})

test('the first grade is short in its first weeks, six days are forbidden to it', () => {
  assert.equal(yearHours(norms, 1, 21), 645)
  assert.equal(yearHours(norms, 5, 29), 986)
  assert.ok(checkPlan({ ...basic, level: 'primary', standard: 'primary-6', weekDays: 6, fromGrade: 1, toGrade: 1 }, variantLines('primary-5', [1]), norms).some((one) => one.code === 'six_days'))
})

test('an own name of a language stands for the foreign language, and a plan of grades 10–11 needs its advanced subjects', () => {
  const english = full.map((line) => (line.subject === 'Иностранный язык' ? { ...line, subject: 'Английский язык' } : line))
  assert.deepEqual(checkPlan(basic, english, norms), [])
  const senior = { kind: 'class', level: 'secondary', weekDays: 5, standard: 'secondary-universal', fromGrade: 10, toGrade: 11 } as const
  assert.ok(checkPlan(senior, variantLines('secondary-universal', [10, 11]), norms).some((one) => one.code === 'advanced_few' && one.has === 0))
})

test('half-hours are fine, thirds are told; extracurricular hours have their own limit', () => {
  assert.ok(checkPlan(basic, [...full, { ...school('Кружок', { 5: 10.5 }), part: 'extracurricular' }], norms).some((one) => one.code === 'extra_over'))
  assert.ok(checkPlan(basic, [...full, { ...school('Кружок', { 5: 0.25 }), part: 'extracurricular' }], norms).some((one) => one.code === 'odd_hours'))
})

test('a table is read with its parts, groups and totals; what is no number is told with its row', () => {
  const read = readPlanRows([
    ['Учебный план'], ['Предметная область', 'Учебный предмет', '5 класс', '6'], ['Обязательная часть'], ['Русский язык и литература', 'Русский язык', 5, '6'], [null, 'Литература', '3', 'три'],
    ['Иностранные языки', 'Английский язык', '2×3', '2x3'], ['Итого', '', 11, 9], ['Часть, формируемая участниками', 'Шахматы', '0,5', '–'], ['', 'Всего', 12, 9],
  ], [{ id: 'r', name: 'Русский язык' }])
  assert.deepEqual(read.lines.map((line) => [line.part, line.subject, line.subjectId, line.cells.map((cell) => [cell.grade, cell.hours, cell.groups])]), [
    ['core', 'Русский язык', 'r', [[5, 5, 1], [6, 6, 1]]], ['core', 'Литература', null, [[5, 3, 1]]], ['core', 'Английский язык', null, [[5, 3, 2], [6, 3, 2]]], ['school', 'Шахматы', null, [[5, 0.5, 1]]],
  ])
  assert.deepEqual(read.faults, [{ row: 5, code: 'bad_hours', value: 'три' }])
  assert.equal(readPlanRows([['a', 'b']], []).faults[0]?.code, 'no_subject_column')
})
