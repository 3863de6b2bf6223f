// not messages: titles of the printed form that schools keep
import { printWorkbook, type WorkbookCell } from '@school/print'
import type { LoadMatrix } from '../../contract/load.ts'

type BookCell = string | number | null | WorkbookCell
const bold = (value: string | number): BookCell => ({ value, bold: true })

/** The load as three sheets: line by line, teachers by classes, classes by subjects. */
export function writeLoadBook(matrix: LoadMatrix): Promise<Buffer> {
  const subject = new Map(matrix.subjects.map((one) => [one.id, one]))
  const teacher = new Map(matrix.teachers.map((one) => [one.id, [one.lastName, one.firstName, one.middleName].filter(Boolean).join(' ')]))
  const sum = (list: readonly { hours: number }[]) => Math.round(list.reduce((total, one) => total + one.hours, 0) * 100) / 100
  const lines = matrix.teachers.flatMap((one): BookCell[][] => {
    const own = matrix.courses.filter((course) => course.teacherIds.includes(one.id))
    return [...own.map((course): BookCell[] => [teacher.get(one.id)!, one.position, course.group, subject.get(course.subjectId)?.name ?? '', course.hours, one.rate]), [null, null, null, bold(teacher.get(one.id)!), bold(sum(own)), null]]
  })
  const byClass = matrix.teachers.map((one): BookCell[] => [teacher.get(one.id)!, ...matrix.classes.map((unit) => { const n = sum(matrix.courses.filter((course) => course.teacherIds.includes(one.id) && course.classIds.includes(unit.id))); return n > 0 ? n : null }), bold(one.hours)])
  const bySubject = matrix.classes.map((unit): BookCell[] => [unit.name, ...matrix.subjects.map((one) => {
    const own = matrix.courses.filter((course) => course.classIds.includes(unit.id) && course.subjectId === one.id)
    return own.length === 0 ? null : own.map((course) => `${course.hours} (${course.teacherIds.map((id) => teacher.get(id)?.split(' ')[0] ?? '').join(', ') || '—'})`).join('; ')
  }), bold(unit.has)])
  return printWorkbook([
    { name: 'Тарификация', landscape: true, head: [['Учитель', 'Должность', 'Класс или группа', 'Предмет', 'Часов', 'Ставка']], rows: lines, widths: [36, 32, 28, 36, 8, 8] },
    { name: 'Учителя и классы', landscape: true, head: [['Учитель', ...matrix.classes.map((one) => one.name), 'Всего']], rows: byClass, widths: [36, ...matrix.classes.map(() => 7), 8] },
    { name: 'Классы и предметы', landscape: true, head: [['Класс', ...matrix.subjects.map((one) => one.name), 'Всего']], rows: bySubject, widths: [12, ...matrix.subjects.map(() => 22), 8] },
  ])
}
