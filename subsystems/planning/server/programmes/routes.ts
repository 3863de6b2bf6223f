import { fileHeads } from '@school/print'
import { fileOf, Problem, reading, serve, serveOpen } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/programmes.ts'
import { layProgrammeOn } from '../course-plans/lay.ts'
import { changeableProgramme } from './access.ts'
import { readProgrammeBook, writeProgrammeBook } from './book.ts'
import { programmeOf, programmesOf, putProgramme } from './programmes.ts'
import { readProgrammeRows, rowsOfText } from './read-table.ts'

export function programmeRoutes(app: FastifyInstance): void {
  serve(app, contract.listProgrammes, async (read, { query }) => programmesOf(read, query))
  serve(app, contract.getProgramme, async (read, { params }) => programmeOf(read, params.id))
  serve(app, contract.putProgramme, async (work, { params, body }) => {
    await putProgramme(work, await changeableProgramme(work, params.id), params.id, body)
    return programmeOf(work, params.id)
  })
  serve(app, contract.readProgrammeText, async (_work, { body }) => readProgrammeRows(rowsOfText(body.text)))
  serve(app, contract.layProgramme, async (work, { params, body }) => ({ laid: await layProgrammeOn(work, params.id, body.courseIds) }))
  serveOpen(app, contract.readProgrammeBook, async (_input, open) => {
    const found = await readProgrammeBook((await fileOf(open, 'planning.file_missing')).bytes)
    if (!found) throw new Problem(400, 'planning.file_broken', { field: 'file' })
    return found
  })
  serveOpen(app, contract.getProgrammeBook, async ({ params }, { kit, by, reply }) => {
    const programme = await reading(kit, { by, schoolId: params.schoolId }, (read) => programmeOf(read, params.id))
    return reply.headers(fileHeads(programme.name, 'xlsx')).send(await writeProgrammeBook(programme))
  })
}
