import { Day, Id, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { BasedOn, PersonName, Revision, Who } from './shapes.ts'

export const Basis = OneOf('parent', 'adopter', 'guardian', 'custodian', 'representative')
export type Basis = Static<typeof Basis>

/** `restricted` keeps the record and opens nothing to the representative, e.g. by decision of a court. */
export const Guardianship = Type.Object({
  id: Id, guardian: PersonName, student: PersonName, phone: Nullable(Type.String()), email: Nullable(Type.String()), basis: Basis, document: Type.String(), restricted: Type.Boolean(),
  validFrom: Day, validTo: Nullable(Day), revision: Revision, can: Type.Object({ change: Type.Boolean() }),
})
export type Guardianship = Static<typeof Guardianship>

const one = Type.Object({ schoolId: Id, id: Id })

/** Notes who represents a pupil, or corrects and restricts it (`basedOn` set; then guardian and pupil stay). */
export const putGuardianship = route({
  method: 'PUT', path: '/api/schools/:schoolId/guardianships/:id', summary: 'Adds or corrects a representative of a pupil', access: { permission: 'registry.guardianship.put' }, params: one,
  body: Type.Object({ studentId: Id, who: Who, basis: Basis, document: Text(300), restricted: Type.Boolean(), validFrom: Day, basedOn: BasedOn }), reply: Guardianship,
  problems: ['registry.already_guardian', 'registry.own_guardian', 'registry.changed_meanwhile', 'registry.snils_wrong', 'registry.snils_taken', 'registry.dates_wrong', 'registry.document_needed', 'registry.birth_date_wrong'],
})
/** The representative loses access at once when the last day has passed; ending as of yesterday closes it now, also one that began today. */
export const endGuardianship = route({
  method: 'POST', path: '/api/schools/:schoolId/guardianships/:id/end', summary: 'Ends a guardianship; the day is the last one', access: { permission: 'registry.guardianship.put' }, params: one,
  body: Type.Object({ validTo: Day, document: Text(300, 2), basedOn: Revision }), reply: Guardianship,
  problems: ['registry.changed_meanwhile', 'registry.dates_wrong', 'registry.already_ended'],
})
