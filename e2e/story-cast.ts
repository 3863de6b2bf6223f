// not messages: invented people and the words that they type
import { fictionalSnils, printSnils } from '@school/contract'
import type { StandPerson } from '@school/esia-stand'
import { fetOfSchool, writeFet, writeTemplate } from '@school/schedule/testing'

let next = 0
const person = (name: string, gender: 'M' | 'F', birthDate: string, label: string): StandPerson & { readonly snils: string } => {
  const [lastName, firstName, middleName] = name.split(' ') as [string, string, string]
  const n = ++next
  return { oid: String(1_000_500_000 + n), lastName, firstName, middleName, gender, birthDate, snils: fictionalSnils(700_000 + n), confirmed: true, kids: [], organisations: [], school: 'Люди истории', group: 'Все', label }
}

/** Everybody of the day, as Госуслуги know them. */
export const cast = {
  operator: person('Орлова Людмила Павловна', 'F', '1975-02-11', 'федеральный оператор'),
  regional: person('Смирнов Сергей Ильич', 'M', '1972-06-03', 'куратор региона'),
  municipal: person('Кузнецова Ольга Петровна', 'F', '1980-09-14', 'муниципальный куратор'),
  admin: person('Чернов Михаил Викторович', 'M', '1984-12-01', 'администратор школы'),
  teacher: person('Белова Лидия Васильевна', 'F', '1979-03-22', 'учитель математики'),
  mother: person('Рыбакова Инна Олеговна', 'F', '1986-07-19', 'мать'),
} as const

const pupils = [
  person('Авдеев Павел Игоревич', 'M', '2013-05-02', 'ученик'), person('Громова Алиса Денисовна', 'F', '2013-08-17', 'ученица'),
  person('Рыбаков Тимофей Антонович', 'M', '2013-04-09', 'ученик'), person('Юдина Варвара Глебовна', 'F', '2013-11-25', 'ученица'),
] as const
/** The child whose mother waits for news. */
export const child = pupils[2]

export const nameOf = ({ lastName, firstName, middleName }: StandPerson): string => [lastName, firstName, middleName].join(' ')
const days = (iso: string) => iso.split('-').toReversed().join('.')
const cells = ({ lastName, firstName, middleName, birthDate, gender, snils }: StandPerson, withSnils = true) =>
  ({ lastName, firstName, middleName, birthDate: days(birthDate), gender: gender === 'M' ? 'м' : 'ж', snils: withSnils && snils ? printSnils(snils) : null })

/** The lists of a small school. The teacher stands in them without СНИЛС, so nobody recognises her before she asks to join. */
export async function listsFile(): Promise<Buffer> {
  return Buffer.from(await writeTemplate({
    people: [{ ...cells(cast.teacher, false), role: 'учитель', position: 'учитель математики' }, ...pupils.map((one) => ({ ...cells(one), role: 'ученик', className: '7А' }))],
    classes: [{ parallel: 7, letter: 'А', shift: 1, homeroom: nameOf(cast.teacher), daysPerWeek: 5 }],
    loads: [{ students: '7А', subject: 'Алгебра', teacher: nameOf(cast.teacher), hours: 3 }, { students: '7А', subject: 'Геометрия', teacher: nameOf(cast.teacher), hours: 2 }],
  }))
}

/** Her week as FET places it: algebra is the third lesson on Thursday, the day of the story. */
export function timetableFile(): Buffer {
  const teachers = [nameOf(cast.teacher)]
  const model = fetOfSchool({
    name: 'Школа', days: ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница'], hours: Array.from({ length: 7 }, (_, i) => `${i + 1} урок`),
    classes: [{ name: '7А', students: pupils.length, groups: [] }], teachers, rooms: [{ name: '305', building: '', capacity: 30 }],
    loads: [{ students: ['7А'], subject: 'Алгебра', teachers, hours: 3, room: null }, { students: ['7А'], subject: 'Геометрия', teachers, hours: 2, room: null }],
  })
  const slots = [[0, 1], [2, 1], [3, 2], [1, 3], [4, 1]] as const
  const placements = model.activities.map(({ id }, i) => ({ activityId: id, day: slots[i]![0], hour: slots[i]![1], room: '305', realRooms: [], locked: true, weight: 100 }))
  return Buffer.from(writeFet({ ...model, placements }))
}
