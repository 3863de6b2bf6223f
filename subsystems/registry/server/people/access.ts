import { notFound, Problem, type Read, type Work } from '@school/server'
import { schoolDay } from '../schools/store.ts'
import type { PersonTable } from '../tables.ts'

declare const granted: unique symbol
/** A person whom this reader may see, with how much of them; made only by `readablePerson`. */
export interface ReadablePerson { readonly person: PersonTable; readonly detail: Detail; readonly today: string; readonly [granted]: 'read' }
/** A person of this school whom its administrator may correct or relate to others. */
export type RelatedPerson = PersonTable & { readonly [granted]: 'related' }
/** names: as a teacher of a group sees them; contacts: with birth date and telephone, as a class teacher does; all: with identifiers. */
export type Detail = 'names' | 'contacts' | 'all'

/** The parameters of the rule: $1 school, $2 reader, $3 today, $4 'office' | 'staff' | 'family' | 'none', $5 own classes, $6 own children. */
export async function readerOf(read: Read): Promise<readonly unknown[]> {
  const here = read.by.grants.filter((grant) => grant.schoolId === read.schoolId)
  const role = read.by.role
  const kind = role === 'schoolAdmin' || role === 'principal' || role === 'deputyHead' ? 'office' : role === 'teacher' || role === 'homeroomTeacher' ? 'staff' : role === 'parent' || role === 'pupil' ? 'family' : 'none'
  const classes = kind === 'staff' ? here.filter((grant) => grant.role === 'homeroomTeacher').map((grant) => grant.classId) : []
  const children = role === 'parent' ? read.by.acting.map((grant) => grant.scopeId) : []
  return [read.schoolId, read.by.personId, await schoolDay(read), kind, classes, children]
}

const inForce = (t: string) => `${t}.valid_from <= $3::date and (${t}.valid_to is null or ${t}.valid_to >= $3::date)`
const notEnded = (t: string) => `(${t}.valid_to is null or ${t}.valid_to >= $3::date)`

const related = `(exists (select 1 from registry.employment e where e.school_id = $1 and e.person_id = p.id)
  or exists (select 1 from registry.enrolment n where n.school_id = $1 and n.student_id = p.id)
  or exists (select 1 from registry.guardianship_of_record g join registry.enrolment n on n.student_id = g.student_id and n.school_id = $1 where g.guardian_id = p.id))`

/** Pupils of the reader's own class and whoever represents them. */
const ofOwnClass = `(exists (select 1 from registry.enrolment n where n.school_id = $1 and n.student_id = p.id and n.class_id = any($5::uuid[]) and ${inForce('n')})
  or exists (select 1 from registry.guardianship_of_record g join registry.enrolment n on n.student_id = g.student_id and n.school_id = $1
             where g.guardian_id = p.id and n.class_id = any($5::uuid[]) and ${inForce('n')} and ${notEnded('g')}))`

const ofOwnGroups = `exists (select 1 from registry.group_member m join registry.group_teacher t on t.school_id = m.school_id and t.group_id = m.group_id
  join registry.enrolment n on n.school_id = m.school_id and n.student_id = m.student_id
  where m.school_id = $1 and m.student_id = p.id and ${inForce('m')} and t.teacher_id = $2::uuid and ${inForce('t')})`

/** The reading rule over a person `p`: the same words decide one card and every list. */
export const visiblePerson = `(case $4::text
  when 'office' then ${related}
  when 'staff' then (exists (select 1 from registry.employment e where e.school_id = $1 and e.person_id = p.id and ${notEnded('e')})
    or (cardinality($5::uuid[]) > 0 and ${ofOwnClass}) or ${ofOwnGroups})
  when 'family' then ((p.id = $2::uuid or p.id = any($6::uuid[])) and ${related})
  else false end)`

/** How much of a visible person `p` the reader sees. */
export const detailOfPerson = `(case
  when $4::text = 'office' or p.id = $2::uuid or p.id = any($6::uuid[]) then 'all'
  when cardinality($5::uuid[]) > 0 and ${ofOwnClass} then 'contacts'
  else 'names' end)`

/** The person, if this reader may see them. */
export async function readablePerson(read: Read, id: string): Promise<ReadablePerson> {
  const reader = await readerOf(read)
  const [row] = await read.rows<PersonTable & { detail: Detail }>(`select p.*, coalesce(p.snils, (select k.snils from registry.person k where k.id = p.merged_to)) as snils, ${detailOfPerson} as detail from registry.person p where p.id = $7 and ${visiblePerson}`, [...reader, id])
  if (!row) throw notFound()
  const { detail, ...person } = row
  return { person, detail, today: reader[2] as string } as unknown as ReadablePerson
}

/** A person who belongs or once belonged to the school of this work. */
export async function relatedPerson(work: Work, id: string): Promise<RelatedPerson> {
  const [row] = await work.rows<PersonTable>(`select p.* from registry.person p where p.id = $2 and ${related} for update of p`, [work.schoolId, id])
  if (!row) throw notFound()
  return row as RelatedPerson
}

/** The same, told apart from what the requester merely guessed: a pupil who is or was enrolled here. */
export async function relatedPupil(work: Work, id: string): Promise<RelatedPerson> {
  const [row] = await work.rows<PersonTable>(
    `select p.* from registry.person p where p.id = $2 and exists (select 1 from registry.enrolment n where n.school_id = $1
       and (n.student_id = p.id or n.student_id in (select s.other_id from registry.same_person s where s.record_id = p.id))) for update of p`, [work.schoolId, id])
  if (!row) throw new Problem(404, 'not_found')
  return row as RelatedPerson
}
