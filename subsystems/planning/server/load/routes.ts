import { fileHeads } from '@school/print'
import { reading, serve, serveOpen } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/load.ts'
import { writeLoadBook } from './book.ts'
import { matrixOf, putRate } from './matrix.ts'

export function loadRoutes(app: FastifyInstance): void {
  serve(app, contract.getLoadMatrix, async (read, { query }) => matrixOf(read, query.year))
  serve(app, contract.putTeacherRate, async (work, { params, body }) => {
    await putRate(work, params.teacherId, body.year, body.rate)
    return { rate: body.rate }
  })
  serveOpen(app, contract.getLoadBook, async ({ params, query }, { kit, by, reply }) => {
    const matrix = await reading(kit, { by, schoolId: params.schoolId }, (read) => matrixOf(read, query.year))
    // not a message: the name under which the office keeps the file
    return reply.headers(fileHeads(`Тарификация ${matrix.year}`, 'xlsx')).send(await writeLoadBook(matrix))
  })
}
