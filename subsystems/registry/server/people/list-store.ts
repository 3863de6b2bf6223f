// not messages: the letters that searching and sorting hold equal
import type { Read } from '@school/server'
import type { Relation } from '../../contract/people.ts'
import type { PersonTable } from '../tables.ts'
import { detailOfPerson, readerOf, visiblePerson, type Detail } from './access.ts'

export interface ListedPerson extends PersonTable { detail: Detail; note: string[]; class_id: string | null; key: string }
export interface PeopleWanted { relation: Relation; search?: string | undefined; classId?: string | undefined; former: boolean; after?: readonly string[] | undefined; limit: number }

const notEnded = (t: string) => `(${t}.valid_to is null or ${t}.valid_to >= $3::date)`

/** Who belongs under each heading now; whoever once did and no longer does is "former". */
const current: Record<Relation, string> = {
  staff: `exists (select 1 from registry.employment e where e.school_id = $1 and e.person_id = p.id and ${notEnded('e')})`,
  pupil: `exists (select 1 from registry.enrolment n where n.school_id = $1 and n.student_id = p.id and ${notEnded('n')})`,
  guardian: `exists (select 1 from registry.guardianship_of_record g join registry.enrolment n on n.school_id = $1 and n.student_id = g.student_id where g.guardian_id = p.id and p.merged_to is null and ${notEnded('g')} and ${notEnded('n')})`,
}
const ever: Record<Relation, string> = {
  staff: 'exists (select 1 from registry.employment e where e.school_id = $1 and e.person_id = p.id)',
  pupil: 'exists (select 1 from registry.enrolment n where n.school_id = $1 and n.student_id = p.id)',
  guardian: 'exists (select 1 from registry.guardianship_of_record g join registry.enrolment n on n.school_id = $1 and n.student_id = g.student_id where g.guardian_id = p.id and p.merged_to is null)',
}
const ofClass: Record<Relation, string> = {
  staff: 'true',
  pupil: `exists (select 1 from registry.enrolment n where n.school_id = $1 and n.student_id = p.id and n.class_id = $7::uuid and ${notEnded('n')})`,
  guardian: `exists (select 1 from registry.guardianship_of_record g join registry.enrolment n on n.school_id = $1 and n.student_id = g.student_id where g.guardian_id = p.id and p.merged_to is null and n.class_id = $7::uuid and ${notEnded('g')} and ${notEnded('n')})`,
}
const note: Record<Relation, string> = {
  staff: 'array(select distinct e.position from registry.employment e where e.school_id = $1 and e.person_id = p.id order by e.position)',
  pupil: `array(select c.name from registry.enrolment n join registry.class_unit c on c.school_id = n.school_id and c.id = n.class_id where n.school_id = $1 and n.student_id = p.id order by n.valid_from desc limit 1)`,
  guardian: `array(select s.last_name || ' ' || s.first_name || coalesce(', ' || c.name, '') from registry.guardianship_of_record g join registry.person s on s.id = g.student_id
    join lateral (select n.class_id from registry.enrolment n where n.school_id = $1 and n.student_id = g.student_id order by n.valid_from desc limit 1) n on true
    join registry.class_unit c on c.school_id = $1 and c.id = n.class_id where g.guardian_id = p.id order by s.first_name)`,
}
const classOf = `(select n.class_id from registry.enrolment n where n.school_id = $1 and n.student_id = p.id and ${notEnded('n')} order by n.valid_from desc limit 1)`
const key = `replace(lower(p.last_name || ' ' || p.first_name || ' ' || coalesce(p.middle_name, '')), 'ё', 'е')`

const matching = ({ relation, former, classId }: PeopleWanted) => `
  ${visiblePerson} and ${former ? `${ever[relation]} and not ${current[relation]}` : current[relation]}
  and ($7::uuid is null or ${classId === undefined ? 'true' : ofClass[relation]})
  and (cardinality($8::text[]) = 0 or (${key} like all($8::text[])) or ($4::text = 'office' and p.snils like $9))`

/** One page of people, and how many there are in all. */
export async function listVisiblePeople(read: Read, wanted: PeopleWanted): Promise<{ rows: ListedPerson[]; total: number }> {
  const words = (wanted.search ?? '').toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const digits = (wanted.search ?? '').replace(/\D/g, '')
  const values = [...await readerOf(read), wanted.classId ?? null, words, digits.length >= 3 ? `${digits}%` : null]
  const rows = await read.rows<ListedPerson>(`
    select p.*, ${detailOfPerson} as detail, ${note[wanted.relation]} as note, ${wanted.relation === 'pupil' ? classOf : 'null::uuid'} as class_id, ${key} as key
    from registry.person p where ${matching(wanted)} and ($10::text is null or (${key}, p.id) > ($10::text, $11::uuid)) order by key, p.id limit $12`,
  [...values, wanted.after?.[0] ?? null, wanted.after?.[1] ?? null, wanted.limit])
  const [{ total } = { total: 0 }] = await read.rows<{ total: number }>(`select count(*)::integer as total from registry.person p where ${matching(wanted)}`, values)
  return { rows, total }
}
