import { fileHeads } from '@school/print'
import { reading, serve, serveOpen, writing, type Open } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/index.ts'
import { wordsIn } from '../words/words.ts'
import { paperOf, workbookOf } from './file.ts'
import { listFor, makeReport, type Wish } from './report.ts'

export function reportRoutes(app: FastifyInstance): void {
  serve(app, contract.listReports, (read, { query }) => listFor(read, query.language))
  serve(app, contract.getClassReport, (read, input) => makeReport(read, input))
  serve(app, contract.getTeacherReport, (read, input) => makeReport(read, input))
  serve(app, contract.getSchoolReport, (read, input) => makeReport(read, input))
  serveOpen(app, contract.getClassReportFile, (input, open) => sendFile(input, open))
  serveOpen(app, contract.getTeacherReportFile, (input, open) => sendFile(input, open))
  serveOpen(app, contract.getSchoolReportFile, (input, open) => sendFile(input, open))
}

type FileWish = Wish & { readonly params: { readonly schoolId: string }; readonly query: { readonly format: 'xlsx' | 'pdf' } }

/** A report that leaves the house leaves a trace: who took it, about whom, in which form. */
async function sendFile(wish: FileWish, { kit, by, request, reply }: Open) {
  const { params, query } = wish
  const scope = { by, schoolId: params.schoolId, requestId: request.id }
  const report = await reading(kit, scope, (read) => makeReport(read, wish))
  const madeAt = new Date(report.madeAt)
  const file = await (query.format === 'xlsx' ? workbookOf(report, query.language) : paperOf(report, query.language, madeAt))
  await writing(kit, scope, async (work) => { work.audit('reports.file.take', { about: params.teacherId ?? null, after: { report: params.key, classId: params.classId ?? null, span: report.span, format: query.format } }) })
  return reply.headers(fileHeads(wordsIn(query.language).fileName(report.title, report.place, report.span), query.format)).send(file)
}
