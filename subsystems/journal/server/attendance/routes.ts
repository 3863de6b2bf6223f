import { serve, Problem } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { classAbsences, decideExcuse, getAbsentToday, getClassAttendance, getClassDay, getSchoolAttendance, listAttendanceRules, listExcuses, putAbsenceSpans, putAttendanceRule, putAbsenceReason, putAbsenceSpan, putClassDay, putExcuse, removeAbsenceSpan } from '../../contract/index.ts'
import { dayAfter, isDay } from '../lessons/rules.ts'
import { excusablePupil, explainablePupil, readableClass, writableClass } from './access.ts'
import { readablePupil } from '../diary/access.ts'
import { absentOn, attendanceOfClass, attendanceOfSchool, attendanceRules, putAttendanceRuleFrom, putSpans } from './board.ts'
import { answerExcuse, askExcuse } from './excuses.ts'
import { classDayOf, putClassDayOf } from './class-day.ts'
import { presentExcuse } from './present.ts'
import { absencesOfClass, giveReason, putSpan, removeSpan } from './reasons.ts'
import { listStudentExcuses } from './store.ts'

export function attendanceRoutes(app: FastifyInstance): void {
  boardRoutes(app)
  serve(app, putAbsenceReason, async (work, { params, body }) =>
    giveReason(work, await explainablePupil(work, params.studentId), params.lessonId, { reason: body.reason, note: body.note ?? '', basedOn: body.basedOn }))
  serve(app, putAbsenceSpan, async (work, { params, body }) => putSpan(work, await explainablePupil(work, params.studentId), params.spanId, { ...body, note: body.note ?? '' }))
  serve(app, removeAbsenceSpan, async (work, { params }) => ({ absences: await removeSpan(work, await explainablePupil(work, params.studentId), params.spanId) }))
  serve(app, putExcuse, async (work, { params, body }) => askExcuse(work, await excusablePupil(work, params.studentId), params.excuseId, body))
  serve(app, decideExcuse, async (work, { params, body }) => answerExcuse(work, await explainablePupil(work, params.studentId), params.excuseId, body.accept, body.answer ?? ''))
  serve(app, listExcuses, async (read, { params }) => {
    await readablePupil(app.kit, read, params.studentId)
    return (await listStudentExcuses(read, params.studentId)).map(presentExcuse)
  })
  serve(app, classAbsences, async (read, { params, query }) => {
    const of = await readableClass(read, params.classId)
    const [from, to] = [query.from ?? query.to ?? of.today, query.to ?? query.from ?? of.today]
    if (!isDay(from) || !isDay(to) || to < from || to > dayAfter(from, 370)) throw new Problem(400, 'journal.range_wrong')
    return absencesOfClass(read, of, from, to, query.only === 'withoutReason')
  })
}

function boardRoutes(app: FastifyInstance): void {
  serve(app, getAbsentToday, (read, { query }) => absentOn(read, query.date))
  serve(app, putAbsenceSpans, async (work, { params, body }) => ({ absences: await putSpans(work, await readableClass(work, params.classId), body) }))
  serve(app, getClassDay, async (read, { params }) => classDayOf(read, await readableClass(read, params.classId), params.date))
  serve(app, putClassDay, async (work, { params, body }) => ({ outcomes: await putClassDayOf(work, await writableClass(work, params.classId), params.date, body) }))
  serve(app, getClassAttendance, async (read, { params, query }) => attendanceOfClass(read, await readableClass(read, params.classId), query))
  serve(app, getSchoolAttendance, (read, { query }) => attendanceOfSchool(read, query))
  serve(app, listAttendanceRules, (read) => attendanceRules(read))
  serve(app, putAttendanceRule, async (work, { params, body }) => {
    await putAttendanceRuleFrom(work, params.validFrom, body)
    return { done: true as const }
  })
}
