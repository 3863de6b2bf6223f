import { serve, Problem } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { classAbsences, putAbsenceReason, putAbsenceSpan, removeAbsenceSpan } from '../../contract/index.ts'
import { dayAfter, isDay } from '../lessons/rules.ts'
import { explainablePupil, readableClass } from './access.ts'
import { absencesOfClass, giveReason, putSpan, removeSpan } from './reasons.ts'

export function attendanceRoutes(app: FastifyInstance): void {
  serve(app, putAbsenceReason, async (work, { params, body }) =>
    giveReason(work, await explainablePupil(work, params.studentId), params.lessonId, { reason: body.reason, note: body.note ?? '', basedOn: body.basedOn }))
  serve(app, putAbsenceSpan, async (work, { params, body }) => putSpan(work, await explainablePupil(work, params.studentId), params.spanId, { ...body, note: body.note ?? '' }))
  serve(app, removeAbsenceSpan, async (work, { params }) => ({ absences: await removeSpan(work, await explainablePupil(work, params.studentId), params.spanId) }))
  serve(app, classAbsences, async (read, { params, query }) => {
    const of = await readableClass(read, params.classId)
    const [from, to] = [query.from ?? query.to ?? of.today, query.to ?? query.from ?? of.today]
    if (!isDay(from) || !isDay(to) || to < from || to > dayAfter(from, 370)) throw new Problem(400, 'journal.range_wrong')
    return absencesOfClass(read, of, from, to, query.only === 'withoutReason')
  })
}
