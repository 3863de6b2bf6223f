import { ClockTime, Day, Id, Nullable, OneOf, route } from '@school/contract'
import { Type } from 'typebox'
import { inSchool, Lesson, LessonNumber, Named, Teacher } from './shapes.ts'

export { Lesson } from './shapes.ts'

const read = { permission: 'schedule.lesson.read' } as const
export const WeekOfLessons = Type.Object({ week: Day, title: Type.String(), lessons: Type.Array(Lesson), free: Type.Array(Type.Object({ date: Day, name: Type.String() })), can: Type.Object({ change: Type.Boolean() }) })

/** Own lessons of a teacher, or those of a class, a teacher, a room or a pupil whom the reader may see. `week` is its Monday. */
export const lessonsOfWeek = route({
  method: 'GET', path: '/api/schools/:schoolId/lessons', summary: 'Lessons of a week for a class, a teacher, a room or a pupil', access: read, params: inSchool,
  query: Type.Object({ week: Day, classId: Type.Optional(Id), teacherId: Type.Optional(Id), roomId: Type.Optional(Id), studentId: Type.Optional(Id) }), reply: WeekOfLessons, problems: ['schedule.not_a_monday', 'schedule.whose_lessons'],
})
/** Whom the timetable can be asked for. */
export const lessonPickers = route({
  method: 'GET', path: '/api/schools/:schoolId/lesson-pickers', summary: 'Classes, teachers and rooms of the timetable', access: { permission: 'schedule.timetable.read' }, params: inSchool,
  reply: Type.Object({ classes: Type.Array(Named), teachers: Type.Array(Teacher), rooms: Type.Array(Named) }),
})
const Taken = Type.Array(Type.Object({ number: LessonNumber, lessonId: Id, name: Type.String() }))
/** Who and what is taken at which lesson of a day; whatever is not named is free. */
export const dayInRooms = route({
  method: 'GET', path: '/api/schools/:schoolId/days/:date/rooms', summary: 'Rooms and teachers of a day with the lessons that take them', access: { permission: 'schedule.timetable.read' }, params: Type.Object({ schoolId: Id, date: Day }),
  reply: Type.Object({
    numbers: Type.Array(Type.Object({ number: LessonNumber, starts: ClockTime, ends: ClockTime })),
    rooms: Type.Array(Type.Object({ ...Named.properties, capacity: Nullable(Type.Integer()), taken: Taken })), teachers: Type.Array(Type.Object({ ...Teacher.properties, taken: Taken })),
  }),
})
/** Cancels, moves or replaces one lesson, or gives it another room or teachers; those who come to it hear at once. A lesson with marks or absences is not cancelled: the refusal counts them. */
export const changeLesson = route({
  method: 'PATCH', path: '/api/schools/:schoolId/lessons/:lessonId', summary: 'Changes one lesson of one day', access: { permission: 'schedule.lesson.change' }, params: Type.Object({ schoolId: Id, lessonId: Id }),
  body: Type.Object({ state: OneOf('planned', 'cancelled', 'moved', 'replaced'), date: Type.Optional(Day), number: Type.Optional(LessonNumber), roomId: Type.Optional(Nullable(Id)), teacherIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 4 })), basedOn: Type.Integer() }),
  reply: Lesson, problems: ['schedule.changed_meanwhile', 'schedule.lesson_closed', 'schedule.lesson_has_records', 'schedule.not_staff', 'schedule.no_bell'],
})
/** Makes the lessons of some days from the timetable in force; what is already there and used stays. */
export const makeLessons = route({
  method: 'POST', path: '/api/schools/:schoolId/lessons/make', summary: 'Makes lessons of some days from the timetable', access: { permission: 'schedule.lesson.change' }, params: inSchool,
  body: Type.Object({ from: Day, to: Day }), reply: Type.Object({ made: Type.Integer(), removed: Type.Integer() }), problems: ['schedule.dates_wrong'],
})
