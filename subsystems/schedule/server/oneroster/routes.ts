import { notFound, Problem, serve, serveOpen, writing } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/exports.ts'
import { makeExport } from './exports.ts'
import { findExport, listExportRows, type ExportRow } from './store.ts'

const present = ({ id, recipient, format, mode, made_at, counts }: ExportRow) => ({ id, recipient, format, mode, madeAt: made_at.toISOString(), counts })

export function exportRoutes(app: FastifyInstance): void {
  serve(app, contract.makeRosterExport, async (work, { params, body }) => present(await makeExport(work, params.id, body)))
  serve(app, contract.listRosterExports, async (read) => (await listExportRows(read)).map(present))
  serveOpen(app, contract.getRosterExport, async ({ params }, open) => {
    const row = await writing(open.kit, { by: open.by, schoolId: params.schoolId, requestId: open.request.id }, async (work) => {
      const found = await findExport(work, params.id)
      if (!found) throw notFound()
      work.audit('schedule.roster.download', { about: params.id, after: { recipient: found.recipient } })
      return found
    })
    if (row.content === null) throw new Problem(410, 'schedule.export_over')
    const [type, extension] = row.format === 'workbook' ? ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'] : ['application/zip', 'zip']
    return open.reply.type(type).header('content-disposition', `attachment; filename="school-${row.made_at.toISOString().slice(0, 10)}.${extension}"`).header('cache-control', 'no-store').send(Buffer.from(row.content))
  })
}
