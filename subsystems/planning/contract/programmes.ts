import { Id, Nullable, OneOf, Page, pageQuery, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { BasedOn, Finding, Grade, inSchool, Named, one, PersonName } from './shapes.ts'

export const Link = Type.Object({ title: Text(160), href: Type.String({ maxLength: 600, pattern: '^https?://[^\\s]+$' }) })
const ItemParts = { section: Text(300), topic: Text(500, 1), hours: Type.Integer({ minimum: 1, maximum: 99 }), control: Text(80), homework: Text(600), links: Type.Array(Link, { maxItems: 12 }) }
export const ProgrammeItem = Type.Object({ id: Id, ...ItemParts })
export type ProgrammeItem = Static<typeof ProgrammeItem>

export const ProgrammeRow = Type.Object({
  id: Id, subject: Named, grade: Nullable(Grade), name: Type.String(), author: Type.String(), archived: Type.Boolean(), hours: Type.Integer(), items: Type.Integer(), controls: Type.Integer(), courses: Type.Integer(), changedBy: PersonName, revision: Type.Integer(),
})
export type ProgrammeRow = Static<typeof ProgrammeRow>
/** A course that this programme fits: the same subject in the same grade. */
export const FittingCourse = Type.Object({ id: Id, group: Type.String(), subject: Type.String(), teachers: Type.Array(PersonName), hoursYear: Type.Integer(), laid: OneOf('this', 'other', 'none'), mine: Type.Boolean() })
export type FittingCourse = Static<typeof FittingCourse>
export const Programme = Type.Object({ ...ProgrammeRow.properties, list: Type.Array(ProgrammeItem), findings: Type.Array(Finding), fits: Type.Array(FittingCourse), can: Type.Object({ change: Type.Boolean(), lay: Type.Boolean() }) })
export type Programme = Static<typeof Programme>

const read = { permission: 'planning.programme.read' } as const
const put = { permission: 'planning.programme.put' } as const

export const listProgrammes = route({
  method: 'GET', path: '/api/schools/:schoolId/programmes', summary: 'Programmes of the school: themes and lessons of a subject in a grade', access: read, params: inSchool,
  query: Type.Object({ ...pageQuery, subjectId: Type.Optional(Id), grade: Type.Optional(Grade), archived: Type.Optional(Type.Boolean()) }),
  reply: Type.Object({ ...Page(ProgrammeRow).properties, can: Type.Object({ put: Type.Boolean() }) }),
})
export const getProgramme = route({ method: 'GET', path: '/api/schools/:schoolId/programmes/:id', summary: 'A programme with its lessons and the courses it fits', access: read, params: one, reply: Programme })
/** Makes a programme or writes it whole; whoever made it and the office may. */
export const putProgramme = route({
  method: 'PUT', path: '/api/schools/:schoolId/programmes/:id', summary: 'Makes or changes a programme', access: put, params: one,
  body: Type.Object({ subjectId: Id, grade: Nullable(Grade), name: Text(160, 2), author: Text(200), archived: Type.Boolean(), list: Type.Array(ProgrammeItem, { maxItems: 400 }), basedOn: BasedOn }),
  reply: Programme, problems: ['planning.changed_meanwhile', 'planning.item_twice'],
})

export const ReadItem = Type.Object({ row: Type.Integer(), ...ItemParts, topic: Type.String(), section: Type.String(), homework: Type.String(), control: Type.String() })
const ReadReply = Type.Object({ items: Type.Array(ReadItem), faults: Type.Array(Type.Object({ row: Type.Integer(), code: Type.String(), value: Type.String() })), columns: Type.Array(Type.Object({ title: Type.String(), means: Type.String() })) })
export type ReadProgramme = Static<typeof ReadReply>
// Nothing is written: what was read goes back to be looked at, hence no trace.
export const readProgrammeText = route({
  method: 'POST', path: '/api/schools/:schoolId/programme-texts', summary: 'Reads a pasted table or list without writing', access: put, params: inSchool, audit: false, body: Type.Object({ text: Text(200_000) }), reply: ReadReply, limit: { max: 120, per: 'minute' },
})
export const readProgrammeBook = route({
  method: 'POST', path: '/api/schools/:schoolId/programme-books', summary: 'Reads a workbook without writing', access: put, params: inSchool, stream: true, reply: ReadReply, problems: ['planning.file_missing', 'planning.file_broken'],
})
export const getProgrammeBook = route({ method: 'GET', path: '/api/schools/:schoolId/programmes/:id/workbook', summary: 'The programme as a workbook (xlsx)', access: read, params: one, stream: true, reply: Type.Unknown() })
/** Gives the programme to courses and lays its lessons on their dates; a course that lives by another one changes to it. */
export const layProgramme = route({
  method: 'PUT', path: '/api/schools/:schoolId/programmes/:id/courses', summary: 'Lays the programme on the dates of courses', access: put, params: one, body: Type.Object({ courseIds: Type.Array(Id, { minItems: 1, maxItems: 60 }) }),
  reply: Type.Object({ laid: Type.Array(Type.Object({ courseId: Id, group: Type.String(), lessons: Type.Integer(), over: Type.Integer(), spare: Type.Integer() })) }), problems: ['planning.programme_empty', 'planning.other_subject'],
})
