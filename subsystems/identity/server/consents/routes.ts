import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { giveConsent, listConsents, withdrawConsent } from '../../contract/consents.ts'
import { answerable } from './access.ts'
import { consentsOf, give, withdraw } from './consents.ts'

/** Serves documents, answers and their withdrawal. */
export function consentRoutes(app: FastifyInstance): void {
  serve(app, listConsents, async (read) => {
    const { documents, subjects } = await consentsOf(read)
    return {
      documents: documents.map((one) => ({ purpose: one.purpose, edition: one.edition, title: one.title, body: one.body, hash: one.hash, inForceFrom: one.in_force_from, required: one.required, audience: one.audience })),
      subjects: subjects.map(({ subject, states }) => ({ id: subject.id, name: subject.name, self: subject.self, mayAnswer: subject.mayAnswer, states })),
    }
  })
  serve(app, giveConsent, async (work, { params, body }) => give(work, await answerable(work, params.subjectId), params.purpose, body))
  serve(app, withdrawConsent, async (work, { params }) => withdraw(work, await answerable(work, params.subjectId), params.purpose))
}
