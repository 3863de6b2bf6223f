import { Id, Instant, OneOf, route, Text } from '@school/contract'
import { Type } from 'typebox'
import { inSchool, one } from './shapes.ts'

const access = { permission: 'schedule.roster.export' } as const
const Mode = OneOf('bulk', 'delta')
export const RosterExport = Type.Object({
  id: Id, recipient: Type.String(), format: OneOf('oneroster', 'workbook'), mode: Mode, madeAt: Instant,
  /** Records by file or sheet. */
  counts: Type.Record(Type.String(), Type.Integer()),
})

/** Makes a package of the school's lists for a recipient; the same id again gives the same package. A package of changes needs an earlier one to that recipient. */
export const makeRosterExport = route({
  method: 'PUT', path: '/api/schools/:schoolId/roster-exports/:id', summary: 'Makes a package of the school\'s lists: OneRoster 1.2 CSV (all or changes) or our workbook', access, params: one,
  body: Type.Object({ recipient: Text(120), format: OneOf('oneroster', 'workbook'), mode: Mode }), reply: RosterExport, limit: { max: 60, per: 'hour' }, problems: ['schedule.export_no_earlier', 'schedule.year_not_open'],
})
export const listRosterExports = route({ method: 'GET', path: '/api/schools/:schoolId/roster-exports', summary: 'Packages given away, newest first, at most fifty', access, params: inSchool, reply: Type.Array(RosterExport) })
/** The file itself, for a day after it was made. */
export const getRosterExport = route({ method: 'GET', path: '/api/schools/:schoolId/roster-exports/:id/file', summary: 'Downloads a package', access, params: one, stream: true, reply: Type.Unknown(), problems: ['schedule.export_over'] })
