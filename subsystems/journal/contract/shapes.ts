import { Day, Id, Instant, Nullable, OneOf, Text } from '@school/contract'
import { Type, type Static } from 'typebox'

export const inSchool = Type.Object({ schoolId: Id })
export const Revision = Type.Integer({ minimum: 1 })
/** The revision an editor saw; null when it makes a new record. */
export const BasedOn = Nullable(Revision)

/** Every value a mark may hold; '' is a mark taken back, 'debt' a work that is owed (the point). */
export const MarkValue = OneOf('1', '2', '3', '4', '5', 'pass', 'fail', 'debt', '')
export type MarkValue = Static<typeof MarkValue>
/** What a second try may bring. */
export const RetakeValue = OneOf('1', '2', '3', '4', '5', 'pass', 'fail')
export type RetakeValue = Static<typeof RetakeValue>
/** `hundred` and `criteria` are points that the rule maps to a figure of five. */
export const Scale = OneOf('five', 'pass', 'hundred', 'criteria')
export type Scale = Static<typeof Scale>
/** What a work is judged by, with the most it brings. */
export const Criterion = Type.Object({ name: Text(80, 1), max: Type.Integer({ minimum: 1, maximum: 100 }) })
export type Criterion = Static<typeof Criterion>
export const Points = Type.Integer({ minimum: 0, maximum: 1000 })

export const AttendanceCode = OneOf('present', 'absent', 'late', 'exempt', 'remote', 'leftEarly')
export type AttendanceCode = Static<typeof AttendanceCode>
export const AbsenceReason = OneOf('illness', 'excused', 'unexcused')
export type AbsenceReason = Static<typeof AbsenceReason>

export const LessonState = OneOf('planned', 'held', 'cancelled', 'moved', 'replaced')
export type LessonState = Static<typeof LessonState>

/** Why an office writes, or why something is corrected after its time; everyone who sees the history reads it. */
export const Reason = Type.Optional(Text(300))
/** When the device says it was typed; kept beside the time of receipt and never believed. Out of bounds (later than now, older than a month), the time of receipt stands for it. */
export const EnteredAt = Type.Optional(Instant)

export const PersonRef = Type.Object({ id: Id, lastName: Type.String(), firstName: Type.String(), middleName: Nullable(Type.String()) })
export type PersonRef = Static<typeof PersonRef>
export const Named = Type.Object({ id: Id, name: Type.String() })
export const SubjectRef = Type.Object({ id: Id, name: Type.String(), shortName: Type.String() })

export const Period = Type.Object({ id: Id, name: Type.String(), ordinal: Type.Integer(), starts: Day, ends: Day })
export type Period = Static<typeof Period>

/** A link of a homework: an address of this installation beginning with / or one on the web. */
export const Link = Type.Object({ title: Text(200, 1), href: Type.String({ maxLength: 1000, pattern: '^(https?://|/)[^\\s]*$' }) })
export type Link = Static<typeof Link>
