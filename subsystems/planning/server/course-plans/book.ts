// not messages: titles of the printed form that schools keep
import { printWorkbook } from '@school/print'
import type { CoursePlan } from '../../contract/course-plans.ts'

const day = (iso: string) => `${iso.slice(8)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}`
const listed = (dates: readonly string[]) => dates.map((one) => day(one)).join(', ')

/** The calendar plan of a course as schools print it: dates by plan and in fact, and the sheet of corrections. */
export function writeCoursePlanBook({ row, items, corrections }: CoursePlan): Promise<Buffer> {
  const lessons = items.map((item, i) => [i + 1, item.section, item.topic, item.hours, listed(item.planned), listed(item.given.map((one) => one.date)), item.state === 'over' ? 'нет урока' : listed(item.ahead.map((one) => one.date)), item.control, item.homework])
  const sheet = corrections.flatMap((one) => one.changes.map((change) => [day(one.madeOn), one.kind === 'merge' ? 'уплотнение' : 'восстановление', change.topic, change.from, change.to, one.reason, [one.by.lastName, one.by.firstName, one.by.middleName].filter(Boolean).join(' ')]))
  return printWorkbook([
    { name: `${row.subject.name} ${row.group}`, landscape: true, head: [['№', 'Раздел', 'Тема', 'Часов', 'Дата по плану', 'Дата фактически', 'Будет', 'Контроль', 'Домашнее задание']], rows: lessons, widths: [6, 28, 56, 8, 22, 22, 22, 22, 36] },
    { name: 'Лист корректировки', landscape: true, head: [['Дата', 'Вид', 'Тема', 'Часов было', 'Часов стало', 'Причина', 'Кто']], rows: sheet, widths: [12, 16, 56, 12, 12, 40, 34] },
  ])
}
