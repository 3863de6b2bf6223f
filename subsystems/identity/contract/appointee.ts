import { Day, Id, Nullable, OneOf, Text } from '@school/contract'
import { Type, type Static } from 'typebox'

/** Whom to appoint: found by СНИЛС, or entered new under `personId` when nobody has that СНИЛС yet. */
export const Appointee = Type.Object({
  personId: Id, snils: Text(20, 11), lastName: Text(100, 1), firstName: Text(100, 1), middleName: Nullable(Text(100)), birthDate: Day, gender: OneOf('M', 'F'),
})
export type Appointee = Static<typeof Appointee>
