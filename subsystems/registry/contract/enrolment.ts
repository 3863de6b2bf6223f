import { Day, Id, Nullable, OneOf, route } from '@school/contract'
import { Type, type Static } from 'typebox'
import { Order, PersonName, Revision, Who } from './shapes.ts'

export const EndReason = OneOf('transferred', 'otherSchool', 'graduated', 'expelled', 'academicLeave', 'familyEducation', 'other')
export type EndReason = Static<typeof EndReason>

export const Enrolment = Type.Object({
  id: Id, student: PersonName, classId: Id, className: Type.String(), begunBy: OneOf('enrolled', 'transferred', 'returned'), ...Order,
  validFrom: Day, validTo: Nullable(Day), endReason: Nullable(EndReason), endOrderNumber: Type.String(), endOrderDate: Nullable(Day), revision: Revision,
  can: Type.Object({ change: Type.Boolean() }),
})
export type Enrolment = Static<typeof Enrolment>

const one = Type.Object({ schoolId: Id, id: Id })
const common = ['registry.changed_meanwhile', 'registry.dates_wrong'] as const

/** Enrols a pupil by order; one who was here before returns with the same record. A repeat with the same id changes nothing. */
export const enrolPupil = route({
  method: 'PUT', path: '/api/schools/:schoolId/enrolments/:id', summary: 'Enrols a pupil in a class by order', access: { permission: 'registry.enrolment.put' }, params: one,
  body: Type.Object({ who: Who, classId: Id, ...Order, validFrom: Day }), reply: Enrolment,
  problems: [...common, 'registry.already_enrolled', 'registry.class_closed', 'registry.snils_wrong', 'registry.snils_taken', 'registry.birth_date_wrong'],
})
/** Moves a pupil to another class from a day on: the old enrolment ends the day before. `newId` is the id of the new one. */
export const transferPupil = route({
  method: 'POST', path: '/api/schools/:schoolId/enrolments/:id/transfer', summary: 'Transfers a pupil to another class by order', access: { permission: 'registry.enrolment.put' }, params: one,
  body: Type.Object({ newId: Id, classId: Id, ...Order, validFrom: Day, basedOn: Revision }), reply: Enrolment,
  problems: [...common, 'registry.already_ended', 'registry.same_class', 'registry.class_closed'],
})
export const withdrawPupil = route({
  method: 'POST', path: '/api/schools/:schoolId/enrolments/:id/withdraw', summary: 'Withdraws a pupil by order; the day is the last one', access: { permission: 'registry.enrolment.put' }, params: one,
  body: Type.Object({ validTo: Day, reason: OneOf('otherSchool', 'graduated', 'expelled', 'academicLeave', 'familyEducation', 'other'), ...Order, basedOn: Revision }), reply: Enrolment,
  problems: [...common, 'registry.already_ended'],
})
