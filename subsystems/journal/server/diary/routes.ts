import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { acknowledgeWeek, getDiaryWeek, getMissing, getStudentToday, listAbsences } from '../../contract/index.ts'
import { ownChildOf } from './access.ts'
import { missingOf } from './missing.ts'
import { absencesOf, todayOf } from './today.ts'
import { acknowledge, weekOf } from './week.ts'

export function diaryRoutes(app: FastifyInstance): void {
  serve(app, getDiaryWeek, (read, { params, query }) => weekOf(app.kit, read, params.studentId, query.week))
  serve(app, acknowledgeWeek, async (work, { params }) => acknowledge(work, await ownChildOf(work, params.studentId), params.week))
  serve(app, listAbsences, (read, { params, query }) => absencesOf(app.kit, read, params.studentId, query))
  serve(app, getMissing, (read, { params }) => missingOf(app.kit, read, params.studentId))
  serve(app, getStudentToday, (read, { params, query }) => todayOf(app.kit, read, params.studentId, query.since))
}
