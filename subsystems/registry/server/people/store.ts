// not messages: the letters that searching and sorting hold equal
import type { Read, Work } from '@school/server'
import { registry, type PersonTable } from '../tables.ts'
import type { PersonFields } from './rules.ts'

export const findPersonRow = (read: Read, id: string) => registry(read).selectFrom('registry.person').selectAll().where('id', '=', id).executeTakeFirst()
export const findPersonForUpdate = (work: Work, id: string) => registry(work).selectFrom('registry.person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const findPersonRowBySnils = (read: Read, snils: string) => registry(read).selectFrom('registry.person').selectAll().where('snils', '=', snils).executeTakeFirst()
export const findPersonRowByOid = (read: Read, oid: string) => registry(read).selectFrom('registry.person').selectAll().where('esia_oid', '=', oid).executeTakeFirst()

export const insertPerson = (work: Work, id: string, fields: PersonFields): Promise<PersonTable> =>
  registry(work).insertInto('registry.person').values({ id, ...fields, esia_oid: null, created_at: work.now, revision: 1 }).returningAll().executeTakeFirstOrThrow()
export const updatePerson = (work: Work, id: string, changed: Partial<PersonTable>): Promise<PersonTable> =>
  registry(work).updateTable('registry.person').set(changed).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

const folded = (column: string) => `replace(lower(${column}), 'ё', 'е')`

const alike = `
  select p.* from registry.person p
  where p.id <> $6 and not exists (select 1 from registry.same_person s where s.record_id = $6 and s.other_id = p.id) and ((${folded('p.last_name')} = $2 and ${folded('p.first_name')} = $3 and ($4::date is null or p.birth_date = $4)) or p.snils = $5)
    and (exists (select 1 from registry.employment e where e.school_id = $1 and e.person_id = p.id) or exists (select 1 from registry.enrolment n where n.school_id = $1 and n.student_id = p.id)
      or exists (select 1 from registry.guardianship_of_record g join registry.enrolment n on n.student_id = g.student_id and n.school_id = $1 where g.guardian_id = p.id))
  order by p.last_name, p.first_name, p.id limit 20`

/** People of this school who may be the same one: equal name (and birth date, when it is given) or equal СНИЛС. */
export const listAlike = (read: Read, like: { id: string; lastName: string; firstName: string; birthDate: string | null; snils: string | null }) =>
  read.rows<PersonTable>(alike, [read.schoolId, fold(like.lastName), fold(like.firstName), like.birthDate, like.snils, like.id])

const fold = (text: string) => text.trim().toLowerCase().replaceAll('ё', 'е')

const history = `
  select e.id, e.at, e.action, e.before, e.after, p.id as by_id, p.last_name, p.first_name, p.middle_name
  from audit.entry e left join registry.person p on p.id = e.actor_id
  where (e.about_id = $2 or e.about_id = any(array(select s.other_id from registry.same_person s where s.record_id = $2))) and (e.school_id = $1 or e.school_id is null) and e.action like 'registry.%'
  order by e.at desc, e.id desc limit 200`

export interface HistoryRow { id: string; at: Date; action: string; before: unknown; after: unknown; by_id: string | null; last_name: string; first_name: string; middle_name: string | null }
/** What was done about a person in this school, newest first. */
export const listHistory = (read: Read, personId: string) => read.rows<HistoryRow>(history, [read.schoolId, personId])
