import { printSnils } from '@school/contract'
import { makePerson, type Random } from '@school/names'
import type { Numbers, PlannedPerson } from './school-plan.ts'

const full = (one: PlannedPerson) => [one.lastName, one.firstName, one.middleName].filter(Boolean).join(' ')
const cells = (one: PlannedPerson) => ({ lastName: one.lastName, firstName: one.firstName, middleName: one.middleName, birthDate: one.birthDate.split('-').toReversed().join('.'), gender: one.gender === 'male' ? 'м' : 'ж', snils: printSnils(one.snils) })

/** The lists of a small college: groups by course, with a tutor each. */
export function collegeRows(random: Random, numbers: Numbers) {
  const teachers = Array.from({ length: 4 }, () => numbers.person(makePerson(random, { birthYear: 1972 + Math.floor(random() * 20) })))
  const groups = [{ title: 'ИС11', course: 1, born: 2010 }, { title: 'ИС21', course: 2, born: 2009 }] as const
  return {
    people: [
      ...teachers.map((one) => ({ ...cells(one), role: 'учитель', position: 'преподаватель' })),
      ...groups.flatMap(({ title, born }) => Array.from({ length: 22 }, () => ({ ...cells(numbers.person(makePerson(random, { birthYear: born }))), role: 'ученик', className: title }))),
    ],
    classes: groups.map(({ title, course }, i) => ({ course, collegeGroup: title, shift: 1, homeroom: full(teachers[i]!), daysPerWeek: 6 })),
    loads: groups.flatMap(({ title }) => ['Математика', 'Информатика', 'История', 'Основы программирования'].map((subject, i) => ({ students: title, subject, teacher: full(teachers[i]!), hours: 4 }))),
  }
}
