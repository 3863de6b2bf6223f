import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { getClassDesk, getSchoolDesk, listOwed } from '../../contract/index.ts'
import { finalClass } from '../finals/access.ts'
import { classDesk, owedOf, schoolDesk } from './desks.ts'

export function deskRoutes(app: FastifyInstance): void {
  serve(app, getClassDesk, async (read, { params }) => classDesk(read, await finalClass(read, params.classId)))
  serve(app, getSchoolDesk, (read) => schoolDesk(read))
  serve(app, listOwed, (read, { query }) => owedOf(read, query.page ?? 1))
}
