import { Day, Id, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { BasedOn, PersonName, Revision, Who } from './shapes.ts'

export const EmploymentRole = OneOf('schoolAdmin', 'principal', 'deputyHead', 'teacher', 'staff')
export type EmploymentRole = Static<typeof EmploymentRole>

export const Employment = Type.Object({
  id: Id, person: PersonName, role: EmploymentRole, position: Type.String(), validFrom: Day, validTo: Nullable(Day), revision: Revision, can: Type.Object({ change: Type.Boolean() }),
})
export type Employment = Static<typeof Employment>

const one = Type.Object({ schoolId: Id, id: Id })

/** Takes a person on, or corrects position and first day (`basedOn` set). Administrators are appointed by curators, not here. */
export const putEmployment = route({
  method: 'PUT', path: '/api/schools/:schoolId/employments/:id', summary: 'Employs a person or corrects the employment', access: { permission: 'registry.employment.put' }, params: one,
  body: Type.Object({ who: Who, role: OneOf('principal', 'deputyHead', 'teacher', 'staff'), position: Text(200, 2), validFrom: Day, basedOn: BasedOn }),
  reply: Employment,
  problems: ['registry.already_employed', 'registry.changed_meanwhile', 'registry.snils_wrong', 'registry.snils_taken', 'registry.dates_wrong', 'registry.birth_date_wrong'],
})
export const endEmployment = route({
  method: 'POST', path: '/api/schools/:schoolId/employments/:id/end', summary: 'Ends an employment; the day is the last one', access: { permission: 'registry.employment.put' }, params: one,
  body: Type.Object({ validTo: Day, basedOn: Revision }), reply: Employment,
  problems: ['registry.changed_meanwhile', 'registry.dates_wrong', 'registry.admin_appointed_elsewhere', 'registry.already_ended'],
})
