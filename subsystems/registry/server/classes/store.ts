// not messages: the letters that searching and sorting hold equal
import type { Read, Work } from '@school/server'
import { registry, type ClassTable } from '../tables.ts'

export interface CountedClass extends ClassTable { pupils: number; homeroom_last: string | null; homeroom_first: string | null; homeroom_middle: string | null }

const counted = `
  select c.*, p.last_name as homeroom_last, p.first_name as homeroom_first, p.middle_name as homeroom_middle,
         (select count(*)::integer from registry.enrolment n where n.school_id = c.school_id and n.class_id = c.id and n.valid_from <= $2::date and (n.valid_to is null or n.valid_to >= $2::date)) as pupils
  from registry.class_unit c left join registry.person p on p.id = c.homeroom_teacher_id
  where c.school_id = $1 and ($3::smallint is null or c.school_year = $3) and ($4::uuid is null or c.id = $4)
  order by c.grade_level nulls last, c.course, c.name`

export const listClassRows = (read: Read, day: string, year: number) => read.rows<CountedClass>(counted, [read.schoolId, day, year, null])
export const findClassRow = async (read: Read, day: string, id: string) => (await read.rows<CountedClass>(counted, [read.schoolId, day, null, id]))[0]
export const lockClass = (work: Work, id: string) => registry(work).selectFrom('registry.class_unit').selectAll().where('school_id', '=', work.schoolId).where('id', '=', id).forUpdate().executeTakeFirst()
export const findClassNamed = (read: Read, year: number, name: string) =>
  registry(read).selectFrom('registry.class_unit').select(['id']).where('school_id', '=', read.schoolId).where('school_year', '=', year).where('name', '=', name).executeTakeFirst()

export const listCurrentClassNames = (read: Read, year: number) => read.rows<{ id: string; name: string; gradeLevel: number | null; course: number | null }>(
  `select id, name, grade_level as "gradeLevel", course from registry.class_unit where school_id = $1 and school_year = $2 and closed_on is null order by grade_level nulls last, course, name`, [read.schoolId, year])

export async function saveClass(work: Work, row: ClassTable): Promise<void> {
  const { school_id, id, ...rest } = row
  await registry(work).insertInto('registry.class_unit').values(row).onConflict((c) => c.columns(['school_id', 'id']).doUpdateSet(rest)).execute()
}

export interface ClassMemberRow {
  id: string; last_name: string; first_name: string; middle_name: string | null; birth_date: string; enrolment_id: string; valid_from: string
  guardians: { id: string; lastName: string; firstName: string; middleName: string | null; phone: string | null; restricted: boolean }[]
}

const members = `
  select p.id, p.last_name, p.first_name, p.middle_name, p.birth_date, n.id as enrolment_id, n.valid_from,
    coalesce((select json_agg(json_build_object('id', g.id, 'lastName', g.last_name, 'firstName', g.first_name, 'middleName', g.middle_name, 'phone', g.phone, 'restricted', w.restricted) order by w.valid_from)
      from registry.guardianship_of_record w join registry.person g on g.id = w.guardian_id and g.merged_to is null where w.student_id = p.id and w.valid_from <= $3::date and (w.valid_to is null or w.valid_to >= $3::date)), '[]') as guardians
  from registry.enrolment n join registry.person p on p.id = n.student_id
  where n.school_id = $1 and n.class_id = $2 and n.valid_from <= $3::date and (n.valid_to is null or n.valid_to >= $3::date)
  order by replace(lower(p.last_name || ' ' || p.first_name), 'ё', 'е'), p.id`

/** Pupils of the class on that day, each with who represents them. */
export const listClassMembers = (read: Read, classId: string, day: string) => read.rows<ClassMemberRow>(members, [read.schoolId, classId, day])
