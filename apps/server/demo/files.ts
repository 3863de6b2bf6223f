import { printSnils } from '@school/contract'
import { fetOfSchool, writeFet, writeTemplate } from '@school/schedule/testing'
import type { PlannedPerson, SchoolPlan } from './school-plan.ts'

const fullName = (person: PlannedPerson) => [person.lastName, person.firstName, person.middleName].filter(Boolean).join(' ')
const day = (iso: string) => iso.split('-').toReversed().join('.')

/** The school's lists as the workbook that its administrator uploads. */
export async function workbookOf(plan: SchoolPlan): Promise<Uint8Array> {
  const personCells = (person: PlannedPerson) => ({
    lastName: person.lastName, firstName: person.firstName, middleName: person.middleName, birthDate: day(person.birthDate), gender: person.gender === 'male' ? 'м' : 'ж', snils: printSnils(person.snils),
  })
  const staff = plan.teachers.map(({ person, position }) => ({ ...personCells(person), role: 'учитель', position }))
  const pupils = plan.classes.flatMap((one) => one.pupils.flatMap(({ person, guardians }) => guardians.map(({ person: guardian, kind }) => ({
    ...personCells(person), role: 'ученик', className: one.title, guardian: fullName(guardian), guardianSnils: printSnils(guardian.snils), guardianBirthDate: day(guardian.birthDate), guardianKind: kind,
  }))))
  return writeTemplate({
    people: [...staff, ...pupils],
    classes: plan.classes.map((one) => ({ title: one.letter ? null : one.title, parallel: one.letter ? one.grade : null, letter: one.letter || null, shift: 1, homeroom: fullName(one.homeroom), daysPerWeek: 5, building: one.building })),
    groups: plan.groups.map((group) => ({ title: group.title, classes: group.classTitles.join(', '), subject: group.subject, members: group.half ?? 'все' })),
    loads: plan.loads.map((load) => ({ students: load.students, subject: load.subject, teacher: fullName(load.teacher), hours: load.hours })),
  })
}

/** The placed timetable as the file that its deputy head uploads. */
export function fetFileOf(plan: SchoolPlan, weekDays: 5 | 6 = 5): string {
  const days = ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота'].slice(0, weekDays)
  const model = fetOfSchool({
    name: plan.title, days, hours: Array.from({ length: 8 }, (_, i) => `${i + 1} урок`),
    classes: plan.classes.map((one) => ({ name: one.title, students: one.pupils.length, groups: plan.groups.filter((group) => group.classTitles.includes(one.title)).map((group) => ({ name: group.title, students: Math.ceil(one.pupils.length / 2) })) })),
    teachers: plan.teachers.map(({ person }) => fullName(person)),
    rooms: [...new Set(plan.lessons.map((lesson) => lesson.room))].map((name) => ({ name, building: '', capacity: null })),
    loads: plan.loads.map((load) => ({ students: [load.students], subject: load.subject, teachers: [fullName(load.teacher)], hours: load.hours, room: null })),
  })
  // Activities lie in the order of the loads, one for each hour.
  const waiting = new Map<string, number[]>()
  for (const activity of model.activities) {
    const key = `${activity.students[0]}|${activity.subject}`
    waiting.set(key, [...(waiting.get(key) ?? []), activity.id])
  }
  const placements = plan.lessons.map((lesson) => ({
    activityId: waiting.get(`${lesson.students}|${lesson.subject}`)!.shift()!, day: lesson.weekday - 1, hour: lesson.number - 1, room: lesson.room, realRooms: [], locked: true, weight: 100,
  }))
  return writeFet({ ...model, placements })
}
