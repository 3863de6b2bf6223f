import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/norms.ts'
import { isOffice } from '../office.ts'
import { listNorms, putNorms } from './norms.ts'

export function normRoutes(app: FastifyInstance): void {
  serve(app, contract.getNorms, async (read) => ({ editions: await listNorms(read), can: { change: isOffice(read) } }))
  serve(app, contract.putNorms, async (work, { params, body }) => putNorms(work, params.edition, body))
}
