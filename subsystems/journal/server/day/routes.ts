import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { getSchoolOverview, getTeacherDay, listUnfilled } from '../../contract/index.ts'
import { overviewOf, teacherDay, unfilledOf } from './day.ts'

export function dayRoutes(app: FastifyInstance): void {
  serve(app, getTeacherDay, (read, { query }) => teacherDay(read, query.date))
  serve(app, listUnfilled, (read) => unfilledOf(read))
  serve(app, getSchoolOverview, (read, { query }) => overviewOf(read, query.date))
}
