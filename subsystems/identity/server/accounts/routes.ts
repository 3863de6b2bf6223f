import { printSnils } from '@school/contract'
import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { decideMergeCase, listMergeCases } from '../../contract/sign-in.ts'
import { decideCase } from './accounts.ts'
import { listCases } from './store.ts'

interface CameNames { lastName: string; firstName: string; middleName: string | null; birthDate: string }

/** Serves the cases in which two accounts claim one СНИЛС. */
export function accountRoutes(app: FastifyInstance): void {
  serve(app, listMergeCases, async (read) => (await listCases(read)).map((row) => {
    const came = row.came as CameNames
    return {
      id: row.id, at: row.at.toISOString(), snils: printSnils(row.snils), state: row.state,
      came: { name: [came.lastName, came.firstName, came.middleName].filter(Boolean).join(' '), birthDate: came.birthDate, oid: row.came_oid },
      known: { name: row.known_name, birthDate: row.known_birth, oid: null },
    }
  }))
  serve(app, decideMergeCase, async (work, { params, body }) => {
    await decideCase(work, params.id, body.decision, body.reason.trim())
    return { done: true as const }
  })
}
