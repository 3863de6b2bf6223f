import type { Read, Work } from '@school/server'
import { registry, type EmploymentTable } from '../tables.ts'
import type { NameRow } from '../people/present.ts'

export type NamedEmployment = EmploymentTable & Omit<NameRow, 'id'>

const named = (read: Read) => registry(read).selectFrom('registry.employment as e').innerJoin('registry.person as p', 'p.id', 'e.person_id')
  .selectAll('e').select(['p.last_name', 'p.first_name', 'p.middle_name']).where('e.school_id', '=', read.schoolId)

export const findEmployment = (read: Read, id: string): Promise<NamedEmployment | undefined> => named(read).where('e.id', '=', id).executeTakeFirst()
export const listEmploymentsOf = (read: Read, personId: string): Promise<NamedEmployment[]> => named(read).where('e.person_id', '=', personId).orderBy('e.valid_from', 'desc').execute()
export const findOpenEmployment = (read: Read, personId: string, role: EmploymentTable['role']) =>
  registry(read).selectFrom('registry.employment').selectAll().where('school_id', '=', read.schoolId).where('person_id', '=', personId).where('role', '=', role).where('valid_to', 'is', null).executeTakeFirst()
export const lockEmployment = (work: Work, id: string) =>
  registry(work).selectFrom('registry.employment').selectAll().where('school_id', '=', work.schoolId).where('id', '=', id).forUpdate().executeTakeFirst()

export const saveEmployment = (work: Work, { school_id, id, ...rest }: EmploymentTable) =>
  registry(work).insertInto('registry.employment').values({ school_id, id, ...rest }).onConflict((c) => c.columns(['school_id', 'id']).doUpdateSet(rest)).execute()

/** Whether the person may be a class teacher on that day. */
export const teachesHere = async (read: Read, personId: string, day: string): Promise<boolean> => (await read.rows(
  `select 1 from registry.employment where school_id = $1 and person_id = $2 and role in ('teacher', 'deputyHead', 'principal') and (valid_to is null or valid_to >= $3::date)`, [read.schoolId, personId, day])).length > 0
