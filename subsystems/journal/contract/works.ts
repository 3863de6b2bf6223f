import { Id, Instant, Nullable, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { BasedOn, Criterion, Reason, Revision, Scale } from './shapes.ts'

const one = Type.Object({ schoolId: Id, lessonId: Id, workId: Id })

export const JournalWork = Type.Object({
  id: Id, typeId: Id, type: Type.String(), shortName: Type.String(), isControl: Type.Boolean(), weight: Type.Integer(), title: Type.String(), scale: Scale, /** Empty unless the scale is `criteria`. */ criteria: Type.Array(Criterion), sort: Type.Integer(),
  /** From when families see its marks; null: at once. */
  visibleFrom: Nullable(Instant), revision: Revision,
})
export type JournalWork = Static<typeof JournalWork>

/** Plans a work in a lesson or changes it; weight null takes the one of its type. */
export const putWork = route({
  method: 'PUT', path: '/api/schools/:schoolId/lessons/:lessonId/works/:workId', summary: 'Puts a work of a lesson', access: { permission: 'journal.lesson.put' }, params: one,
  body: Type.Object({ typeId: Id, title: Type.Optional(Text(200)), weight: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 20 }))), sort: Type.Optional(Type.Integer({ minimum: 0, maximum: 99 })), /** Left out, a new work goes by the school's rule and an old one stays; once it holds marks it is only shown sooner. */ visibleFrom: Type.Optional(Nullable(Instant)), /** Only where the scale is `criteria`; left out, they stay. */ criteria: Type.Optional(Type.Array(Criterion, { minItems: 1, maxItems: 12 })), basedOn: BasedOn, reason: Reason }),
  reply: JournalWork, problems: ['journal.changed_meanwhile', 'journal.lesson_closed', 'journal.period_closed', 'journal.reason_needed', 'journal.work_has_marks', 'journal.id_taken', 'journal.type_archived'],
})
/** A work that holds marks stays. */
export const removeWork = route({
  method: 'DELETE', path: '/api/schools/:schoolId/lessons/:lessonId/works/:workId', summary: 'Takes a work of a lesson back', access: { permission: 'journal.lesson.put' }, params: one,
  query: Type.Object({ basedOn: Type.Integer({ minimum: 1 }), reason: Reason }), reply: JournalWork, problems: ['journal.changed_meanwhile', 'journal.lesson_closed', 'journal.period_closed', 'journal.reason_needed', 'journal.work_has_marks'],
})
