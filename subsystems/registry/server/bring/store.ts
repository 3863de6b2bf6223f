import type { Work } from '@school/server'

const json = (rows: readonly unknown[]) => JSON.stringify(rows)

export interface BroughtPerson { id: string; last_name: string; first_name: string; middle_name: string | null; birth_date: string; gender: 'M' | 'F'; snils: string | null; email: string | null }

/** Makes people; whoever has the СНИЛС already is that person. Returns the given id → the id in use. */
export async function bringPeople(work: Work, rows: readonly BroughtPerson[]): Promise<Map<string, string>> {
  const shape = 'id uuid, last_name text, first_name text, middle_name text, birth_date date, gender text, snils text, email text'
  await work.rows(`insert into registry.person (id, last_name, first_name, middle_name, birth_date, gender, snils, email, created_at) select r.*, $2::timestamptz from jsonb_to_recordset($1::jsonb) as r(${shape}) on conflict do nothing`, [json(rows), work.now])
  const known = await work.rows<{ given: string; used: string }>('select r.id as given, p.id as used from jsonb_to_recordset($1::jsonb) as r(id uuid, snils text) join registry.person p on p.snils = r.snils', [json(rows.filter((row) => row.snils !== null))])
  return new Map([...rows.map((row) => [row.id, row.id] as const), ...known.map(({ given, used }) => [given, used] as const)])
}

export const bringEmployments = (work: Work, rows: readonly { id: string; person_id: string; role: string; position: string; valid_from: string }[]) => work.rows(`
  insert into registry.employment (school_id, id, person_id, role, position, valid_from) select $1::uuid, r.* from jsonb_to_recordset($2::jsonb) as r(id uuid, person_id uuid, role text, position text, valid_from date)
  on conflict (school_id, person_id, role) where valid_to is null do update set position = excluded.position, revision = registry.employment.revision + 1`, [work.schoolId, json(rows)])

export async function bringClasses(work: Work, rows: readonly { id: string; school_year: number; grade_level: number | null; course: number | null; letter: string; name: string; shift: number; building_id: string | null; homeroom_teacher_id: string | null }[]): Promise<void> {
  await work.rows(`
    insert into registry.class_unit (school_id, id, school_year, grade_level, course, letter, name, shift, building_id, homeroom_teacher_id) select $1::uuid, r.*
    from jsonb_to_recordset($2::jsonb) as r(id uuid, school_year smallint, grade_level smallint, course smallint, letter text, name text, shift smallint, building_id uuid, homeroom_teacher_id uuid)
    on conflict (school_id, id) do update set shift = excluded.shift, building_id = coalesce(excluded.building_id, registry.class_unit.building_id), homeroom_teacher_id = coalesce(excluded.homeroom_teacher_id, registry.class_unit.homeroom_teacher_id), revision = registry.class_unit.revision + 1`,
  [work.schoolId, json(rows)])
  await work.rows(`insert into registry.study_group (school_id, id, school_year, kind, name) select $1::uuid, r.id, r.school_year, 'class', r.name from jsonb_to_recordset($2::jsonb) as r(id uuid, school_year smallint, name text) on conflict do nothing`, [work.schoolId, json(rows)])
  await work.rows(`insert into registry.group_class (school_id, group_id, class_id) select $1::uuid, r.id, r.id from jsonb_to_recordset($2::jsonb) as r(id uuid) on conflict do nothing`, [work.schoolId, json(rows)])
}

/** Enrols pupils who are in no class yet, and makes them members of the group of the class. */
export async function bringEnrolments(work: Work, rows: readonly { id: string; student_id: string; class_id: string; valid_from: string }[]): Promise<void> {
  await work.rows(`insert into registry.enrolment (school_id, id, student_id, class_id, valid_from) select $1::uuid, r.* from jsonb_to_recordset($2::jsonb) as r(id uuid, student_id uuid, class_id uuid, valid_from date) on conflict do nothing`, [work.schoolId, json(rows)])
  await bringMembers(work, rows.map((row) => ({ group_id: row.class_id, student_id: row.student_id, valid_from: row.valid_from })))
}

export const bringMembers = (work: Work, rows: readonly { group_id: string; student_id: string; valid_from: string }[]) => work.rows(`
  insert into registry.group_member (school_id, group_id, student_id, valid_from) select $1::uuid, r.* from jsonb_to_recordset($2::jsonb) as r(group_id uuid, student_id uuid, valid_from date)
  where not exists (select 1 from registry.group_member m where m.school_id = $1 and m.group_id = r.group_id and m.student_id = r.student_id and m.valid_to is null) on conflict do nothing`, [work.schoolId, json(rows)])

export async function bringGroups(work: Work, rows: readonly { id: string; school_year: number; kind: string; name: string; class_ids: readonly string[] }[]): Promise<void> {
  await work.rows(`insert into registry.study_group (school_id, id, school_year, kind, name) select $1::uuid, r.* from jsonb_to_recordset($2::jsonb) as r(id uuid, school_year smallint, kind text, name text) on conflict do nothing`, [work.schoolId, json(rows)])
  await work.rows(`insert into registry.group_class (school_id, group_id, class_id) select $1::uuid, r.id, one from jsonb_to_recordset($2::jsonb) as r(id uuid, class_ids uuid[]) cross join unnest(r.class_ids) as one on conflict do nothing`, [work.schoolId, json(rows)])
}

export const bringGuardianships = (work: Work, rows: readonly { id: string; guardian_id: string; student_id: string; basis: string; valid_from: string }[]) => work.rows(`
  insert into registry.guardianship (id, guardian_id, student_id, basis, valid_from) select r.* from jsonb_to_recordset($1::jsonb) as r(id uuid, guardian_id uuid, student_id uuid, basis text, valid_from date)
  where exists (select 1 from registry.enrolment n where n.school_id = $2 and n.student_id = r.student_id) on conflict do nothing`, [json(rows), work.schoolId])

export const bringSubjects = (work: Work, rows: readonly { id: string; name: string; short_name: string; kind: string; sort: number }[]) => work.rows(
  `insert into registry.subject (school_id, id, name, short_name, kind, sort) select $1::uuid, r.* from jsonb_to_recordset($2::jsonb) as r(id uuid, name text, short_name text, kind text, sort integer) on conflict do nothing`, [work.schoolId, json(rows)])
export const bringBuildings = (work: Work, rows: readonly { id: string; name: string }[]) => work.rows(
  `insert into registry.building (school_id, id, name) select $1::uuid, r.* from jsonb_to_recordset($2::jsonb) as r(id uuid, name text) on conflict do nothing`, [work.schoolId, json(rows)])
export const bringRooms = (work: Work, rows: readonly { id: string; name: string }[]) => work.rows(
  `insert into registry.room (school_id, id, name) select $1::uuid, r.* from jsonb_to_recordset($2::jsonb) as r(id uuid, name text) on conflict do nothing`, [work.schoolId, json(rows)])

/** Which teachers teach a group from a day on, for many groups at once; nobody is taken away. */
export const bringGroupTeachers = (work: Work, rows: readonly { group_id: string; teacher_id: string; valid_from: string }[]) => work.rows(`
  insert into registry.group_teacher (school_id, group_id, teacher_id, valid_from) select $1::uuid, r.* from (select distinct * from jsonb_to_recordset($2::jsonb) as x(group_id uuid, teacher_id uuid, valid_from date)) r
  where not exists (select 1 from registry.group_teacher t where t.school_id = $1 and t.group_id = r.group_id and t.teacher_id = r.teacher_id and t.valid_to is null) on conflict do nothing`, [work.schoolId, json(rows)])

/** Those of these people who have signed in at least once: only their open pages can be touched by new rights. */
export const listSignedIn = async (work: Work, ids: readonly string[]) => (await work.rows<{ id: string }>('select id from registry.person where id = any($1::uuid[]) and esia_oid is not null', [ids])).map((row) => row.id)
