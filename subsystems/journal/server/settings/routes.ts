import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { getSettings, putMarkingRule, putWorkType } from '../../contract/index.ts'
import { putRule, putType, settingsOf } from './settings.ts'

export function settingsRoutes(app: FastifyInstance): void {
  serve(app, getSettings, (read) => settingsOf(read))
  serve(app, putWorkType, (work, { params, body }) => putType(work, params.workTypeId, body))
  serve(app, putMarkingRule, (work, { params, body }) => putRule(work, params.edition, body))
}
