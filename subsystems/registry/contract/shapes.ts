import { Day, Id, Nullable, OneOf, Text } from '@school/contract'
import { Type, type Static } from 'typebox'

export const inSchool = Type.Object({ schoolId: Id })
export const Revision = Type.Integer({ minimum: 1 })
/** The revision an editor saw; null when it makes a new record. */
export const BasedOn = Nullable(Revision)

const name = { lastName: Text(100, 1), firstName: Text(100, 1), middleName: Nullable(Text(100)) }
/** A person as everyone who may see the record sees it. */
export const PersonName = Type.Object({ id: Id, ...name })
export type PersonName = Static<typeof PersonName>

export const Gender = OneOf('M', 'F')
/** What a school knows of a person. */
export const PersonData = Type.Object({
  ...name, birthDate: Day, gender: Gender, snils: Nullable(Text(20)), email: Nullable(Text(200)), phone: Nullable(Text(40)),
})
export type PersonData = Static<typeof PersonData>

/** Someone already known by id, or a new person with an id the client made; a matching СНИЛС leads to the person who is already there. */
export const Who = Type.Object({ personId: Id, data: Nullable(PersonData) })
export type Who = Static<typeof Who>

/** The order of the head of the school behind an act. */
export const Order = { orderNumber: Text(40), orderDate: Nullable(Day) }
