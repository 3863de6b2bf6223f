import { Day, Id, Instant, Nullable, OneOf, Page, pageQuery, route } from '@school/contract'
import { Type, type Static } from 'typebox'

/** A journal of a class on its way out of the system, or as it stands signed; the hash is that of the document inside the container. */
export const JournalExport = Type.Object({
  id: Id, classId: Id, className: Type.String(), span: Type.String(), starts: Day, until: Day, state: OneOf('making', 'ready', 'failed'), done: Type.Integer(), total: Type.Integer(),
  sha256: Nullable(Type.String()), orderedAt: Instant, readyAt: Nullable(Instant), orderedBy: Type.String(),
})
export type JournalExport = Static<typeof JournalExport>

const may = { permission: 'reports.journal.export' } as const
const one = Type.Object({ schoolId: Id, exportId: Id })

export const listExports = route({ method: 'GET', path: '/api/schools/:schoolId/journal-exports', summary: 'Journals of classes taken out as signed documents', access: may, params: Type.Object({ schoolId: Id }), query: Type.Object(pageQuery), reply: Page(JournalExport) })
export const putExport = route({
  method: 'PUT', path: '/api/schools/:schoolId/journal-exports/:exportId', summary: 'Orders the journal of a class as a signed document; the same order again changes nothing', access: may, params: one,
  body: Type.Object({ classId: Id, periodId: Nullable(Id), language: OneOf('ru', 'en') }), reply: JournalExport, problems: ['reports.id_taken'],
})
export const getExportFile = route({
  method: 'GET', path: '/api/schools/:schoolId/journal-exports/:exportId/file', summary: 'The document with its detached signature in one container, or the document alone', access: may, stream: true, params: one,
  query: Type.Object({ format: OneOf('asics', 'pdf') }), reply: Type.Unknown(),
})
export const getSealCertificate = route({ method: 'GET', path: '/api/journal-seal', summary: 'The certificate with which anyone checks a journal this installation has signed', access: 'public', stream: true, reply: Type.Unknown() })
