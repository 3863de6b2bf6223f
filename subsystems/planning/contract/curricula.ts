import { Day, Done, Id, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { BasedOn, Finding, Grade, inSchool, Level, Named, one, Part, PersonName, Year } from './shapes.ts'

const Kind = OneOf('class', 'individual', 'home')
const EditionState = OneOf('draft', 'accepted')
export const Cell = Type.Object({ grade: Grade, hours: Type.Number({ minimum: 0.25, maximum: 40 }), groups: Type.Integer({ minimum: 1, maximum: 4 }) })
export const Line = Type.Object({ id: Id, part: Part, area: Text(120), subjectId: Id, advanced: Type.Boolean(), cells: Type.Array(Cell, { maxItems: 12 }) })
export type Line = Static<typeof Line>
export const Edition = Type.Object({
  edition: Type.Integer(), validFrom: Day, reason: Type.String(), state: EditionState, orderNumber: Type.String(), despite: Type.String(), acceptedBy: Nullable(PersonName), acceptedAt: Nullable(Type.String()),
})
export type Edition = Static<typeof Edition>

/** A federal variant by name, to choose from. */
const Standard = Type.Object({ key: Type.String(), title: Type.String(), level: Level, weekDays: Type.Integer(), fromGrade: Grade, toGrade: Grade })
export type Standard = Static<typeof Standard>
export const CurriculumHead = Type.Object({
  id: Id, year: Year, name: Type.String(), kind: Kind, level: Level, profile: Type.String(), weekDays: Type.Integer(), standard: Type.String(), fromGrade: Grade, toGrade: Grade, revision: Type.Integer(),
})
export type CurriculumHead = Static<typeof CurriculumHead>
export const CurriculumRow = Type.Object({
  ...CurriculumHead.properties, edition: Type.Integer(), state: EditionState, errors: Type.Integer(), warnings: Type.Integer(), classes: Type.Array(Named), students: Type.Integer(),
  totals: Type.Array(Type.Object({ grade: Grade, hours: Type.Number() })),
})
export type CurriculumRow = Static<typeof CurriculumRow>
export const PlanStudent = Type.Object({ student: PersonName, className: Nullable(Type.String()), from: Day, to: Nullable(Day), basis: Type.String() })
export type PlanStudent = Static<typeof PlanStudent>

export const Curriculum = Type.Object({
  head: CurriculumHead, editions: Type.Array(Edition), shown: Type.Integer(), lines: Type.Array(Type.Object({ ...Line.properties, subject: Type.String() })), findings: Type.Array(Finding),
  classes: Type.Array(Named), students: Type.Array(PlanStudent), weekMost: Type.Array(Type.Object({ grade: Grade, hours: Nullable(Type.Number()), weeks: Type.Integer(), /** Weeks at the beginning that are shorter, and their hours. */ shortWeeks: Type.Integer(), shortHours: Type.Number() })),
  standards: Type.Array(Standard),
  can: Type.Object({ change: Type.Boolean(), edit: Type.Boolean() }),
})
export type Curriculum = Static<typeof Curriculum>

const read = { permission: 'planning.curriculum.read' } as const
const put = { permission: 'planning.curriculum.put' } as const
const edition = Type.Object({ schoolId: Id, id: Id, edition: Type.Integer({ minimum: 1, maximum: 500 }) })

export const listCurricula = route({
  method: 'GET', path: '/api/schools/:schoolId/curricula', summary: 'Curriculum plans of a school year, by default the current one', access: read, params: inSchool, query: Type.Object({ year: Type.Optional(Year) }),
  reply: Type.Object({ year: Year, rows: Type.Array(CurriculumRow), without: Type.Array(Named), standards: Type.Array(Standard), lastYear: Type.Integer(), can: Type.Object({ change: Type.Boolean() }) }),
})
export const getCurriculum = route({
  method: 'GET', path: '/api/schools/:schoolId/curricula/:id', summary: 'A plan with one of its editions, by default the latest', access: read, params: one, query: Type.Object({ edition: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) }), reply: Curriculum,
})
/** Makes a plan (after a federal variant or empty) or corrects its head. */
export const putCurriculum = route({
  method: 'PUT', path: '/api/schools/:schoolId/curricula/:id', summary: 'Makes a plan or corrects its head', access: put, params: one,
  body: Type.Object({ year: Year, name: Text(120, 2), kind: Kind, level: Level, profile: Text(120), weekDays: Type.Integer({ minimum: 5, maximum: 6 }), standard: Text(40), fromGrade: Grade, toGrade: Grade, filled: Type.Boolean(), basedOn: BasedOn }),
  reply: Curriculum, problems: ['planning.name_taken', 'planning.grades_wrong', 'planning.changed_meanwhile'],
})
/** Writes the draft; the number after the last accepted edition begins a correction that holds from a day on. */
export const putEdition = route({
  method: 'PUT', path: '/api/schools/:schoolId/curricula/:id/editions/:edition', summary: 'Writes the draft of an edition', access: put, params: edition,
  body: Type.Object({ validFrom: Day, reason: Text(300), lines: Type.Array(Line, { maxItems: 120 }), basedOn: Type.Integer({ minimum: 1 }) }),
  reply: Curriculum, problems: ['planning.edition_accepted', 'planning.edition_order', 'planning.subject_twice', 'planning.changed_meanwhile'],
})
export const removeEdition = route({ method: 'DELETE', path: '/api/schools/:schoolId/curricula/:id/editions/:edition', summary: 'Throws a draft away; a plan that was never accepted goes with it', access: put, params: edition, reply: Done, problems: ['planning.edition_accepted', 'planning.in_use'] })
/** Accepts a draft; what breaks the law is accepted only with a reason. */
export const acceptEdition = route({
  method: 'PUT', path: '/api/schools/:schoolId/curricula/:id/editions/:edition/accepted', summary: 'Accepts a draft by order', access: put, params: edition,
  body: Type.Object({ orderNumber: Text(60), despite: Text(300) }), reply: Curriculum, problems: ['planning.has_errors', 'planning.edition_accepted'],
})
export const putPlanClasses = route({
  method: 'PUT', path: '/api/schools/:schoolId/curricula/:id/classes', summary: 'Says which classes are taught by a plan', access: put, params: one, body: Type.Object({ classIds: Type.Array(Id, { maxItems: 200 }) }), reply: Curriculum, problems: ['planning.grades_wrong'],
})
export const putPlanStudents = route({
  method: 'PUT', path: '/api/schools/:schoolId/curricula/:id/students', summary: 'Says who is taught by an individual plan', access: put, params: one,
  body: Type.Object({ students: Type.Array(Type.Object({ studentId: Id, from: Day, to: Nullable(Day), basis: Text(200) }), { maxItems: 200 }) }), reply: Curriculum, problems: ['planning.not_individual', 'planning.dates_wrong'],
})
/** Copies the plans of another year as drafts; what has its name already stays. */
export const copyCurricula = route({
  method: 'PUT', path: '/api/schools/:schoolId/school-years/:year/curricula', summary: 'Copies the plans of another year as drafts', access: put, params: Type.Object({ schoolId: Id, year: Year }),
  body: Type.Object({ fromYear: Year }), reply: Type.Object({ copied: Type.Integer(), kept: Type.Integer() }), problems: ['planning.nothing_to_copy'],
})
export const getCurriculumBook = route({ method: 'GET', path: '/api/schools/:schoolId/curricula/:id/workbook', summary: 'The plan as a workbook (xlsx)', access: read, params: one, query: Type.Object({ edition: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) }), stream: true, reply: Type.Unknown() })

/** A row of a file as it would enter the draft. */
export const ReadLine = Type.Object({ row: Type.Integer(), part: Part, area: Type.String(), subject: Type.String(), subjectId: Nullable(Id), advanced: Type.Boolean(), cells: Type.Array(Cell) })
export const ReadFault = Type.Object({ row: Type.Integer(), code: Type.String(), value: Type.String() })
/** Reads a workbook and shows what it holds; nothing is written. */
export const readCurriculumBook = route({
  method: 'POST', path: '/api/schools/:schoolId/curricula/:id/workbook', summary: 'Reads a plan from a workbook without writing', access: put, params: one, stream: true,
  reply: Type.Object({ lines: Type.Array(ReadLine), faults: Type.Array(ReadFault) }), problems: ['planning.file_missing', 'planning.file_broken'],
})

export const CourseChange = Type.Object({
  key: Type.String(), kind: OneOf('make', 'hours', 'split', 'close'), className: Type.String(), subject: Type.String(), group: Type.String(), was: Nullable(Type.Number()), becomes: Nullable(Type.Number()),
})
export type CourseChange = Static<typeof CourseChange>
const CoursePreview = Type.Object({ changes: Type.Array(CourseChange), same: Type.Integer(), edition: Nullable(Type.Integer()), classes: Type.Integer(), mark: Type.String() })
/** What courses and groups would be made or changed, if the accepted edition were brought in. */
export const previewCourses = route({ method: 'GET', path: '/api/schools/:schoolId/curricula/:id/courses', summary: 'What bringing in the plan would change', access: put, params: one, query: Type.Object({ from: Type.Optional(Day) }), reply: CoursePreview })
/** Brings the plan in: exactly what the preview with this mark showed. */
export const applyCourses = route({
  method: 'PUT', path: '/api/schools/:schoolId/curricula/:id/courses', summary: 'Makes courses and groups of the plan', access: put, params: one, body: Type.Object({ from: Day, mark: Type.String({ maxLength: 80 }), skip: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 500 }) }),
  reply: Type.Object({ done: Type.Integer() }), problems: ['planning.preview_stale', 'planning.not_accepted'],
})
