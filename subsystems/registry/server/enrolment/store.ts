import type { Read, Work } from '@school/server'
import { registry, type EnrolmentTable } from '../tables.ts'
import type { NameRow } from '../people/present.ts'

export type NamedEnrolment = EnrolmentTable & Omit<NameRow, 'id'> & { class_name: string }

const named = (read: Read) => registry(read).selectFrom('registry.enrolment as n').innerJoin('registry.person as p', 'p.id', 'n.student_id')
  .innerJoin('registry.class_unit as c', (j) => j.onRef('c.school_id', '=', 'n.school_id').onRef('c.id', '=', 'n.class_id'))
  .selectAll('n').select(['p.last_name', 'p.first_name', 'p.middle_name', 'c.name as class_name']).where('n.school_id', '=', read.schoolId)

export const findEnrolment = (read: Read, id: string): Promise<NamedEnrolment | undefined> => named(read).where('n.id', '=', id).executeTakeFirst()
export const listEnrolmentsOf = (read: Read, studentId: string): Promise<NamedEnrolment[]> => named(read).where('n.student_id', '=', studentId).orderBy('n.valid_from', 'desc').execute()
export const lockEnrolment = (work: Work, id: string) =>
  registry(work).selectFrom('registry.enrolment').selectAll().where('school_id', '=', work.schoolId).where('id', '=', id).forUpdate().executeTakeFirst()
/** The latest enrolment of a pupil in this school, ended or not. */
export const lockLatestEnrolment = (work: Work, studentId: string) =>
  registry(work).selectFrom('registry.enrolment').selectAll().where('school_id', '=', work.schoolId).where('student_id', '=', studentId).orderBy('valid_from', 'desc').limit(1).forUpdate().executeTakeFirst()
export const saveEnrolment = (work: Work, { school_id, id, ...rest }: EnrolmentTable) =>
  registry(work).insertInto('registry.enrolment').values({ school_id, id, ...rest }).onConflict((c) => c.columns(['school_id', 'id']).doUpdateSet(rest)).execute()

/** The class of a pupil in this school on a day. */
export const findClassOf = async (read: Read, studentId: string, day: string): Promise<{ id: string; name: string } | undefined> => (await read.rows<{ id: string; name: string }>(
  `select c.id, c.name from registry.enrolment n join registry.class_unit c on c.school_id = n.school_id and c.id = n.class_id
   where n.school_id = $1 and n.student_id = $2 and n.valid_from <= $3::date and (n.valid_to is null or n.valid_to >= $3::date)`, [read.schoolId, studentId, day]))[0]
