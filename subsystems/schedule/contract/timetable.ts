import { Day, Done, Id, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { inSchool, LessonNumber, Named, Teacher, Week, Weekday, Year } from './shapes.ts'

export const Timetable = Type.Object({ id: Id, year: Year, name: Type.String(), validFrom: Day, source: OneOf('hand', 'fet', 'excel'), entries: Type.Integer(), inForce: Type.Boolean(), state: OneOf('draft', 'published'), revision: Type.Integer() })
export type Timetable = Static<typeof Timetable>
export const Entry = Type.Object({ id: Id, weekday: Weekday, number: LessonNumber, week: Week, courseId: Id, subject: Named, group: Named, room: Nullable(Named), teachers: Type.Array(Teacher) })
export type Entry = Static<typeof Entry>
/** Two entries that cannot be held at once, and whom they share. */
export const Clash = Type.Object({ weekday: Weekday, number: LessonNumber, kind: OneOf('teacher', 'room', 'group'), name: Type.String(), entries: Type.Array(Id) })
export type Clash = Static<typeof Clash>

const read = { permission: 'schedule.timetable.read' } as const
const put = { permission: 'schedule.timetable.put' } as const

export const listTimetables = route({ method: 'GET', path: '/api/schools/:schoolId/timetables', summary: 'Timetables of the school year', access: read, params: inSchool, query: Type.Object({ year: Type.Optional(Year) }), reply: Type.Array(Timetable) })
/** The week of a class, a teacher or a room; without any of them, of the whole school. */
export const getTimetable = route({
  method: 'GET', path: '/api/schools/:schoolId/timetables/:id', summary: 'The weekly timetable by class, teacher or room', access: read, params: Type.Object({ schoolId: Id, id: Id }),
  query: Type.Object({ classId: Type.Optional(Id), teacherId: Type.Optional(Id), roomId: Type.Optional(Id) }),
  reply: Type.Object({ timetable: Timetable, entries: Type.Array(Entry), clashes: Type.Array(Clash), can: Type.Object({ change: Type.Boolean() }) }),
})
/** A new timetable from a day on, empty or copied from another. */
export const putTimetable = route({
  method: 'PUT', path: '/api/schools/:schoolId/timetables/:id', summary: 'Begins a timetable from a day on', access: put, params: Type.Object({ schoolId: Id, id: Id }),
  body: Type.Object({ year: Year, name: Text(80, 2), validFrom: Day, copyOf: Nullable(Id), draft: Type.Optional(Type.Boolean()) }), reply: Timetable, problems: ['schedule.year_not_open', 'schedule.date_taken'],
})
export const putEntry = route({
  method: 'PUT', path: '/api/schools/:schoolId/timetables/:id/entries/:entryId', summary: 'Adds or moves an entry; lessons of coming days follow', access: put, params: Type.Object({ schoolId: Id, id: Id, entryId: Id }),
  body: Type.Object({ weekday: Weekday, number: LessonNumber, week: Week, courseId: Id, roomId: Nullable(Id) }), reply: Entry, problems: ['schedule.course_closed'],
})
export const removeEntry = route({ method: 'DELETE', path: '/api/schools/:schoolId/timetables/:id/entries/:entryId', summary: 'Removes an entry; lessons of coming days follow', access: put, params: Type.Object({ schoolId: Id, id: Id, entryId: Id }), reply: Done })
