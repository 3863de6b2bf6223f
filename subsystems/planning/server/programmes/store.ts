import type { Read, Work } from '@school/server'
import { plansCourse } from '../course-plans/store.ts'
import type { ProgrammeItem } from '../../contract/programmes.ts'
import type { PersonName } from '../../contract/shapes.ts'

export interface ProgrammeDbRow { id: string; subject_id: string; subject: string; grade: number | null; name: string; author: string; archived: boolean; revision: number; changed_by: PersonName; hours: number; items: number; controls: number; courses: number }

const rows = `
  select p.id, p.subject_id, s.name as subject, p.grade, p.name, p.author, p.archived, p.revision, json_build_object('id', w.id, 'lastName', w.last_name, 'firstName', w.first_name, 'middleName', w.middle_name) as changed_by,
    coalesce(i.hours, 0)::int as hours, coalesce(i.items, 0)::int as items, coalesce(i.controls, 0)::int as controls, (select count(*)::int from planning.course_plan c where c.school_id = $1 and c.programme_id = p.id) as courses
  from planning.programme p join registry.v_subject s on s.school_id = $1 and s.id = p.subject_id join registry.v_person w on w.id = p.changed_by
  left join lateral (select sum(hours) as hours, count(*) as items, count(*) filter (where control <> '') as controls from planning.programme_item i where i.school_id = $1 and i.programme_id = p.id) i on true
  where p.school_id = $1`

export const listProgrammeRows = (read: Read, of: { subjectId: string | undefined; grade: number | undefined; archived: boolean; offset: number; limit: number }): Promise<ProgrammeDbRow[]> => read.rows<ProgrammeDbRow>(
  `${rows} and ($2::uuid is null or p.subject_id = $2) and ($3::smallint is null or p.grade = $3) and p.archived = $4 order by s.sort, s.name, p.grade nulls last, p.name, p.id offset $5 limit $6`,
  [read.schoolId, of.subjectId ?? null, of.grade ?? null, of.archived, of.offset, of.limit])
export const findProgramme = async (read: Read, id: string): Promise<ProgrammeDbRow | undefined> => (await read.rows<ProgrammeDbRow>(`${rows} and p.id = $2`, [read.schoolId, id]))[0]
export const listItems = (read: Read, id: string): Promise<ProgrammeItem[]> => read.rows<ProgrammeItem>('select id, section, topic, hours, control, homework, links from planning.programme_item where school_id = $1 and programme_id = $2 order by position', [read.schoolId, id])
export const lockProgramme = async (work: Work, id: string) => (await work.rows<{ id: string; revision: number; changed_by: string; name: string; subject_id: string }>('select id, revision, changed_by, name, subject_id from planning.programme where school_id = $1 and id = $2 for update', [work.schoolId, id]))[0]
export const hasSubject = async (read: Read, id: string) => (await read.rows('select 1 from registry.v_subject where school_id = $1 and id = $2', [read.schoolId, id])).length > 0

export const saveProgramme = (work: Work, row: { id: string; subjectId: string; grade: number | null; name: string; author: string; archived: boolean; revision: number; by: string }) => work.rows(`
  insert into planning.programme (school_id, id, subject_id, grade, name, author, archived, revision, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (school_id, id) do update set subject_id = excluded.subject_id, grade = excluded.grade, name = excluded.name, author = excluded.author, archived = excluded.archived, revision = excluded.revision, changed_at = excluded.changed_at`,
[work.schoolId, row.id, row.subjectId, row.grade, row.name, row.author, row.archived, row.revision, row.by, work.now])
export async function replaceItems(work: Work, id: string, items: readonly ProgrammeItem[]): Promise<void> {
  await work.rows('delete from planning.programme_item where school_id = $1 and programme_id = $2', [work.schoolId, id])
  await work.rows(`insert into planning.programme_item (school_id, programme_id, id, position, section, topic, hours, control, homework, links)
    select $1::uuid, $2::uuid, r.id, r.position, r.section, r.topic, r.hours, r.control, r.homework, r.links
    from jsonb_to_recordset($3::jsonb) as r(id uuid, position smallint, section text, topic text, hours smallint, control text, homework text, links jsonb)`, [work.schoolId, id, JSON.stringify(items.map((item, position) => ({ ...item, position })))])
}

export interface FittingRow { id: string; group: string; subject: string; subject_id: string; grade: number | null; teachers: PersonName[]; hours: number; programme_id: string | null; planned: boolean }
/** Courses of a year with what they live by: of one subject and grade, or those named. */
export const listFitting = (read: Read, of: { year: number; subjectId: string | null; grade: number | null; ids: readonly string[] | null; day: string }): Promise<FittingRow[]> => read.rows<FittingRow>(`
  select c.id, g.name as group, s.name as subject, c.subject_id, k.grade_level as grade, c.hours_per_week::float8 as hours, p.programme_id, p.course_id is not null as planned,
    coalesce((select json_agg(json_build_object('id', w.id, 'lastName', w.last_name, 'firstName', w.first_name, 'middleName', w.middle_name) order by w.last_name) from schedule.v_course_teacher t join registry.v_person w on w.id = t.teacher_id
      where t.school_id = $1 and t.course_id = c.id and ${plansCourse('t', '$6')}), '[]') as teachers
  from schedule.v_course c join registry.v_group g on g.school_id = $1 and g.id = c.group_id join registry.v_subject s on s.school_id = $1 and s.id = c.subject_id
  left join planning.course_plan p on p.school_id = $1 and p.course_id = c.id
  left join lateral (select cl.grade_level, cl.name from registry.v_group_class gc join registry.v_class cl on cl.school_id = $1 and cl.id = gc.class_id where gc.school_id = $1 and gc.group_id = c.group_id order by cl.grade_level, cl.name limit 1) k on true
  where c.school_id = $1 and c.year = $2 and c.closed_on is null and ($3::uuid is null or c.subject_id = $3) and ($4::smallint is null or k.grade_level = $4) and ($5::uuid[] is null or c.id = any($5))
  order by k.grade_level, k.name, g.name`, [read.schoolId, of.year, of.subjectId, of.grade, of.ids, of.day])
