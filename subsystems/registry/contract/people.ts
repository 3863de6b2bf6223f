import { Day, Id, Instant, Nullable, OneOf, pageQuery, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { Enrolment } from './enrolment.ts'
import { Employment } from './employment.ts'
import { Guardianship } from './guardianship.ts'
import { Gender, inSchool, PersonData, PersonName, Revision } from './shapes.ts'

/** How a person belongs to the school. */
export const Relation = OneOf('staff', 'pupil', 'guardian')
export type Relation = Static<typeof Relation>

/** A line of a list: `note` are positions, the class or the children; contacts are null to those who see names only. */
export const PersonRow = Type.Object({
  ...PersonName.properties, relation: Relation, birthDate: Nullable(Day), note: Type.Array(Type.String()), classId: Nullable(Id), phone: Nullable(Type.String()), email: Nullable(Type.String()),
  hasSnils: Nullable(Type.Boolean()),
})
export type PersonRow = Static<typeof PersonRow>

export const listPeople = route({
  method: 'GET', path: '/api/schools/:schoolId/people', summary: 'People of the school whom this person may see', access: { permission: 'registry.person.read' }, params: inSchool,
  query: Type.Object({ ...pageQuery, relation: Relation, search: Type.Optional(Text(100)), classId: Type.Optional(Id), former: Type.Optional(Type.Boolean()) }),
  reply: Type.Object({ rows: Type.Array(PersonRow), next: Nullable(Type.String()), total: Type.Integer() }),
})

/** A person with every relation to this school; what the reader may not see is null or empty. */
export const PersonCard = Type.Object({
  ...PersonName.properties, detail: OneOf('names', 'contacts', 'all'),
  birthDate: Nullable(Day), gender: Nullable(Gender), snils: Nullable(Type.String()), email: Nullable(Type.String()), phone: Nullable(Type.String()), revision: Revision,
  employments: Type.Array(Employment), enrolments: Type.Array(Enrolment),
  groups: Type.Array(Type.Object({ id: Id, name: Type.String(), kind: Type.String(), validFrom: Day, validTo: Nullable(Day) })),
  guardians: Type.Array(Guardianship), children: Type.Array(Guardianship),
  /** Others of this school with the same name and birth date. */
  alike: Type.Array(PersonName),
  can: Type.Object({ correct: Type.Boolean(), seeHistory: Type.Boolean() }),
})
export type PersonCard = Static<typeof PersonCard>

const onePerson = Type.Object({ schoolId: Id, personId: Id })

export const getPerson = route({
  method: 'GET', path: '/api/schools/:schoolId/people/:personId', summary: 'The card of a person', access: { permission: 'registry.person.read' }, stream: true, params: onePerson, reply: PersonCard,
})
export const correctPerson = route({
  method: 'PUT', path: '/api/schools/:schoolId/people/:personId', summary: 'Corrects the data of a person', access: { permission: 'registry.person.correct' }, params: onePerson,
  body: Type.Object({ ...PersonData.properties, reason: Text(300), basedOn: Revision }), reply: Type.Object({ id: Id, revision: Revision }),
  problems: ['registry.changed_meanwhile', 'registry.snils_wrong', 'registry.snils_taken', 'registry.birth_date_wrong'],
})
export const getPersonHistory = route({
  method: 'GET', path: '/api/schools/:schoolId/people/:personId/history', summary: 'What was changed about a person, when and by whom', access: { permission: 'registry.person.history' }, params: onePerson,
  reply: Type.Array(Type.Object({ id: Id, at: Instant, action: Type.String(), by: Nullable(PersonName), before: Type.Unknown(), after: Type.Unknown() })),
})
/** People of this school who may be the one about to be entered. */
export const findAlike = route({
  method: 'GET', path: '/api/schools/:schoolId/alike', summary: 'People of the school with the same name and birth date or the same СНИЛС', access: { permission: 'registry.person.correct' }, params: inSchool,
  query: Type.Object({ lastName: Text(100, 1), firstName: Text(100, 1), birthDate: Type.Optional(Day), snils: Type.Optional(Text(20)) }),
  reply: Type.Array(Type.Object({ ...PersonName.properties, birthDate: Day, why: OneOf('snils', 'name') })),
})
