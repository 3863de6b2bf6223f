import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/year.ts'
import { openYear, yearStateOf } from './year.ts'

export function yearRoutes(app: FastifyInstance): void {
  serve(app, contract.getYearState, async (read, { query }) => yearStateOf(read, query.year))
  serve(app, contract.openSchoolYear, async (work, { params }) => {
    await openYear(work, params.year)
    return yearStateOf(work, params.year)
  })
}
