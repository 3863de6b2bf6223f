import { ClockTime, Day, Done, Id, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { inSchool, LessonNumber, one, Weekday, Year } from './shapes.ts'

export const Period = Type.Object({ id: Id, ordinal: Type.Integer({ minimum: 1, maximum: 12 }), name: Text(60, 1), starts: Day, ends: Day })
export const PeriodScheme = Type.Object({ id: Id, name: Type.String(), kind: OneOf('quarter', 'trimester', 'semester', 'module'), periods: Type.Array(Period) })
export const Vacation = Type.Object({ id: Id, name: Type.String(), starts: Day, ends: Day, fromGrade: Nullable(Type.Integer()), toGrade: Nullable(Type.Integer()) })
export const SpecialDay = Type.Object({ date: Day, kind: OneOf('off', 'asWeekday'), asWeekday: Nullable(Weekday), name: Type.String() })
export const Bell = Type.Object({ number: LessonNumber, starts: ClockTime, ends: ClockTime })
export const BellSchedule = Type.Object({ id: Id, name: Type.String(), shift: Type.Integer(), buildingId: Nullable(Id), weekday: Nullable(Weekday), bells: Type.Array(Bell) })
export const ClassSetting = Type.Object({ classId: Id, className: Type.String(), gradeLevel: Nullable(Type.Integer()), schemeId: Nullable(Id), bellScheduleId: Nullable(Id), weekDays: Nullable(Type.Integer()) })

export const Calendar = Type.Object({
  year: Nullable(Type.Object({ year: Year, starts: Day, ends: Day, weekDays: Type.Integer(), twoWeek: Type.Boolean(), aWeekStarts: Nullable(Day), revision: Type.Integer() })),
  schemes: Type.Array(PeriodScheme), vacations: Type.Array(Vacation), specialDays: Type.Array(SpecialDay), bells: Type.Array(BellSchedule), classes: Type.Array(ClassSetting),
  can: Type.Object({ change: Type.Boolean() }),
})
export type Calendar = Static<typeof Calendar>

const read = { permission: 'schedule.calendar.read' } as const
const put = { permission: 'schedule.calendar.put' } as const

export const getCalendar = route({ method: 'GET', path: '/api/schools/:schoolId/calendar', summary: 'The calendar of a school year, by default the current one', access: read, params: inSchool, query: Type.Object({ year: Type.Optional(Year) }), reply: Calendar })
/** Opens a school year with the dates the ministry recommends; every class gets a scheme, bells and a week. A repeat changes nothing. */
export const openYear = route({
  method: 'PUT', path: '/api/schools/:schoolId/school-years/:year', summary: 'Opens a school year with recommended dates', access: put,
  params: Type.Object({ schoolId: Id, year: Year }), body: Type.Object({ weekDays: Type.Integer({ minimum: 5, maximum: 6 }) }), reply: Calendar, problems: ['schedule.no_recommended_dates'],
})
export const editYear = route({
  method: 'PATCH', path: '/api/schools/:schoolId/school-years/:year', summary: 'Corrects the dates of a school year', access: put, params: Type.Object({ schoolId: Id, year: Year }),
  body: Type.Object({ starts: Day, ends: Day, twoWeek: Type.Boolean(), aWeekStarts: Nullable(Day), basedOn: Type.Integer() }), reply: Calendar, problems: ['schedule.dates_wrong', 'schedule.changed_meanwhile'],
})
export const putScheme = route({
  method: 'PUT', path: '/api/schools/:schoolId/period-schemes/:id', summary: 'Puts a scheme of periods', access: put, params: one,
  body: Type.Object({ year: Year, name: Text(80, 2), kind: PeriodScheme.properties.kind, periods: Type.Array(Period, { minItems: 1, maxItems: 12 }) }), reply: Calendar, problems: ['schedule.periods_overlap', 'schedule.year_not_open', 'schedule.name_taken'],
})
export const putVacation = route({
  method: 'PUT', path: '/api/schools/:schoolId/vacations/:id', summary: 'Puts a vacation', access: put, params: one,
  body: Type.Object({ year: Year, name: Text(80, 2), starts: Day, ends: Day, fromGrade: Nullable(Type.Integer({ minimum: 1, maximum: 12 })), toGrade: Nullable(Type.Integer({ minimum: 1, maximum: 12 })) }), reply: Calendar, problems: ['schedule.dates_wrong', 'schedule.year_not_open'],
})
export const removeVacation = route({ method: 'DELETE', path: '/api/schools/:schoolId/vacations/:id', summary: 'Removes a vacation', access: put, params: one, reply: Done })
export const putSpecialDay = route({
  method: 'PUT', path: '/api/schools/:schoolId/special-days/:date', summary: 'Makes a day free, or taught as another weekday', access: put, params: Type.Object({ schoolId: Id, date: Day }),
  body: Type.Object({ kind: SpecialDay.properties.kind, asWeekday: Nullable(Weekday), name: Text(80) }), reply: Calendar, problems: ['schedule.weekday_needed'],
})
export const removeSpecialDay = route({ method: 'DELETE', path: '/api/schools/:schoolId/special-days/:date', summary: 'Makes a day ordinary again', access: put, params: Type.Object({ schoolId: Id, date: Day }), reply: Done })
export const putBells = route({
  method: 'PUT', path: '/api/schools/:schoolId/bell-schedules/:id', summary: 'Puts a schedule of bells', access: put, params: one,
  body: Type.Object({ name: Text(80, 2), shift: Type.Integer({ minimum: 1, maximum: 2 }), buildingId: Nullable(Id), weekday: Nullable(Weekday), bells: Type.Array(Bell, { minItems: 1, maxItems: 15 }) }), reply: Calendar, problems: ['schedule.bells_overlap', 'schedule.name_taken'],
})
export const putClassSetting = route({
  method: 'PUT', path: '/api/schools/:schoolId/class-settings/:classId', summary: 'Says by which periods, bells and week a class lives', access: put, params: Type.Object({ schoolId: Id, classId: Id }),
  body: Type.Object({ schemeId: Id, bellScheduleId: Id, weekDays: Type.Integer({ minimum: 5, maximum: 6 }) }), reply: Calendar,
})
