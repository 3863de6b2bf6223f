import { Day, Id, Instant, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { ClosingState } from './finals.ts'
import { BasedOn, inSchool, Named, Period, PersonRef, Reason, Revision, SubjectRef } from './shapes.ts'

/** What a class still lacks before a period can be closed. */
export const ClosingLack = Type.Object({ unfilled: Type.Integer(), withoutMark: Type.Integer(), notAttested: Type.Integer() })
export type ClosingLack = Static<typeof ClosingLack>
export const ClassClosing = Type.Object({
  classId: Id, name: Type.String(), grade: Nullable(Type.Integer()), homeroom: Nullable(PersonRef), scopeId: Id, state: ClosingState, due: Nullable(Day), revision: Nullable(Revision), lack: ClosingLack, putMarks: Type.Integer(), places: Type.Integer(),
})
export type ClassClosing = Static<typeof ClassClosing>

export const ClosingBoard = Type.Object({
  today: Day, schemes: Type.Array(Type.Object({ id: Id, grades: Type.Array(Type.Integer()), periods: Type.Array(Period) })),
  /** The scheme and the period (its id, or the scheme's for the year) that the rows speak of. */
  schemeId: Nullable(Id), scopeId: Nullable(Id), classes: Type.Array(ClassClosing), unlocksAsked: Type.Integer(), can: Type.Object({ close: Type.Boolean() }),
})
export type ClosingBoard = Static<typeof ClosingBoard>
/** Without a scope: the period that ended last or goes on, of the scheme most classes have. */
export const getClosingBoard = route({
  method: 'GET', path: '/api/schools/:schoolId/closing', summary: 'How far the classes are with the marks of a period', access: { permission: 'journal.closing.read' }, params: inSchool,
  query: Type.Object({ scope: Type.Optional(Id) }), reply: ClosingBoard,
})

/** What exactly is missing in a class. */
export const ClosingChecklist = Type.Object({
  classId: Id, name: Type.String(), scopeId: Id,
  unfilled: Type.Array(Type.Object({ courseId: Id, subject: Type.String(), group: Type.String(), teachers: Type.Array(PersonRef), lessons: Type.Integer(), oldest: Day })),
  withoutMark: Type.Array(Type.Object({ courseId: Id, subject: Type.String(), group: Type.String(), teachers: Type.Array(PersonRef), students: Type.Array(Type.Object({ id: Id, name: Type.String() })) })),
  notAttested: Type.Array(Type.Object({ courseId: Id, subject: Type.String(), student: Named })),
})
export type ClosingChecklist = Static<typeof ClosingChecklist>
export const getClosingChecklist = route({
  method: 'GET', path: '/api/schools/:schoolId/classes/:classId/closing/:scopeId', summary: 'What a class lacks before a period is closed', access: { permission: 'journal.closing.read' },
  params: Type.Object({ schoolId: Id, classId: Id, scopeId: Id }), reply: ClosingChecklist,
})

/** Moves classes of one scheme on: open, being finalised until a day, closed. A closed one is opened again only class by subject, by an unlock. */
export const putClosing = route({
  method: 'PUT', path: '/api/schools/:schoolId/closing/:scopeId', summary: 'Begins the closing of a period, or closes it', access: { permission: 'journal.closing.put' }, params: Type.Object({ schoolId: Id, scopeId: Id }),
  body: Type.Object({ classes: Type.Array(Type.Object({ classId: Id, basedOn: BasedOn }), { minItems: 1, maxItems: 200 }), state: ClosingState, due: Nullable(Day), reason: Reason }),
  reply: Type.Object({ outcomes: Type.Array(Type.Object({ classId: Id, kept: Type.Boolean(), code: Nullable(Type.String()), state: ClosingState, revision: Nullable(Revision) })) }),
  problems: ['journal.period_ahead', 'journal.reason_needed'],
})

export const Unlock = Type.Object({
  id: Id, classId: Id, className: Type.String(), scopeId: Id, scope: Type.String(), subject: SubjectRef, courseId: Nullable(Id), reason: Type.String(), askedUntil: Instant, by: Nullable(PersonRef), askedAt: Instant,
  state: OneOf('asked', 'granted', 'declined', 'ended', 'expired'), until: Nullable(Instant), decidedBy: Nullable(PersonRef), answer: Type.String(), can: Type.Object({ decide: Type.Boolean(), end: Type.Boolean() }),
})
export type Unlock = Static<typeof Unlock>
/** The teacher's own requests; for the office all of them. Those that wait first, then the newest. */
export const listUnlocks = route({
  method: 'GET', path: '/api/schools/:schoolId/unlocks', summary: 'Requests to correct a closed period', access: { permission: 'journal.unlock.ask' }, params: inSchool,
  query: Type.Object({ page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })) }), reply: Type.Object({ unlocks: Type.Array(Unlock), more: Type.Boolean() }),
})
const one = Type.Object({ schoolId: Id, unlockId: Id })
/** One class, one subject, until an instant, with a reason; somebody else decides. */
export const askUnlock = route({
  method: 'PUT', path: '/api/schools/:schoolId/unlocks/:unlockId', summary: 'Asks to open a closed period for one class and subject', access: { permission: 'journal.unlock.ask' }, params: one,
  body: Type.Object({ classId: Id, scopeId: Id, courseId: Id, reason: Text(300, 1), until: Instant }), reply: Unlock, problems: ['journal.id_taken', 'journal.not_closed', 'journal.until_wrong'],
})
export const decideUnlock = route({
  method: 'PUT', path: '/api/schools/:schoolId/unlocks/:unlockId/decision', summary: 'Grants or declines a request to open a closed period', access: { permission: 'journal.closing.put' }, params: one,
  body: Type.Object({ grant: Type.Boolean(), until: Type.Optional(Instant), answer: Type.Optional(Text(300)) }), reply: Unlock, problems: ['journal.two_people', 'journal.unlock_decided', 'journal.until_wrong'],
})
/** Ends an unlock before its time. */
export const endUnlock = route({
  method: 'DELETE', path: '/api/schools/:schoolId/unlocks/:unlockId', summary: 'Ends an unlock before its time, or takes a request back', access: { permission: 'journal.unlock.ask' }, params: one, reply: Unlock, problems: ['journal.unlock_decided'],
})
