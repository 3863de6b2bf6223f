import { printSnils } from '@school/contract'
import { makePerson, type Random } from '@school/names'
import type { Numbers, PlannedClass, PlannedLoad, PlannedPerson, SchoolPlan } from './school-plan.ts'
import { placeWeek } from './timetable.ts'

const full = (one: PlannedPerson) => [one.lastName, one.firstName, one.middleName].filter(Boolean).join(' ')
const cells = (one: PlannedPerson) => ({ lastName: one.lastName, firstName: one.firstName, middleName: one.middleName, birthDate: one.birthDate.split('-').toReversed().join('.'), gender: one.gender === 'male' ? 'м' : 'ж', snils: printSnils(one.snils) })

/** What is taught on a course, and by which of the teachers, counted from nought. */
const taught: Readonly<Record<number, readonly (readonly [subject: string, hours: number, teacher: number])[]>> = {
  1: [['Русский язык', 2, 0], ['Литература', 3, 0], ['Математика', 5, 1], ['Информатика', 4, 2], ['История', 3, 3], ['Обществознание', 2, 3], ['Физика', 3, 4], ['Английский язык', 2, 5], ['Физическая культура', 2, 6]],
  2: [['Математика', 4, 1], ['Основы программирования', 6, 7], ['Информационные технологии', 4, 2], ['Базы данных', 4, 7], ['Основы философии', 2, 3], ['Английский язык', 2, 5], ['Физическая культура', 2, 6]],
  3: [['Компьютерные сети', 6, 4], ['Веб-разработка', 6, 8], ['Проектирование баз данных', 6, 8], ['Экономика отрасли', 2, 3], ['Английский язык', 2, 5], ['Физическая культура', 2, 6]],
}
const groups = [{ title: 'ИС11', course: 1, born: 17 }, { title: 'ИС21', course: 2, born: 18 }, { title: 'ИС31', course: 3, born: 19 }] as const
const rooms = ['21', '22', '31'] as const

/** A small college: groups by course with a tutor each, what they learn, and its place in a six-day week. */
export function planCollege(title: string, year: number, random: Random, numbers: Numbers): SchoolPlan {
  const teachers = Array.from({ length: 9 }, () => numbers.person(makePerson(random, { birthYear: year - 54 + Math.floor(random() * 20) })))
  const classes = groups.map((one, i): PlannedClass & { course: number } => ({
    title: one.title, course: one.course, grade: 0, letter: '', building: '', homeroom: teachers[i]!,
    pupils: Array.from({ length: 22 }, () => ({ person: numbers.person(makePerson(random, { birthYear: year - one.born })), guardians: [] })),
  }))
  const loads = classes.flatMap((one) => taught[one.course]!.map(([subject, hours, teacher]): PlannedLoad => ({ students: one.title, classTitle: one.title, subject, teacher: teachers[teacher]!, hours })))
  const items = loads.flatMap((load) => Array.from({ length: load.hours }, () => load)).map((load, id) => ({ id, load, classTitles: [load.classTitle], subject: load.subject, teachers: [load.teacher.snils], perDay: 2 }))
  const placed = placeWeek(items, 6, random)
  const lessons = items.flatMap(({ id, load }) => {
    const slot = placed.get(id)
    return slot ? [{ ...slot, students: load.students, subject: load.subject, teacher: load.teacher, room: load.subject === 'Физическая культура' ? 'Спортзал' : rooms[groups.findIndex((one) => one.title === load.classTitle)]! }] : []
  })
  return { title, classes, teachers: teachers.map((person) => ({ person, chair: 'computing' as const, position: 'преподаватель' })), groups: [], loads, lessons, unplaced: items.length - placed.size }
}

/** The lists of the college as its administrator hands them in. */
export function collegeRows(plan: SchoolPlan) {
  const courseOf = (title: string) => groups.find((one) => one.title === title)!.course
  return {
    people: [...plan.teachers.map(({ person, position }) => ({ ...cells(person), role: 'учитель', position })), ...plan.classes.flatMap((one) => one.pupils.map(({ person }) => ({ ...cells(person), role: 'ученик', className: one.title })))],
    classes: plan.classes.map((one) => ({ course: courseOf(one.title), collegeGroup: one.title, shift: 1, homeroom: full(one.homeroom), daysPerWeek: 6 })),
    loads: plan.loads.map((load) => ({ students: load.students, subject: load.subject, teacher: full(load.teacher), hours: load.hours })),
  }
}
