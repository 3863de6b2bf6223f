import type { FetSchool } from './fet-school.ts'

const SUBJECTS: readonly [subject: string, hours: number, split: boolean][] = [
  ['Русский язык', 5, false], ['Литература', 3, false], ['Математика', 5, false], ['Иностранный язык (английский)', 3, true],
  ['История', 3, false], ['География', 1, false], ['Биология', 1, false], ['Изобразительное искусство', 1, false], ['Музыка', 1, false],
  ['Труд (технология)', 2, true], ['Физическая культура', 2, false],
]
const SURNAMES = ['Абрамова', 'Белов', 'Васильева', 'Григорян', 'Дьячков', 'Ежова', 'Жданов', 'Зимина', 'Ильин', 'Королёва', 'Лыткин', 'Мухаметова', 'Носов', 'Орлова', 'Павлюк', 'Рыжов', 'Седых', 'Тихонов', 'Уварова', 'Фомин']
const INITIALS = ['А. П.', 'В. И.', 'Е. С.', 'Н. А.', 'О. Д.', 'Р. М.', 'Т. Ю.']

/** A made-up school of grade 5 and above for tests and demonstrations: `classes` classes, each with two groups, and loads of about 27 hours. */
export function sampleSchool(classes: number, name = 'Школа № 14'): FetSchool {
  const classNames = Array.from({ length: classes }, (_, i) => `${5 + (Math.floor(i / 4) % 5)}${'АБВГ'[i % 4]}${i >= 20 ? Math.floor(i / 20) : ''}`)
  const teachers = Array.from({ length: Math.max(12, classes * 2) }, (_, i) => `${SURNAMES[i % SURNAMES.length]} ${INITIALS[Math.floor(i / SURNAMES.length) % INITIALS.length]}${i >= 140 ? ` ${i}` : ''}`)
  const loads = classNames.flatMap((one, c) => SUBJECTS.flatMap(([subject, hours, split], s) => {
    const teacher = (turn: number) => teachers[(c * 2 + s * 5 + turn * 3) % teachers.length]!
    const sets = split ? [`${one} группа 1`, `${one} группа 2`] : [one]
    return sets.map((set, turn) => ({ students: [set], subject, teachers: [teacher(turn)], hours, room: null }))
  }))
  return {
    name, days: ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница'], hours: ['1 урок', '2 урок', '3 урок', '4 урок', '5 урок', '6 урок', '7 урок'],
    classes: classNames.map((one) => ({ name: one, students: 26, groups: [{ name: `${one} группа 1`, students: 13 }, { name: `${one} группа 2`, students: 13 }] })),
    teachers, rooms: Array.from({ length: Math.max(20, classes * 2) }, (_, i) => ({ name: String(101 + i), building: 'Главный', capacity: 30 })), loads,
  }
}
