// not messages: the letters that searching holds equal
import { newId } from '@school/contract'
import type { Read, Work } from '@school/server'
import { identity, type KidTable, type RequestTable } from '../tables.ts'

export interface Candidate { id: string; last_name: string; first_name: string; middle_name: string | null; birth_date: string; class_name: string | null }

const fold = (column: string) => `replace(lower(${column}), 'ё', 'е')`
const alike = `((p.birth_date = $2::date and (${fold('p.last_name')} = $3 or ${fold('p.first_name')} = $4)) or (${fold('p.last_name')} = $3 and ${fold('p.first_name')} = $4) or p.id = $5::uuid)`
const inForce = (t: string) => `(${t}.valid_to is null or ${t}.valid_to >= $6::date)`

const pupils = `
  select p.id, p.last_name, p.first_name, p.middle_name, p.birth_date, c.name as class_name
  from registry.v_enrolment n join registry.v_person p on p.id = n.student_id left join registry.v_class c on c.school_id = n.school_id and c.id = n.class_id
  where n.school_id = $1 and ${inForce('n')} and ${alike} order by p.last_name, p.first_name, p.id limit 20`
const staff = `
  select distinct p.id, p.last_name, p.first_name, p.middle_name, p.birth_date, null::text as class_name
  from registry.v_employment n join registry.v_person p on p.id = n.person_id where n.school_id = $1 and ${inForce('n')} and ${alike} limit 20`

/** People of the school who may be the one asked about: by name and birth date, or the holder of the СНИЛС. */
export const listCandidates = (read: Read, of: 'pupils' | 'staff', like: { birthDate: string; lastName: string; firstName: string; holderId: string | null }): Promise<Candidate[]> =>
  read.rows<Candidate>(of === 'pupils' ? pupils : staff, [read.schoolId, like.birthDate, folded(like.lastName), folded(like.firstName), like.holderId, read.now.toISOString().slice(0, 10)])

const folded = (text: string) => text.trim().toLowerCase().replaceAll('ё', 'е')

export const findRequest = (read: Read, id: string) => identity(read).selectFrom('identity.join_request').selectAll().where('school_id', '=', read.schoolId).where('id', '=', id).executeTakeFirst()
/** Locks the request so that two administrators take turns. */
export const findRequestForUpdate = (work: Work, id: string) =>
  identity(work).selectFrom('identity.join_request').selectAll().where('school_id', '=', work.schoolId).where('id', '=', id).forUpdate().executeTakeFirst()

export const insertRequest = (work: Work, row: RequestTable) => identity(work).insertInto('identity.join_request').values({ ...row, about: JSON.stringify(row.about), comparison: JSON.stringify(row.comparison) } as never).execute()

/** A correction, unless one waits for the same record; tells whether it was put. */
export const insertCorrection = async (work: Work, row: RequestTable): Promise<boolean> => (await identity(work).insertInto('identity.join_request')
  .values({ ...row, about: JSON.stringify(row.about), comparison: JSON.stringify(row.comparison) } as never).onConflict((c) => c.doNothing()).returning('id').executeTakeFirst()) !== undefined

/** Whether the school has refused a correction to exactly these data. */
export const findRefusedCorrection = async (read: Read, matchedId: string, named: unknown): Promise<boolean> => (await read.rows(
  `select 1 from identity.join_request where school_id = $1 and matched_id = $2 and kind = 'correction' and state = 'REJECTED' and about -> 'named' = $3::jsonb limit 1`, [read.schoolId, matchedId, JSON.stringify(named)])).length > 0

export const changeRequest = (work: Work, row: RequestTable, changed: Partial<RequestTable>): Promise<RequestTable> =>
  identity(work).updateTable('identity.join_request')
    .set({ ...changed, ...(changed.comparison === undefined ? {} : { comparison: JSON.stringify(changed.comparison) as never }), revision: row.revision + 1 })
    .where('school_id', '=', work.schoolId).where('id', '=', row.id).returningAll().executeTakeFirstOrThrow()

export const addStep = (work: Work, requestId: string, step: string, details: unknown = null, byId: string | null = work.by.sessionId ? work.by.personId : null) =>
  identity(work).insertInto('identity.join_request_step').values({ school_id: work.schoolId, request_id: requestId, id: newId(), at: work.now, by_id: byId, step, details: details === null ? null : (JSON.stringify(details) as never) }).execute()

export const listSteps = (read: Read, requestId: string) => read.rows<{ id: string; at: Date; step: string; details: Record<string, unknown> | null; by_name: string | null }>(
  `select t.id, t.at, t.step, t.details, p.last_name || ' ' || p.first_name as by_name from identity.join_request_step t left join registry.v_person p on p.id = t.by_id
   where t.school_id = $1 and t.request_id = $2 order by t.at, t.id`, [read.schoolId, requestId])

export const findClassName = async (read: Read, classId: string | null) =>
  classId === null ? null : (await identity(read).selectFrom('registry.v_class_name').select('name').where('school_id', '=', read.schoolId).where('id', '=', classId).executeTakeFirst())?.name ?? null

export const listWaitingOfAsker = (read: Read, askerId: string) => identity(read).selectFrom('identity.v_request').selectAll().where('asked_by', '=', askerId).where('state', '=', 'PENDING').execute()

export const findKid = (read: Read, parentId: string, oid: string) => identity(read).selectFrom('identity.esia_kid').selectAll().where('parent_id', '=', parentId).where('oid', '=', oid).executeTakeFirst()
export const listKidsOf = (read: Read, parentId: string) => identity(read).selectFrom('identity.esia_kid').selectAll().where('parent_id', '=', parentId).orderBy('position').execute()
export async function replaceKids(work: Work, parentId: string, kids: readonly KidTable[]): Promise<void> {
  await work.rows('delete from identity.esia_kid where parent_id = $1', [parentId])
  if (kids.length > 0) await identity(work).insertInto('identity.esia_kid').values([...kids]).execute()
}

/** Every guardianship between two people, ended and restricted ones too. */
export const listGuardianships = (read: Read, guardianId: string, studentId: string) =>
  identity(read).selectFrom('registry.v_guardianship').selectAll().where('guardian_id', '=', guardianId).where('student_id', '=', studentId).execute()

/** The schools in which a person is a pupil today. */
export const listSchoolsOfPupil = async (read: Read, studentId: string): Promise<string[]> => (await read.rows<{ school_id: string }>(
  `select distinct school_id from identity.v_role where person_id = $1 and role = 'pupil' and (valid_to is null or valid_to >= $2::date) order by school_id`, [studentId, read.now.toISOString().slice(0, 10)])).map((row) => row.school_id)

/** The schools to which a person belongs today, those of staff and pupils first. */
export const listSchoolsOfPerson = async (read: Read, personId: string): Promise<string[]> => (await read.rows<{ school_id: string }>(
  `select school_id from identity.v_role where person_id = $1 and school_id is not null and valid_from <= $2::date and (valid_to is null or valid_to >= $2::date)
   group by school_id order by bool_and(role = 'parent'), school_id`, [personId, read.now.toISOString().slice(0, 10)])).map((row) => row.school_id)

export const listOpenRoles = (read: Read, personId: string) => read.rows<{ role: string; class_id: string | null }>(
  'select role, class_id from identity.v_role where person_id = $1 and school_id = $2 and (valid_to is null or valid_to >= $3::date)', [personId, read.schoolId, read.now.toISOString().slice(0, 10)])

/** The requests of a record become those of another: the account has moved. */
export const moveRequests = (work: Work, fromId: string, toId: string) =>
  work.rows('update identity.join_request set asked_by = $3 where school_id = $1 and asked_by = $2', [work.schoolId, fromId, toId])

/** The short name of the school of this transaction. */
export const findSchoolName = async (read: Read): Promise<string | undefined> =>
  (await identity(read).selectFrom('registry.v_school').select('short_name').where('id', '=', read.schoolId).executeTakeFirst())?.short_name
