import type { SchoolShape } from './school-plan.ts'

/** Schools with lists and a timetable; the college and the school that is still empty stand beside them. */
export type ShapedSchool = 'large' | 'gymnasium' | 'third' | 'rural'

interface Shaped {
  /** Place in the country's list of schools. */
  readonly at: number
  /** Its people take their numbers from here on. */
  readonly firstNumber: number
  readonly shape: Omit<SchoolShape, 'year' | 'title'>
}

/** Every organisation that teaches, by its place in the country's list. */
export type TeachingPlace = ShapedSchool | 'college'
export const placeOf: Readonly<Record<TeachingPlace, number>> = { large: 0, gymnasium: 1, third: 2, college: 3, rural: 4 }

const one = (first: number, last: number): Record<number, number> => Object.fromEntries(Array.from({ length: last - first + 1 }, (_, i) => [first + i, 1]))

export const shapes: Readonly<Record<ShapedSchool, Shaped>> = {
  large: { at: 0, firstNumber: 1000, shape: { grades: { 1: 4, 2: 4, 3: 4, 4: 4, 5: 3, 6: 3, 7: 3, 8: 3, 9: 3, 10: 3, 11: 2 }, pupils: 1000, buildings: ['Главный корпус', 'Начальная школа'], divide: true, hoursPerTeacher: 21 } },
  gymnasium: { at: 1, firstNumber: 5000, shape: { grades: one(5, 11), pupils: 150, buildings: ['Школа'], divide: false, hoursPerTeacher: 24 } },
  third: { at: 2, firstNumber: 6000, shape: { grades: one(1, 9), pupils: 160, buildings: ['Школа'], divide: false, hoursPerTeacher: 24 } },
  rural: { at: 4, firstNumber: 7000, shape: { grades: one(1, 9), pupils: 38, buildings: ['Школа'], divide: false, hoursPerTeacher: 24, together: [[1, 3], [2, 4]] } },
}
