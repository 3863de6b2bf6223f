// not messages: names of subjects as curricula write them, to find their points
import type { TimetableRules } from '../../contract/board.ts'

/** Source of the recommended numbers: СП 2.4.3648-20 and СанПиН 1.2.3685-21 (table 6.9), in force from 2021-03-01. */
const none = Number.NaN
const scale: readonly (readonly [name: RegExp, grades: readonly number[]])[] = [
  //                                   1  2  3  4    5   6   7   8   9  10  11
  [/хими/i, [none, none, none, none, none, none, 13, 10, 12, 11, 11]],
  [/геометри/i, [none, none, none, none, none, none, 12, 10, 8, 11, 11]],
  [/физик/i, [none, none, none, none, none, none, 8, 9, 13, 12, 12]],
  [/алгебр/i, [none, none, none, none, none, none, 10, 9, 7, 10, 10]],
  [/математик/i, [8, 8, 8, 8, 10, 13, none, none, none, 10, 10]],
  [/биологи/i, [none, none, none, none, 10, 8, 7, 7, 7, 7, 7]],
  [/английск|немецк|французск|иностранн/i, [7, 7, 7, 7, 9, 11, 10, 8, 9, 8, 8]],
  [/литератур(а|ное чтение)|чтение/i, [5, 5, 5, 5, 4, 6, 4, 4, 7, 8, 8]],
  [/русск|родной язык/i, [7, 7, 7, 7, 8, 12, 11, 7, 6, 9, 9]],
  [/географи/i, [none, none, none, none, none, 7, 6, 6, 5, 3, 3]],
  [/истори/i, [4, 4, 4, 4, 5, 8, 6, 8, 10, 5, 5]],
  [/обществознани/i, [none, none, none, none, 6, 9, 9, 5, none, 5, 5]],
  [/окружающий мир/i, [6, 6, 6, 6]],
  [/информатик/i, [6, 6, 6, 6, 4, 10, 4, 7, 7, 6, 6]],
  [/экономик/i, [none, none, none, none, none, none, none, none, none, 6, 6]],
  [/экологи/i, [none, none, none, none, none, none, none, none, none, 3, 3]],
  [/труд|технологи/i, [2, 2, 2, 2, 4, 3, 2, 1, 4]],
  [/изобразительн|изо$/i, [3, 3, 3, 3, 3, 3, 1, 3]],
  [/музык/i, [3, 3, 3, 3, 2, 1, 1, 1]],
  [/физическ|физкультур/i, [1, 1, 1, 1, 3, 4, 2, 2, 2, 1, 1]],
  [/обзр|обж|безопасност/i, [none, none, none, none, 1, 2, 3, 3, 3, 2, 2]],
]

/** The points of the recommended scale, or none where it knows no such subject in the grade. */
export function recommendedPoints(subject: string, grade: number): number | null {
  const found = scale.find(([name]) => name.test(subject))
  const points = found?.[1][grade - 1]
  return points === undefined || Number.isNaN(points) ? null : points
}

const dayMost = [4, 5, 5, 5, 6, 6, 7, 7, 7, 7, 7].map((usual, i) => ({ grade: i + 1, usual, once: i < 4 ? usual + 1 : usual }))

/** The numbers that hold where a school has set none of its own. */
export function recommendedRules(subjects: readonly { readonly id: string; readonly name: string }[]): TimetableRules {
  return {
    weights: {
      teacherClash: 1000, groupClash: 1000, roomClash: 600, noBell: 1000, dayMost: 500, pupilWindow: 200, halfWindow: 8, sameDay: 40, double: 30, peakDay: 25, hardPlace: 6, teacherDay: 20, teacherWindow: 5, wrongRoom: 10,
    },
    dayMost, rooms: [], together: [], hardPoints: 8, peakDays: [2, 3], bestPrimary: [2, 3], bestLater: [2, 4], doubleFromGrade: 5, teacherDayMost: 6,
    substitution: { sameSubject: 50, knowsClass: 20, window: 15, here: 8, notHere: 10, dayLoad: 3, overloaded: 40, month: 2 },
    points: subjects.flatMap(({ id, name }) => dayMost.flatMap(({ grade }) => { const points = recommendedPoints(name, grade); return points === null ? [] : [{ subjectId: id, grade, points }] })),
  }
}
