// not messages: the letters that searching and sorting hold equal
import type { Read, Work } from '@school/server'
import { registry, type GroupTable } from '../tables.ts'

export interface CountedGroup extends GroupTable { members: number; classes: { id: string; name: string }[] }

const counted = `
  select g.*, (select count(*)::integer from registry.group_member m where m.school_id = g.school_id and m.group_id = g.id and m.valid_from <= $2::date and (m.valid_to is null or m.valid_to >= $2::date)) as members,
    coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name) order by c.grade_level, c.name) from registry.group_class k join registry.class_unit c on c.school_id = k.school_id and c.id = k.class_id
              where k.school_id = g.school_id and k.group_id = g.id), '[]') as classes
  from registry.study_group g
  where g.school_id = $1 and ($3::smallint is null or g.school_year = $3) and ($4::uuid is null or g.id = $4)
    and ($5::uuid is null or exists (select 1 from registry.group_class k where k.school_id = g.school_id and k.group_id = g.id and k.class_id = $5))
  order by g.kind <> 'class', g.name`

export const listGroupRows = (read: Read, day: string, wanted: { year?: number | null; classId?: string | undefined }) => read.rows<CountedGroup>(counted, [read.schoolId, day, wanted.year ?? null, null, wanted.classId ?? null])
export const findGroupRow = async (read: Read, day: string, id: string) => (await read.rows<CountedGroup>(counted, [read.schoolId, day, null, id, null]))[0]
export const lockGroup = (work: Work, id: string) => registry(work).selectFrom('registry.study_group').selectAll().where('school_id', '=', work.schoolId).where('id', '=', id).forUpdate().executeTakeFirst()
export const findGroupNamed = (read: Read, year: number, name: string) =>
  registry(read).selectFrom('registry.study_group').select(['id']).where('school_id', '=', read.schoolId).where('school_year', '=', year).where('name', '=', name).executeTakeFirst()

/** Writes the group and which classes it is made of. */
export async function saveGroup(work: Work, row: GroupTable, classIds: readonly string[]): Promise<void> {
  const { school_id, id, ...rest } = row
  await registry(work).insertInto('registry.study_group').values(row).onConflict((c) => c.columns(['school_id', 'id']).doUpdateSet(rest)).execute()
  await work.rows('delete from registry.group_class where school_id = $1 and group_id = $2 and class_id <> all($3::uuid[])', [school_id, id, classIds])
  await work.rows('insert into registry.group_class (school_id, group_id, class_id) select $1, $2, unnest($3::uuid[]) on conflict do nothing', [school_id, id, classIds])
}

export const touchGroup = (work: Work, id: string, revision: number) =>
  registry(work).updateTable('registry.study_group').set({ revision }).where('school_id', '=', work.schoolId).where('id', '=', id).execute()

export const countClasses = async (read: Read, ids: readonly string[], year: number): Promise<number> =>
  (await read.rows<{ n: number }>('select count(*)::integer as n from registry.class_unit where school_id = $1 and id = any($2::uuid[]) and school_year = $3', [read.schoolId, ids, year]))[0]?.n ?? 0

export interface MemberRow { id: string; last_name: string; first_name: string; middle_name: string | null; class_name: string | null; valid_from: string; valid_to: string | null }
const members = `
  select p.id, p.last_name, p.first_name, p.middle_name, m.valid_from, m.valid_to,
    (select c.name from registry.enrolment n join registry.class_unit c on c.school_id = n.school_id and c.id = n.class_id
     where n.school_id = m.school_id and n.student_id = m.student_id and n.valid_from <= $3::date and (n.valid_to is null or n.valid_to >= $3::date) limit 1) as class_name
  from registry.group_member m join registry.person p on p.id = m.student_id
  where m.school_id = $1 and m.group_id = $2 and m.valid_from <= $3::date and (m.valid_to is null or m.valid_to >= $3::date)
  order by replace(lower(p.last_name || ' ' || p.first_name), 'ё', 'е'), p.id`
export const listMembers = (read: Read, groupId: string, day: string) => read.rows<MemberRow>(members, [read.schoolId, groupId, day])

export const isMember = async (read: Read, studentId: string, groupId: string, day: string): Promise<boolean> => (await read.rows(
  'select 1 from registry.group_member where school_id = $1 and group_id = $2 and student_id = $3 and valid_from <= $4::date and (valid_to is null or valid_to >= $4::date)', [read.schoolId, groupId, studentId, day])).length > 0

export const listGroupsOf = (read: Read, studentId: string) => read.rows<{ id: string; name: string; kind: string; valid_from: string; valid_to: string | null }>(
  `select g.id, g.name, g.kind, m.valid_from, m.valid_to from registry.group_member m join registry.study_group g on g.school_id = m.school_id and g.id = m.group_id
   where m.school_id = $1 and m.student_id = $2 order by m.valid_to is not null, m.valid_from desc, g.name`, [read.schoolId, studentId])

/** Which of these pupils are enrolled in one of the group's classes on that day. */
export const listEnrolledIn = async (read: Read, groupId: string, ids: readonly string[], day: string): Promise<Set<string>> => new Set((await read.rows<{ id: string }>(
  `select n.student_id as id from registry.enrolment n join registry.group_class k on k.school_id = n.school_id and k.class_id = n.class_id and k.group_id = $2
   where n.school_id = $1 and n.student_id = any($3::uuid[]) and n.valid_from <= $4::date and (n.valid_to is null or n.valid_to >= $4::date)`, [read.schoolId, groupId, ids, day])).map(({ id }) => id))

/** Whether somebody joins the group on a later day than this. */
export const changesLater = async (read: Read, groupId: string, day: string): Promise<boolean> => (await read.rows(
  'select 1 from registry.group_member where school_id = $1 and group_id = $2 and valid_from > $3::date', [read.schoolId, groupId, day])).length > 0

export const openMembership = (work: Work, groupId: string, studentIds: readonly string[], from: string) => work.rows(
  `insert into registry.group_member (school_id, group_id, student_id, valid_from) select $1, $2, unnest($3::uuid[]), $4::date
   on conflict (school_id, group_id, student_id, valid_from) do update set valid_to = null`, [work.schoolId, groupId, studentIds, from])

const closing = (chosen: string) => [
  `delete from registry.group_member m where m.school_id = $1 and m.valid_from > $2::date and (m.valid_to is null or m.valid_to > $2::date) and ${chosen}`,
  `update registry.group_member m set valid_to = $2::date where m.school_id = $1 and m.valid_from <= $2::date and (m.valid_to is null or m.valid_to > $2::date) and ${chosen}`,
]
async function close(work: Work, chosen: string, lastDay: string, values: readonly unknown[]): Promise<void> {
  for (const text of closing(chosen)) await work.rows(text, [work.schoolId, lastDay, ...values])
}

/** These pupils leave the group; membership that had not begun yet never was. */
export const closeMembership = (work: Work, groupId: string, studentIds: readonly string[], lastDay: string) => close(work, 'm.group_id = $3 and m.student_id = any($4::uuid[])', lastDay, [groupId, studentIds])
/** The pupil leaves every group of the school. */
export const closeAllMembership = (work: Work, studentId: string, lastDay: string) => close(work, 'm.student_id = $3', lastDay, [studentId])
/** The pupil leaves every group that the new class has no part in. */
export const closeMembershipOutside = (work: Work, studentId: string, classId: string, lastDay: string) =>
  close(work, 'm.student_id = $3 and not exists (select 1 from registry.group_class k where k.school_id = m.school_id and k.group_id = m.group_id and k.class_id = $4)', lastDay, [studentId, classId])

/** The teachers of a group from a day on are exactly these; returns whose rights changed. */
export async function saveGroupTeachers(work: Work, groupId: string, teacherIds: readonly string[], from: string, lastDay: string): Promise<string[]> {
  const values = [work.schoolId, groupId, lastDay, teacherIds]
  const gone = 'school_id = $1 and group_id = $2 and teacher_id <> all($4::uuid[])'
  const never = await work.rows<{ id: string }>(`delete from registry.group_teacher where ${gone} and valid_from > $3::date returning teacher_id as id`, values)
  const left = await work.rows<{ id: string }>(`update registry.group_teacher set valid_to = $3::date where ${gone} and valid_from <= $3::date and (valid_to is null or valid_to > $3::date) returning teacher_id as id`, values)
  const come = await work.rows<{ id: string }>(
    `insert into registry.group_teacher (school_id, group_id, teacher_id, valid_from) select $1, $2, t, $3::date from unnest($4::uuid[]) t
     where not exists (select 1 from registry.group_teacher o where o.school_id = $1 and o.group_id = $2 and o.teacher_id = t and o.valid_to is null)
     on conflict (school_id, group_id, teacher_id, valid_from) do update set valid_to = null returning teacher_id as id`, [work.schoolId, groupId, from, teacherIds])
  return [...new Set([...never, ...left, ...come].map(({ id }) => id))]
}
