import { Day, Id, Instant, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'

const Name = Text(200)
/** The record of a pupil as it travels between schools: what one school knows of one school year, and the final marks of all. Version 1; `key` names a mark for good. */
export const StudentRecordDocument = Type.Object({
  format: Type.Literal('moya-shkola.student-record'), version: Type.Literal(1), id: Id, madeAt: Instant,
  school: Type.Object({ id: Id, name: Name, place: Name }),
  pupil: Type.Object({ lastName: Name, firstName: Name, middleName: Nullable(Name), birthDate: Nullable(Day) }),
  year: Type.Integer({ minimum: 1990, maximum: 2200 }), className: Name,
  enrolments: Type.Array(Type.Object({ className: Name, from: Day, to: Nullable(Day), order: Name, endOrder: Name }), { maxItems: 60 }),
  periods: Type.Array(Type.Object({ ordinal: Type.Integer({ minimum: 1, maximum: 20 }), name: Name, starts: Day, ends: Day }), { maxItems: 20 }),
  subjects: Type.Array(Type.Object({
    name: Name,
    marks: Type.Array(Type.Object({ key: Id, date: Day, value: Text(20, 1), weight: Type.Integer({ minimum: 0, maximum: 100 }), scale: Text(40), work: Name }), { maxItems: 1000 }),
    /** `period` is the ordinal of a period of `year`; null for marks of whole years. */
    finals: Type.Array(Type.Object({ year: Type.Integer(), kind: OneOf('period', 'year', 'exam', 'final'), period: Nullable(Type.Integer()), value: OneOf('1', '2', '3', '4', '5', 'pass', 'fail', 'notAttested', 'exempt') }), { maxItems: 200 }),
    missed: Type.Integer({ minimum: 0 }),
  }), { maxItems: 100 }),
  absences: Type.Array(Type.Object({ date: Day, number: Type.Integer(), subject: Name, code: Text(40, 1), reason: Nullable(Text(40)) }), { maxItems: 3000 }),
})
export type StudentRecordDocument = Static<typeof StudentRecordDocument>

/** A record made here, signed; the hash is that of the document inside the container. */
export const MadeRecord = Type.Object({ id: Id, year: Type.Integer(), className: Type.String(), sha256: Type.String(), madeAt: Instant, madeBy: Type.String() })
export type MadeRecord = Static<typeof MadeRecord>

/** Why a signature is not taken on trust; `changed` and what is like it close the way altogether. */
const Fault = Type.Object({ code: Type.String(), details: Type.Record(Type.String(), Type.String()) })
/** A record brought from another school: what it says, how its signature stands, and what would be written. */
export const ReceivedRecord = Type.Object({
  id: Id, state: OneOf('read', 'taken'), receivedAt: Instant, receivedBy: Type.String(), takenAt: Nullable(Instant), fileName: Type.String(),
  document: StudentRecordDocument,
  signature: Type.Object({ ok: Type.Boolean(), signer: Nullable(Type.String()), signedAt: Nullable(Instant), faults: Type.Array(Fault) }),
  /** Where the record and the card of the pupil differ. */
  differences: Type.Array(Type.Object({ field: OneOf('lastName', 'firstName', 'middleName', 'birthDate'), theirs: Nullable(Type.String()), ours: Nullable(Type.String()) })),
  subjects: Type.Array(Type.Object({ name: Type.String(), subjectId: Nullable(Id), marks: Type.Integer(), finals: Type.Integer() })),
  /** What the taking wrote; null before it. */
  written: Nullable(Type.Object({ marks: Type.Integer(), finals: Type.Integer(), left: Type.Integer() })),
})
export type ReceivedRecord = Static<typeof ReceivedRecord>

const may = { permission: 'reports.record.keep' } as const
const ofPupil = Type.Object({ schoolId: Id, studentId: Id })
const one = Type.Object({ schoolId: Id, studentId: Id, recordId: Id })

export const listRecords = route({
  method: 'GET', path: '/api/schools/:schoolId/students/:studentId/records', summary: 'Records of a pupil made here and brought from other schools', access: may, params: ofPupil,
  reply: Type.Object({ made: Type.Array(MadeRecord), received: Type.Array(ReceivedRecord), subjects: Type.Array(Type.Object({ id: Id, name: Type.String() })) }),
})
export const makeRecord = route({
  method: 'PUT', path: '/api/schools/:schoolId/students/:studentId/records/:recordId', summary: 'Makes the signed record of a pupil; the same again answers with the same record', access: may, params: one, reply: MadeRecord, problems: ['reports.id_taken', 'reports.not_signed'],
})
export const getRecordFile = route({
  method: 'GET', path: '/api/schools/:schoolId/students/:studentId/records/:recordId/file', summary: 'The record in its container with a detached signature, or as a page to print', access: may, stream: true, params: one,
  query: Type.Object({ format: OneOf('asics', 'pdf'), language: Type.Optional(OneOf('ru', 'en')) }), reply: Type.Unknown(),
})
/** multipart/form-data with one file. Nothing is written to the journal. */
export const receiveRecord = route({
  method: 'POST', path: '/api/schools/:schoolId/students/:studentId/received-records/:recordId', summary: 'Reads a record brought from another school: checks the signature and says what it would write', access: may, params: one, stream: true,
  reply: ReceivedRecord, problems: ['reports.file_missing', 'reports.record_broken', 'reports.record_changed', 'reports.own_record', 'reports.id_taken'], limit: { max: 60, per: 'hour' },
})
export const takeRecord = route({
  method: 'PUT', path: '/api/schools/:schoolId/students/:studentId/received-records/:recordId/taken', summary: 'Writes marks and final marks of a received record into the journal', access: may, params: one,
  body: Type.Object({
    subjects: Type.Array(Type.Object({ name: Name, subjectId: Nullable(Id) }), { maxItems: 100 }),
    /** Needed where the signature is not ours to trust or the record names the pupil otherwise: by what it was checked. */
    checkedBy: Text(300),
  }),
  reply: ReceivedRecord, problems: ['reports.check_needed', 'reports.other_pupil', 'reports.subject_twice'],
})
