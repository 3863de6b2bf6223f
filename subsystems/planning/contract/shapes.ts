import { Id, Nullable, OneOf } from '@school/contract'
import { Type, type Static } from 'typebox'

export const inSchool = Type.Object({ schoolId: Id })
export const one = Type.Object({ schoolId: Id, id: Id })
export const Year = Type.Integer({ minimum: 2000, maximum: 2100 })
export const Grade = Type.Integer({ minimum: 1, maximum: 12 })
export const BasedOn = Nullable(Type.Integer({ minimum: 1 }))
export const Named = Type.Object({ id: Id, name: Type.String() })
export const PersonName = Type.Object({ id: Id, lastName: Type.String(), firstName: Type.String(), middleName: Nullable(Type.String()) })
export type PersonName = Static<typeof PersonName>
export const Level = OneOf('primary', 'basic', 'secondary')
export type Level = Static<typeof Level>
export const Part = OneOf('core', 'school', 'extracurricular')
export type Part = Static<typeof Part>

/** Something that does not add up: an error breaks the law, a warning the usual way, a hint is worth a look. */
export const Severity = OneOf('error', 'warning', 'hint')
export type Severity = Static<typeof Severity>
export const Finding = Type.Object({
  severity: Severity, code: Type.String(), grade: Nullable(Type.Integer()), subject: Nullable(Type.String()),
  /** The figures of the sentence: how many there are and how many there should be. */
  has: Nullable(Type.Number()), needs: Nullable(Type.Number()), law: Type.String(),
})
export type Finding = Static<typeof Finding>
