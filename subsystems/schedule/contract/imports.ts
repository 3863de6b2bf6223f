import { Day, Id, Instant, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { inSchool, one, Week } from './shapes.ts'

/** One thing to mend in a file: where it stands, what is wrong (a code), and the form that is expected. */
export const FileError = Type.Object({ sheet: Nullable(Type.String()), row: Type.Integer(), column: Nullable(Type.String()), code: Type.String(), value: Type.String(), hint: Nullable(Type.String()) })
const Slot = Type.Object({ weekday: Type.Integer(), number: Type.Integer(), week: Week })
/** One thing the import would do; lessons of a week say where they stood and will stand. */
export const Change = Type.Object({ kind: Type.String(), row: Nullable(Type.Integer()), title: Type.String(), before: Nullable(Type.String()), after: Type.String(), was: Type.Optional(Slot), at: Type.Optional(Slot) })
/** What a name of a foreign file may mean here. `target` null is undecided; 'new' makes one; 'skip' leaves it out. */
export const NameMapping = Type.Object({
  kind: OneOf('subject', 'teacher', 'students', 'room', 'day', 'hour'), source: Type.String(), target: Nullable(Type.String()), targetName: Nullable(Type.String()), confidence: Type.Number(), reason: Type.String(), lessons: Type.Integer(),
  others: Type.Array(Type.Object({ target: Type.String(), name: Type.String() })),
})
export type NameMapping = Static<typeof NameMapping>

export const Import = Type.Object({
  id: Id, kind: OneOf('roster', 'timetable'), state: OneOf('mapping', 'ready', 'broken', 'done', 'expired'), fileName: Type.String(), createdAt: Instant, doneAt: Nullable(Instant),
  errors: Type.Array(FileError), errorCount: Type.Integer(), counts: Type.Record(Type.String(), Type.Integer()), changes: Type.Array(Change), changeCount: Type.Integer(),
  mapping: Type.Array(NameMapping), options: Type.Array(Type.Object({ kind: Type.String(), id: Type.String(), name: Type.String() })), validFrom: Nullable(Day), unplaced: Type.Integer(),
})
export type Import = Static<typeof Import>

const access = { permission: 'schedule.import.run' } as const
const upload = { access, params: one, stream: true, reply: Import, limit: { max: 60, per: 'hour' } } as const

/** multipart/form-data with one file. Nothing is written but the proposal. */
export const uploadRoster = route({ method: 'POST', path: '/api/schools/:schoolId/imports/:id/roster', summary: 'Reads a workbook of people, classes, groups and load and says what it would change', ...upload, problems: ['schedule.file_broken', 'schedule.file_missing'] })
export const uploadTimetable = route({ method: 'POST', path: '/api/schools/:schoolId/imports/:id/timetable', summary: 'Reads a FET file and proposes what its names mean', ...upload, problems: ['schedule.file_broken', 'schedule.file_missing', 'schedule.year_not_open'] })
export const getImport = route({ method: 'GET', path: '/api/schools/:schoolId/imports/:id', summary: 'An import with its proposal', access, params: one, query: Type.Object({ offset: Type.Optional(Type.Integer({ minimum: 0 })) }), reply: Import })
export const listImports = route({
  method: 'GET', path: '/api/schools/:schoolId/imports', summary: 'Imports of the school, newest first', access, params: inSchool,
  reply: Type.Array(Type.Object({ id: Id, kind: Import.properties.kind, state: Import.properties.state, fileName: Type.String(), createdAt: Instant, doneAt: Nullable(Instant), changeCount: Type.Integer() })),
})
export const mapNames = route({
  method: 'PUT', path: '/api/schools/:schoolId/imports/:id/mapping', summary: 'Says what names of a timetable file mean; without names it looks again at what the import would change', access, params: one, audit: false, // a proposal; the import itself leaves the trace
  body: Type.Object({ names: Type.Array(Type.Object({ kind: NameMapping.properties.kind, source: Text(300), target: Nullable(Text(100)) }), { maxItems: 2000 }), validFrom: Type.Optional(Day) }), reply: Import, problems: ['schedule.import_over', 'schedule.unknown_target'],
})
/** Writes what was shown, all or nothing; a repeat changes nothing. */
export const confirmImport = route({
  method: 'POST', path: '/api/schools/:schoolId/imports/:id/confirm', summary: 'Writes a proposed import', access, params: one, reply: Import,
  problems: ['schedule.import_over', 'schedule.import_broken', 'schedule.import_undecided', 'schedule.import_stale'],
})
export const getTemplate = route({ method: 'GET', path: '/api/schools/:schoolId/import-template', summary: 'Our workbook to fill in (xlsx)', access, params: inSchool, stream: true, reply: Type.Unknown() })
