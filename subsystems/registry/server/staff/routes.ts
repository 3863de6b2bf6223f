import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/employment.ts'
import { resolveWho } from '../people/people.ts'
import { sameRevision } from '../revision.ts'
import { changeableEmployment } from './access.ts'
import { correctEmployment, employ, endEmployment, getEmployment } from './staff.ts'

export function staffRoutes(app: FastifyInstance): void {
  serve(app, contract.putEmployment, async (work, { params, body }) => {
    if (body.basedOn === null) await employ(work, { ...body, id: params.id, personId: (await resolveWho(work, body.who)).id })
    else await correctEmployment(work, await changeableEmployment(work, params.id), { ...body, basedOn: body.basedOn })
    return getEmployment(work, params.id)
  })
  serve(app, contract.endEmployment, async (work, { params, body }) => {
    const employment = await changeableEmployment(work, params.id)
    sameRevision(employment, body.basedOn)
    await endEmployment(work, employment, body.validTo)
    return getEmployment(work, params.id)
  })
}
