import type { Read, Work } from '@school/server'
import { registry, type GuardianshipTable } from '../tables.ts'

export interface NamedGuardianship extends GuardianshipTable {
  guardian_last: string; guardian_first: string; guardian_middle: string | null; student_last: string; student_first: string; student_middle: string | null; phone: string | null; email: string | null
}

const named = (where: string) => `
  select g.*, p.last_name as guardian_last, p.first_name as guardian_first, p.middle_name as guardian_middle, p.phone, p.email, s.last_name as student_last, s.first_name as student_first, s.middle_name as student_middle
  from registry.guardianship_of_record g join registry.person p on p.id = g.guardian_id and p.merged_to is null join registry.person s on s.id = g.student_id
  where ${where} and exists (select 1 from registry.enrolment n where n.school_id = $1 and n.student_id = g.student_id)
  order by g.valid_to is not null, g.valid_from, g.id`

export const findGuardianship = async (read: Read, id: string) => (await read.rows<NamedGuardianship>(named('g.id = $2'), [read.schoolId, id]))[0]
export const listGuardianshipsOfStudent = (read: Read, studentId: string) => read.rows<NamedGuardianship>(named('g.student_id = $2'), [read.schoolId, studentId])
export const listGuardianshipsOfGuardian = (read: Read, guardianId: string) => read.rows<NamedGuardianship>(named('g.guardian_id = $2'), [read.schoolId, guardianId])

export const lockGuardianship = (work: Work, id: string) => registry(work).selectFrom('registry.guardianship').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const findOpenGuardianship = async (read: Read, guardianId: string, studentId: string): Promise<GuardianshipTable | undefined> =>
  (await read.rows<GuardianshipTable>('select * from registry.guardianship_of_record where guardian_id = $1 and student_id = $2 and valid_to is null limit 1', [guardianId, studentId]))[0]
export const saveGuardianship = (work: Work, { id, ...rest }: GuardianshipTable) =>
  registry(work).insertInto('registry.guardianship').values({ id, ...rest }).onConflict((c) => c.column('id').doUpdateSet(rest)).execute()

const inForce = '(valid_to is null or valid_to >= $2::date) and valid_from <= $2::date and not restricted'

/** Ids of whoever represents the pupil on that day, with nobody whose rights are restricted. */
export const listGuardianIds = async (read: Read, studentId: string, day: string): Promise<string[]> =>
  (await read.rows<{ id: string }>(`select guardian_id as id from registry.guardianship_of_record where student_id = $1 and ${inForce} order by valid_from, id`, [studentId, day])).map(({ id }) => id)

/** Ids of the pupils whom this person represents on that day. */
export const listChildIds = async (read: Read, guardianId: string, day: string): Promise<string[]> =>
  (await read.rows<{ id: string }>(`select student_id as id from registry.guardianship_of_record where guardian_id = $1 and ${inForce} order by valid_from, id`, [guardianId, day])).map(({ id }) => id)
