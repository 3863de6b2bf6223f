import { registryFace, schoolYearOf } from '@school/registry/server'
import { fileHeads } from '@school/print'
import { fileOf, Problem, reading, serve, serveOpen } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/curricula.ts'
import { normsOn } from '../norms/norms.ts'
import { readPlanBook, writePlanBook } from './book.ts'
import { acceptEdition, copyCurricula, putClasses, putCurriculum, putEdition, putStudents, removeEdition } from './curricula.ts'
import { curriculaOf, curriculumOf, judgedOn } from './present.ts'
import { listSubjectRows } from './store.ts'

export function curriculumRoutes(app: FastifyInstance): void {
  serve(app, contract.listCurricula, async (read, { query }) => {
    const today = await registryFace.schoolDay(read)
    return curriculaOf(read, query.year ?? schoolYearOf(today), today)
  })
  serve(app, contract.getCurriculum, async (read, { params, query }) => curriculumOf(read, params.id, query.edition))
  serve(app, contract.putCurriculum, async (work, { params, body }) => {
    await putCurriculum(work, params.id, body)
    return curriculumOf(work, params.id)
  })
  serve(app, contract.putEdition, async (work, { params, body }) => {
    await putEdition(work, params.id, params.edition, body)
    return curriculumOf(work, params.id, params.edition)
  })
  serve(app, contract.removeEdition, async (work, { params }) => {
    await removeEdition(work, params.id, params.edition)
    return { done: true as const }
  })
  serve(app, contract.acceptEdition, async (work, { params, body }) => {
    await acceptEdition(work, params.id, params.edition, body)
    return curriculumOf(work, params.id, params.edition)
  })
  serve(app, contract.putPlanClasses, async (work, { params, body }) => {
    await putClasses(work, params.id, body.classIds)
    return curriculumOf(work, params.id)
  })
  serve(app, contract.putPlanStudents, async (work, { params, body }) => {
    await putStudents(work, params.id, body.students)
    return curriculumOf(work, params.id)
  })
  serve(app, contract.copyCurricula, async (work, { params, body }) => copyCurricula(work, body.fromYear, params.year))
  bookRoutes(app)
}

function bookRoutes(app: FastifyInstance): void {
  serveOpen(app, contract.getCurriculumBook, async ({ params, query }, { kit, by, reply }) => {
    const { bytes, name } = await reading(kit, { by, schoolId: params.schoolId }, async (read) => {
      const sheet = await curriculumOf(read, params.id, query.edition)
      return { bytes: await writePlanBook(sheet, await normsOn(read, judgedOn(sheet.head.year, await registryFace.schoolDay(read)))), name: sheet.head.name }
    })
    return reply.headers(fileHeads(name, 'xlsx')).send(bytes)
  })
  serveOpen(app, contract.readCurriculumBook, async ({ params }, open) => {
    const file = await fileOf(open, 'planning.file_missing')
    const read = await reading(open.kit, { by: open.by, schoolId: params.schoolId }, async (one) => {
      await curriculumOf(one, params.id)
      return listSubjectRows(one)
    })
    const found = await readPlanBook(file.bytes, read)
    if (!found) throw new Problem(400, 'planning.file_broken', { field: 'file' })
    return found
  })
}
