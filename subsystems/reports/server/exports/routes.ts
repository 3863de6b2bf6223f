import { openContainer } from '@school/gost'
import { fileHeads } from '@school/print'
import { notFound, reading, serve, serveOpen, writing } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/index.ts'
import { orderExport, presentExport } from './exports.ts'
import { sealCertificate } from './seal.ts'
import { findContainer, findExport, listExportRows } from './store.ts'

const usual = 30
const cursor = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f]{8}-[0-9a-f-]{27})$/

export function exportRoutes(app: FastifyInstance): void {
  serve(app, contract.listExports, async (read, { query }) => {
    const limit = query.limit ?? usual
    const [, at, id] = cursor.exec(query.cursor ?? '') ?? []
    const rows = await listExportRows(read, at && id ? { at, id } : null, limit + 1)
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return { rows: rows.slice(0, limit).map(presentExport), next: last ? `${last.ordered_at.toISOString()} ${last.id}` : null }
  })
  serve(app, contract.putExport, (work, { params, body }) => orderExport(work, params.exportId, body))
  serveOpen(app, contract.getExportFile, async ({ params, query }, { kit, by, request, reply }) => {
    const scope = { by, schoolId: params.schoolId, requestId: request.id }
    const found = await reading(kit, scope, async (read) => ({ row: await findExport(read, params.exportId), container: await findContainer(read, params.exportId) }))
    if (!found.row || !found.container) throw notFound()
    const file = query.format === 'pdf' ? openContainer(found.container)?.document : found.container
    const { row } = found
    await writing(kit, scope, async (work) => { work.audit('reports.journal.take', { about: null, after: { exportId: row.id, classId: row.class_id, sha256: row.document_sha256, format: query.format } }) })
    return reply.headers(fileHeads(row.file_name, query.format)).send(file)
  })
  serveOpen(app, contract.getSealCertificate, async (_input, { reply }) => reply.headers({ 'content-type': 'application/x-pem-file', 'content-disposition': 'attachment; filename="journal-seal.pem"' }).send(await sealCertificate()))
}
