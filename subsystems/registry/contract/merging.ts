import { Day, Id, Instant, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { Relation } from './people.ts'
import { inSchool, PersonName } from './shapes.ts'

/** Why two records cannot become one, as they stand. */
export const MergeObstacle = OneOf('alreadyOne', 'birthDate', 'snils', 'accounts', 'bothEnrolled', 'bothEmployed', 'ownGuardian', 'regions', 'names')
export type MergeObstacle = Static<typeof MergeObstacle>
export const MergeState = OneOf('asked', 'done', 'refused', 'withdrawn', 'undone')
export type MergeState = Static<typeof MergeState>

/** Where a record is known. A foreign school is told by its name only: what it keeps is its own. */
const Place = Type.Object({ schoolId: Id, schoolName: Type.String(), relation: Relation, now: Type.Boolean() })
/** One of the two records: what has to be compared and no more. Numbers of what hangs on it are null for what only another school may see. */
export const MergeSide = Type.Object({
  ...PersonName.properties, birthDate: Day, hasSnils: Type.Boolean(), hasAccount: Type.Boolean(), enteredAt: Nullable(Instant), own: Type.Boolean(), places: Type.Array(Place),
  counts: Nullable(Type.Object({ enrolments: Type.Integer(), employments: Type.Integer(), guardians: Type.Integer(), children: Type.Integer(), groups: Type.Integer() })),
})
export type MergeSide = Static<typeof MergeSide>

/** A suspicion: equal name and birth date. `kept` is the record that would stay. */
export const DoublePair = Type.Object({ kept: MergeSide, gone: MergeSide, obstacles: Type.Array(MergeObstacle), mergeId: Nullable(Id) })
export type DoublePair = Static<typeof DoublePair>

/** Who has the last word: the school alone, a municipality or a region. */
export const MergeJudge = OneOf('school', 'municipality', 'region')
export const Merge = Type.Object({
  id: Id, state: MergeState, kept: MergeSide, gone: MergeSide, obstacles: Type.Array(MergeObstacle), judge: MergeJudge, judgeName: Type.String(), reason: Type.String(), askedAt: Instant, askedBy: Nullable(PersonName), askedSchool: Type.String(),
  decidedAt: Nullable(Instant), decidedBy: Nullable(PersonName), answer: Type.String(), undoUntil: Nullable(Day), undoneAt: Nullable(Instant), undoneBy: Nullable(PersonName), undoReason: Type.String(),
  /** Guardianships that were written down twice and are closed by the merge. */
  closes: Type.Integer(),
  can: Type.Object({ decide: Type.Boolean(), withdraw: Type.Boolean(), undo: Type.Boolean() }),
})
export type Merge = Static<typeof Merge>

const oneMerge = Type.Object({ schoolId: Id, id: Id })
const reason = Type.Object({ reason: Text(300, 3) })
const done = Type.Object({ id: Id, state: MergeState })
const mayAsk = { permission: 'registry.merge.ask' }
const mayDecide = { permission: 'registry.merge.decide' }

export const listDoubles = route({
  method: 'GET', path: '/api/schools/:schoolId/doubles', summary: 'Pairs of records that may be one person, at least one of them of this school', access: mayAsk, params: inSchool, reply: Type.Array(DoublePair),
})
export const previewMerge = route({
  method: 'GET', path: '/api/schools/:schoolId/doubles/:personId/:otherId', summary: 'What a merge of two records would join, and what stands in its way', access: mayAsk,
  params: Type.Object({ schoolId: Id, personId: Id, otherId: Id }), reply: Type.Object({ pair: DoublePair, judge: MergeJudge, judgeName: Type.String(), closes: Type.Integer(), undoDays: Type.Integer() }),
})
export const listMerges = route({
  method: 'GET', path: '/api/schools/:schoolId/merges', summary: 'Merges that concern this school, proposed and decided', access: mayAsk, params: inSchool, reply: Type.Array(Merge),
})
/** Proposes a merge; it is done only by a second step: of the administrator where one school is concerned, of a curator where several are. */
export const askMerge = route({
  method: 'PUT', path: '/api/schools/:schoolId/merges/:id', summary: 'Proposes to make two records one', access: mayAsk, params: oneMerge,
  body: Type.Object({ personId: Id, otherId: Id, reason: Text(300, 3) }), reply: done, problems: ['registry.cannot_merge', 'registry.merge_asked', 'registry.changed_meanwhile'],
})
export const confirmMerge = route({
  method: 'POST', path: '/api/schools/:schoolId/merges/:id/confirm', summary: 'Makes two records of one school one', access: mayAsk, params: oneMerge, reply: done,
  problems: ['registry.cannot_merge', 'registry.merge_decided', 'registry.merge_elsewhere'],
})
export const withdrawMerge = route({
  method: 'POST', path: '/api/schools/:schoolId/merges/:id/withdraw', summary: 'Takes a proposal back', access: mayAsk, params: oneMerge, reply: done, problems: ['registry.merge_decided'],
})
export const undoMerge = route({
  method: 'POST', path: '/api/schools/:schoolId/merges/:id/undo', summary: 'Parts two records of one school again', access: mayAsk, params: oneMerge, body: reason, reply: done,
  problems: ['registry.merge_decided', 'registry.merge_elsewhere', 'registry.undo_too_late', 'registry.snils_taken'],
})
export const listTerritoryMerges = route({
  method: 'GET', path: '/api/merges', summary: 'Merges over several schools of the curator’s territory', access: mayDecide, reply: Type.Array(Merge),
})
export const decideMerge = route({
  method: 'POST', path: '/api/merges/:id/decide', summary: 'Makes two records of several schools one, or refuses', access: mayDecide, params: Type.Object({ id: Id }),
  body: Type.Object({ agree: Type.Boolean(), answer: Text(300) }), reply: done, problems: ['registry.cannot_merge', 'registry.merge_decided', 'registry.merge_elsewhere', 'registry.answer_needed'],
})
export const undoTerritoryMerge = route({
  method: 'POST', path: '/api/merges/:id/undo', summary: 'Parts two records of several schools again', access: mayDecide, params: Type.Object({ id: Id }), body: reason, reply: done,
  problems: ['registry.merge_decided', 'registry.undo_too_late', 'registry.snils_taken'],
})
