import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { getClassPromotion, putClassPromotion, putDebtAttempt } from '../../contract/index.ts'
import { finalClass } from '../finals/access.ts'
import { decidableClass, decidablePupil } from './access.ts'
import { putAttempt } from './debts.ts'
import { classPromotion, decide } from './promotion.ts'

export function promotionRoutes(app: FastifyInstance): void {
  serve(app, getClassPromotion, async (read, { params }) => classPromotion(read, await finalClass(read, params.classId)))
  serve(app, putClassPromotion, async (work, { params, body }) => ({ outcomes: await decide(work, await decidableClass(work, params.classId), body) }))
  serve(app, putDebtAttempt, async (work, { params, body }) => putAttempt(work, await decidablePupil(work, params.studentId), params, body))
}
