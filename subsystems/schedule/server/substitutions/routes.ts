import { fileHeads } from '@school/print'
import { obstaclesTo, Problem, reading, serve, serveOpen } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/substitutions.ts'
import { paperDay } from '../timetable/print-words.ts'
import { refuseRecorded } from '../lessons/lessons.ts'
import { addDays } from '../lessons/rules.ts'
import { dropAbsence, putAbsenceOf } from './absences.ts'
import { listChangesOfDay, listPaid } from './day-store.ts'
import { printDay, printPay } from './print.ts'
import { words } from './print-words.ts'
import { listAbsenceRows, listAbsentLessonRows } from './store.ts'
import { propose, settle, unsettle } from './substitutions.ts'

const mostDays = 93
function refuseSpan({ from, to }: { from: string; to: string }): void {
  if (to < from || addDays(from, mostDays) < to) throw new Problem(409, 'schedule.dates_wrong', { field: 'to' })
}
const monthOf = (day: string) => ({ from: `${day.slice(0, 7)}-01`, to: addDays(`${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`, -1) })

export function substitutionRoutes(app: FastifyInstance): void {
  serve(app, contract.listAbsences, async (read, { query }) => { refuseSpan(query); return listAbsenceRows(read, query.from, query.to) })
  serve(app, contract.putAbsence, (work, { params, body }) => putAbsenceOf(work, params.id, body))
  serve(app, contract.removeAbsence, async (work, { params }) => { await dropAbsence(work, params.id); return { done: true as const } })
  serve(app, contract.listAbsentLessons, async (read, { query }) => { refuseSpan(query); return listAbsentLessonRows(read, query.from, query.to, { absenceId: query.absenceId }) })
  serve(app, contract.listProposals, (read, { params }) => propose(read, params.lessonId))
  serve(app, contract.putCover, async (work, { params, body }) => {
    if (body.kind === 'cancel') await refuseRecorded(() => obstaclesTo(app.kit, 'schedule.lesson.cancel', work, params.lessonId))
    return settle(work, params.lessonId, body)
  })
  serve(app, contract.undoCover, async (work, { params }) => { await unsettle(work, params.lessonId); return { done: true as const } })
  serve(app, contract.listDayChanges, (read, { params }) => listChangesOfDay(read, params.date))
  serve(app, contract.getPaySheet, async (read, { query }) => { const { from, to } = monthOf(query.month); return { month: from, rows: await listPaid(read, from, to) } })
  serveOpen(app, contract.printDayChanges, async ({ params, query }, { kit, by, reply }) => {
    const changes = await reading(kit, { by, schoolId: params.schoolId }, (read) => listChangesOfDay(read, params.date))
    const language = query.lang ?? 'ru'
    return reply.headers(fileHeads(`${words[language].day} ${paperDay(params.date)}`, 'pdf')).send(await printDay(params.date, changes, { size: query.size ?? 'A4', language, madeAt: kit.clock() }))
  })
  serveOpen(app, contract.printPaySheet, async ({ params, query }, { kit, by, reply }) => {
    const { from, to } = monthOf(query.month)
    const rows = await reading(kit, { by, schoolId: params.schoolId }, (read) => listPaid(read, from, to))
    const language = query.lang ?? 'ru'
    return reply.headers(fileHeads(`${words[language].sheet} ${from.slice(0, 7)}`, 'xlsx')).send(await printPay({ month: from, rows }, language))
  })
}
