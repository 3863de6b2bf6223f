import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/enrolment.ts'
import { resolveWho } from '../people/people.ts'
import { sameRevision } from '../revision.ts'
import { changeableEnrolment, openClass } from './access.ts'
import { enrol, getEnrolment, transfer, withdraw } from './enrolment.ts'

export function enrolmentRoutes(app: FastifyInstance): void {
  serve(app, contract.enrolPupil, async (work, { params, body }) => {
    const into = await openClass(work, body.classId)
    await enrol(work, into, { ...body, id: params.id, studentId: (await resolveWho(work, body.who)).id })
    return getEnrolment(work, params.id)
  })
  serve(app, contract.transferPupil, async (work, { params, body }) => {
    const from = await changeableEnrolment(work, params.id)
    sameRevision(from, body.basedOn)
    await transfer(work, from, await openClass(work, body.classId), body)
    return getEnrolment(work, body.newId)
  })
  serve(app, contract.withdrawPupil, async (work, { params, body }) => {
    const from = await changeableEnrolment(work, params.id)
    sameRevision(from, body.basedOn)
    await withdraw(work, from, body)
    return getEnrolment(work, params.id)
  })
}
