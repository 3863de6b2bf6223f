import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { askStepUp, confirmStepUp } from '../../contract/step-up.ts'
import { findSettings } from '../settings.ts'
import { askSignature, confirmSignature, signsAnyway } from './step-up.ts'

/** Serves the step of signing before a weighty act. */
export function stepUpRoutes(app: FastifyInstance): void {
  const signatures = () => findSettings(app.kit)?.signatures
  serve(app, askStepUp, async (work, { body }) => {
    const study = signatures()?.study ?? false
    if (signsAnyway(work)) return { needed: false, id: null, text: '', expiresAt: null, study }
    const { id, text, expiresAt } = await askSignature(work, body.operation, body.aboutId, body.act)
    return { needed: true, id, text, expiresAt: expiresAt.toISOString(), study }
  })
  serve(app, confirmStepUp, async (work, { params, body }) => confirmSignature(work, signatures(), params.id, body.signature))
}
