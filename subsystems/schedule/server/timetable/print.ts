import { printPdf, printWorkbook, type Block, type Cell } from '@school/print'
import type { TimetableBoard } from '../../contract/board.ts'
import { placedFor, boardOf } from '../../contract/timetable-cost.ts'
import { frameOf } from '../../contract/frame.ts'
import type { Placed } from '../../contract/timetable-faults.ts'
import { fetOfSchool } from '../imports/fet-school.ts'
import { writeFet } from '../imports/fet-write.ts'
import { paperDay, words, type PrintWords } from './print-words.ts'

type Drawn = Omit<TimetableBoard, 'can'>
type By = 'class' | 'teacher' | 'room'
export interface Order { readonly by: By; readonly of?: string | undefined; readonly size: 'A4' | 'A3'; readonly language: 'ru' | 'en'; readonly madeAt: Date }
interface Sheet { readonly name: string; readonly placed: readonly Placed[] }

const shortName = ({ lastName, firstName, middleName }: Drawn['teachers'][number]) => `${lastName} ${firstName.slice(0, 1)}.${middleName ? `\u00a0${middleName.slice(0, 1)}.` : ''}`

/** The weeks that were ordered: one class, teacher or room, or all that have a lesson. */
function sheetsOf(drawn: Drawn, { by, of }: Order): Sheet[] {
  const board = boardOf(frameOf(drawn), drawn.entries)
  const all = by === 'class' ? drawn.classes : by === 'room' ? drawn.rooms : drawn.teachers.map((one) => ({ id: one.id, name: shortName(one) }))
  return all.filter(({ id }) => of === undefined || id === of).map(({ id, name }) => ({ name, placed: placedFor(board, by, id) })).filter(({ placed }) => of !== undefined || placed.length > 0)
}

function lessonLines(drawn: Drawn, by: By, t: PrintWords) {
  const courses = new Map(drawn.courses.map((one) => [one.id, one]))
  const teachers = new Map(drawn.teachers.map((one) => [one.id, shortName(one)]))
  const rooms = new Map(drawn.rooms.map((one) => [one.id, t.room(one.name)]))
  return (one: Placed) => {
    const course = courses.get(one.courseId)
    const rest = [by === 'class' && course?.whole ? '' : course?.groupName, by === 'teacher' ? '' : one.teacherIds.map((id) => teachers.get(id) ?? '').join(', '), by === 'room' || one.roomId === null ? '' : rooms.get(one.roomId), one.week ? t.week[one.week] : '']
    return { subject: course?.subject.name ?? '', rest: rest.filter(Boolean).join(' · ') }
  }
}

function gridOf(placed: readonly Placed[]) {
  const days = Array.from({ length: Math.max(5, ...placed.map((one) => one.weekday)) }, (_, i) => i + 1)
  const numbers = placed.map((one) => one.number)
  const [low, high] = [Math.min(1, ...numbers), Math.max(6, ...numbers)]
  return { days, rows: Array.from({ length: high - low + 1 }, (_, i) => ({ number: low + i, cells: days.map((day) => placed.filter((one) => one.weekday === day && one.number === low + i)) })) }
}

/** Posters, a page each. */
export function printPosters(drawn: Drawn, order: Order): Promise<Buffer> {
  const t = words[order.language]
  const lines = lessonLines(drawn, order.by, t)
  const blocks = sheetsOf(drawn, order).flatMap(({ name, placed }, at): Block[] => {
    const { days, rows } = gridOf(placed)
    const cell = (entries: readonly Placed[]): Cell => ({ lines: entries.map(lines).flatMap(({ subject, rest }) => [{ text: subject, bold: true }, { text: rest, small: true, quiet: true }]) })
    return [
      ...(at > 0 ? [{ kind: 'newPage' } as const] : []), { kind: 'heading', text: name }, { kind: 'text', quiet: true, text: [drawn.timetable.name, t.from(paperDay(drawn.timetable.validFrom)), drawn.timetable.state === 'draft' ? t.draft : ''].filter(Boolean).join(', ') },
      { kind: 'table', fill: true, letters: order.size === 'A3' ? 18 : 13, columns: [{ points: 26, align: 'center' }, ...days.map(() => ({ share: 1 }))], head: [[t.number, ...days.map((day): Cell => ({ lines: [{ text: t.days[day - 1]!, bold: true }], align: 'center', shaded: true }))]], rows: rows.map(({ number, cells }) => [String(number), ...cells.map(cell)]) },
    ]
  })
  return printPdf({ title: t.title(drawn.timetable.name), language: order.language, madeAt: order.madeAt, size: order.size, landscape: true, foot: t.page, blocks: blocks.length > 0 ? blocks : [{ kind: 'heading', text: t.title(drawn.timetable.name) }] })
}

/** An Excel book: a sheet for each class, teacher or room. */
export function printBook(drawn: Drawn, order: Order): Promise<Buffer> {
  const t = words[order.language]
  const lines = lessonLines(drawn, order.by, t)
  const sheets = sheetsOf(drawn, order).map(({ name, placed }) => {
    const { days, rows } = gridOf(placed)
    const cell = (entries: readonly Placed[]) => (entries.length === 0 ? null : { value: entries.map(lines).map(({ subject, rest }) => `${subject}\n${rest}`).join('\n'), wrap: true })
    return { name, landscape: true, widths: [5, ...days.map(() => 28)], head: [[t.number, ...days.map((day) => t.days[day - 1]!)]], rows: rows.map(({ number, cells }) => [number, ...cells.map(cell)]) }
  })
  return printWorkbook(sheets.length > 0 ? sheets : [{ name: t.file, widths: [30], head: [[t.title(drawn.timetable.name)]], rows: [] }])
}

/** The school as FET reads it, with what is already placed. */
export function printFet(drawn: Drawn, schoolName: string): string {
  const [teachers, rooms] = [new Map(drawn.teachers.map((one) => [one.id, `${one.lastName} ${one.firstName} ${one.middleName ?? ''}`.trim()])), new Map(drawn.rooms.map((one) => [one.id, one.name]))]
  const classes = new Map(drawn.classes.map((one) => [one.id, one.name]))
  const numbers = [...new Set([...drawn.classes.flatMap((one) => one.numbers), ...drawn.entries.map((one) => one.number)])].toSorted((a, b) => a - b)
  const days = words.ru.days.slice(0, Math.max(5, ...drawn.classes.map((one) => one.days), ...drawn.entries.map((one) => one.weekday)))
  const byCourse = Map.groupBy(drawn.entries.filter((one) => one.week === null), (one) => one.courseId)
  const hoursOf = (course: Drawn['courses'][number]) => Math.max(Math.ceil(course.hours), byCourse.get(course.id)?.length ?? 0)
  const wanted = drawn.courses.filter((course) => hoursOf(course) > 0)
  const model = fetOfSchool({
    name: schoolName, days: [...days], hours: numbers.map(String), teachers: [...new Set(teachers.values())], rooms: drawn.rooms.map((one) => ({ name: one.name, building: '', capacity: null })),
    classes: drawn.classes.map((one) => ({ name: one.name, students: 25, groups: drawn.courses.filter((course) => !course.whole && course.classIds.length === 1 && course.classIds[0] === one.id).map((course) => course.groupName).filter((name, at, all) => all.indexOf(name) === at).map((name) => ({ name, students: 12 })) })),
    loads: wanted.map((course) => ({ students: !course.whole && course.classIds.length === 1 ? [course.groupName] : course.classIds.map((id) => classes.get(id) ?? ''), subject: course.subject.name, teachers: course.teacherIds.map((id) => teachers.get(id) ?? ''), hours: hoursOf(course), room: null })),
  })
  let next = 0
  const placements = wanted.flatMap((course) => {
    const first = next
    next += hoursOf(course)
    return (byCourse.get(course.id) ?? []).slice(0, hoursOf(course)).map((one, i) => ({ activityId: model.activities[first + i]!.id, day: one.weekday - 1, hour: numbers.indexOf(one.number), room: one.roomId === null ? null : rooms.get(one.roomId) ?? null, realRooms: [], locked: false, weight: 100 }))
  })
  return writeFet({ ...model, placements })
}
