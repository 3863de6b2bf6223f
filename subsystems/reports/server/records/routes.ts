import { openContainer } from '@school/gost'
import { fileHeads } from '@school/print'
import { fileOf, notFound, reading, serve, serveOpen, writing } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/index.ts'
import { fullName, wordsIn } from '../words/words.ts'
import { keptPupil } from './access.ts'
import { readDocument, sha256Of } from './document.ts'
import { makeRecordOf, presentMade } from './make.ts'
import { recordPaper } from './paper.ts'
import { presentReceived, readBrought, receive, take } from './receive.ts'
import { findMadeContainer, listMade, listReceived, listSubjectNames } from './store.ts'

export function recordRoutes(app: FastifyInstance): void {
  serve(app, contract.listRecords, async (read, { params }) => {
    const pupil = await keptPupil(read, params.studentId)
    const [made, received, subjects] = await Promise.all([listMade(read, pupil.id), listReceived(read, pupil.id), listSubjectNames(read)])
    return { made: made.map(presentMade), received: received.map((row) => presentReceived(row, pupil, subjects)), subjects }
  })
  serve(app, contract.makeRecord, async (work, { params }) => makeRecordOf(work, await keptPupil(work, params.studentId), params.recordId))
  serveOpen(app, contract.getRecordFile, async ({ params, query }, { kit, by, request, reply }) => {
    const scope = { by, schoolId: params.schoolId, requestId: request.id }
    const { pupil, container } = await reading(kit, scope, async (read) => { const one = await keptPupil(read, params.studentId); return { pupil: one, container: await findMadeContainer(read, one.id, params.recordId) } })
    if (!container) throw notFound()
    const file = query.format === 'asics' ? container : await paperOf(container, query.language ?? 'ru')
    await writing(kit, scope, async (work) => { work.audit('reports.record.give', { about: pupil.id, after: { recordId: params.recordId, format: query.format } }) })
    return reply.headers(fileHeads(`${wordsIn(query.language).record.title} ${fullName(pupil)}`, query.format)).send(file)
  })
  serveOpen(app, contract.receiveRecord, async ({ params }, { kit, by, request }) => {
    const scope = { by, schoolId: params.schoolId, requestId: request.id }
    await reading(kit, scope, (read) => keptPupil(read, params.studentId))
    const file = await fileOf({ request }, 'reports.file_missing')
    const brought = await readBrought(file.bytes, file.name, kit.clock())
    return writing(kit, scope, async (work) => receive(work, await keptPupil(work, params.studentId), params.recordId, brought))
  })
  serve(app, contract.takeRecord, async (work, { params, body }) => take(work, await keptPupil(work, params.studentId), params.recordId, body))
}

async function paperOf(container: Buffer, language: 'ru' | 'en'): Promise<Buffer> {
  const { document } = openContainer(container)!
  return recordPaper(readDocument(document)!, sha256Of(document), language, wordsIn(language))
}
