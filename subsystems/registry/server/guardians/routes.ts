import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/guardianship.ts'
import { relatedPupil } from '../people/access.ts'
import { resolveWho } from '../people/people.ts'
import { sameRevision } from '../revision.ts'
import { changeableGuardianship } from './access.ts'
import { addGuardianship, correctGuardianship, endGuardianship, getGuardianship } from './guardians.ts'

export function guardianRoutes(app: FastifyInstance): void {
  serve(app, contract.putGuardianship, async (work, { params, body }) => {
    if (body.basedOn === null) {
      await relatedPupil(work, body.studentId)
      await addGuardianship(work, { ...body, id: params.id, guardianId: (await resolveWho(work, body.who)).id })
    } else await correctGuardianship(work, await changeableGuardianship(work, params.id), { ...body, basedOn: body.basedOn })
    return getGuardianship(work, params.id)
  })
  serve(app, contract.endGuardianship, async (work, { params, body }) => {
    const guardianship = await changeableGuardianship(work, params.id)
    sameRevision(guardianship, body.basedOn)
    await endGuardianship(work, guardianship, body.validTo, body.document)
    return getGuardianship(work, params.id)
  })
}
