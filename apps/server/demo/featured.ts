import type { People } from './people.ts'
import type { SchoolPlan } from './school-plan.ts'

/** Marks the people a visitor meets first, with what they are good for. */
export function feature(people: People, main: SchoolPlan): void {
  const mark = (snils: string | undefined, hint: string) => {
    const at = people.all.findIndex((one) => one.snils === snils)
    if (at >= 0) people.all[at] = { ...people.all[at]!, featured: true, hint }
  }
  const seventh = main.classes.find((one) => one.title === '7Б')
  mark(main.loads.find((load) => load.classTitle === '7Б' && load.subject === 'Алгебра')?.teacher.snils, 'ведёт алгебру в 7Б')
  mark(seventh?.pupils[0]?.person.snils, 'дневник 7Б')
  mark(seventh?.pupils[0]?.guardians[0]?.person.snils, 'родитель ученика 7Б')
  mark(seventh?.homeroom.snils, 'классный руководитель 7Б')
}
