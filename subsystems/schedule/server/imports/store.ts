import type { Read, Work } from '@school/server'
import type { RosterState } from './roster.ts'
import type { SchoolNames } from './proposal.ts'

/** The school's lists as the planner sees them; `ref` of a person is the id. */
export async function readRosterState(read: Read, year: number): Promise<RosterState> {
  const [row] = await read.rows<{ state: RosterState }>(`
    with mine as (
      select person_id as id from registry.v_employment where school_id = $1 and valid_to is null
      union select student_id from registry.v_enrolment where school_id = $1 and valid_to is null
      union select g.guardian_id from registry.v_guardianship g join registry.v_enrolment n on n.school_id = $1 and n.student_id = g.student_id and n.valid_to is null where g.valid_to is null
    )
    select json_build_object(
      'people', coalesce((select json_agg(json_build_object('ref', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name, 'birthDate', p.birth_date, 'gender', case p.gender when 'M' then 'male' else 'female' end, 'snils', p.snils, 'email', p.email) order by p.id)
                          from registry.v_person_number p join mine on mine.id = p.id), '[]'),
      'classes', coalesce((select json_agg(json_build_object('title', c.name, 'parallel', c.grade_level, 'letter', nullif(c.letter, ''), 'course', c.course, 'shift', c.shift, 'daysPerWeek', coalesce(s.week_days, 5), 'building', b.name, 'homeroom', c.homeroom_teacher_id) order by c.id)
                           from registry.v_class c left join schedule.class_setting s on s.school_id = $1 and s.class_id = c.id left join registry.v_building b on b.school_id = $1 and b.id = c.building_id where c.school_id = $1 and c.school_year = $2 and c.closed_on is null), '[]'),
      'enrolments', coalesce((select json_agg(json_build_object('person', n.student_id, 'classTitle', c.name)) from registry.v_enrolment n join registry.v_class c on c.school_id = $1 and c.id = n.class_id where n.school_id = $1 and n.valid_to is null), '[]'),
      'employments', coalesce((select json_agg(json_build_object('person', person_id, 'position', position, 'teaches', teaches)) from (select person_id, max(position) filter (where role in ('teacher', 'staff')) as position, bool_or(role = 'teacher') as teaches from registry.v_employment where school_id = $1 and valid_to is null and role in ('teacher', 'staff') group by person_id) e), '[]'),
      'guardians', coalesce((select json_agg(json_build_object('guardian', g.guardian_id, 'child', g.student_id, 'kind', g.basis)) from registry.v_guardianship g join registry.v_enrolment n on n.school_id = $1 and n.student_id = g.student_id and n.valid_to is null where g.valid_to is null), '[]'),
      'groups', coalesce((select json_agg(json_build_object('title', g.name, 'classTitles', (select coalesce(json_agg(c.name order by c.name), '[]') from registry.v_group_class gc join registry.v_class c on c.school_id = $1 and c.id = gc.class_id where gc.school_id = $1 and gc.group_id = g.id),
                            'subject', (select case when count(distinct s.id) = 1 then max(s.name) end from schedule.course k join registry.v_subject s on s.school_id = $1 and s.id = k.subject_id where k.school_id = $1 and k.group_id = g.id and k.closed_on is null),
                            'members', (select coalesce(json_agg(m.student_id), '[]') from registry.v_group_member m where m.school_id = $1 and m.group_id = g.id and m.valid_to is null)) order by g.id)
                          from registry.v_group g where g.school_id = $1 and g.school_year = $2 and g.kind <> 'class'), '[]'),
      'loads', coalesce((select json_agg(json_build_object('students', g.name, 'subject', s.name, 'teacher', t.teacher_id, 'hours', k.hours_per_week::float8))
                         from schedule.course k join registry.v_group g on g.school_id = $1 and g.id = k.group_id join registry.v_subject s on s.school_id = $1 and s.id = k.subject_id
                         left join schedule.course_teacher t on t.school_id = $1 and t.course_id = k.id and t.valid_to is null where k.school_id = $1 and k.year = $2 and k.closed_on is null), '[]')) as state`, [read.schoolId, year])
  return row!.state
}

/** Names of the school by which a foreign timetable is understood, and what each group is called. */
export async function readSchoolNames(read: Read, year: number): Promise<SchoolNames> {
  const [row] = await read.rows<{ names: SchoolNames }>(`
    select json_build_object(
      'people', coalesce((select json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name)) from registry.v_person p where p.id in (select person_id from registry.v_employment where school_id = $1 and valid_to is null and role in ('teacher', 'deputyHead', 'principal'))), '[]'),
      'subjects', coalesce((select json_agg(json_build_object('id', id, 'title', name, 'shortTitle', short_name)) from registry.v_subject where school_id = $1), '[]'),
      'classes', coalesce((select json_agg(json_build_object('id', id, 'title', name, 'parallel', grade_level)) from registry.v_class where school_id = $1 and school_year = $2 and closed_on is null), '[]'),
      'groups', coalesce((select json_agg(json_build_object('id', g.id, 'title', g.name, 'classIds', (select coalesce(json_agg(gc.class_id), '[]') from registry.v_group_class gc where gc.school_id = $1 and gc.group_id = g.id),
                            'subjectId', (select case when count(distinct k.subject_id) = 1 then min(k.subject_id::text) end from schedule.course k where k.school_id = $1 and k.group_id = g.id and k.closed_on is null))) from registry.v_group g where g.school_id = $1 and g.school_year = $2 and g.kind <> 'class'), '[]'),
      'rooms', coalesce((select json_agg(json_build_object('id', id, 'title', name)) from registry.v_room where school_id = $1), '[]'),
      'bells', coalesce((select json_agg(json_build_object('number', number, 'starts', to_char(starts, 'HH24:MI'), 'ends', to_char(ends, 'HH24:MI')) order by number) from schedule.bell where school_id = $1 and bell_schedule_id = (select id from schedule.bell_schedule where school_id = $1 order by shift, name limit 1)), '[]')) as names`, [read.schoolId, year])
  return row!.names
}

export interface ImportRow { id: string; kind: 'roster' | 'timetable'; state: 'mapping' | 'ready' | 'broken' | 'done' | 'expired'; file_name: string; parsed: unknown; mapping: unknown; proposal: unknown; valid_from: string | null; created_at: Date; done_at: Date | null; expires_at: Date }
const importColumns = 'id, kind, state, file_name, parsed, mapping, proposal, valid_from::text as valid_from, created_at, done_at, expires_at'
export const findImport = async (read: Read, id: string) => (await read.rows<ImportRow>(`select ${importColumns} from schedule.import where school_id = $1 and id = $2`, [read.schoolId, id]))[0]
export const lockImport = async (work: Work, id: string) => (await work.rows<ImportRow>(`select ${importColumns} from schedule.import where school_id = $1 and id = $2 for update`, [work.schoolId, id]))[0]
export const listImportRows = (read: Read) => read.rows<{ id: string; kind: 'roster' | 'timetable'; state: ImportRow['state']; file_name: string; created_at: Date; done_at: Date | null; changes: number }>(
  `select id, kind, state, file_name, created_at, done_at, coalesce((proposal ->> 'changeCount')::int, 0) as changes from schedule.import where school_id = $1 order by created_at desc limit 50`, [read.schoolId])
export const saveImport = (work: Work, row: Omit<ImportRow, 'created_at' | 'done_at' | 'expires_at'> & { doneAt: Date | null }) => work.rows(`
  insert into schedule.import (school_id, id, kind, state, file_name, parsed, mapping, proposal, valid_from, created_by, created_at, done_at, expires_at) values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8::jsonb, $9, $10, $11, $12, $11::timestamptz + interval '7 days')
  on conflict (school_id, id) do update set state = excluded.state, parsed = excluded.parsed, mapping = excluded.mapping, proposal = excluded.proposal, valid_from = excluded.valid_from, file_name = excluded.file_name, done_at = excluded.done_at`,
[work.schoolId, row.id, row.kind, row.state, row.file_name, JSON.stringify(row.parsed), JSON.stringify(row.mapping), JSON.stringify(row.proposal), row.valid_from, work.by.personId, work.now, row.doneAt])
/** Empties imports whose time is over: the file as it was read and the lists of what it would change. */
export const forgetContents = (work: Work) => work.rows<{ id: string }>(`
  update schedule.import set parsed = '{}', proposal = proposal || '{"errors": [], "changes": [], "options": []}', state = case when state = 'done' then 'done' else 'expired' end
  where school_id = $1 and expires_at < $2 and parsed <> '{}' returning id`, [work.schoolId, work.now])
/** What the same name meant the last time this school said so. */
export const listLastMapping = async (read: Read) => (await read.rows<{ mapping: { kind: string; source: string; target: string | null }[] }>(`select mapping from schedule.import where school_id = $1 and kind = 'timetable' and state = 'done' order by done_at desc limit 1`, [read.schoolId]))[0]?.mapping ?? []

export interface GroupKey { id: string; name: string; kind: string; class_ids: string[] }
export const listGroupKeys = (read: Read, year: number) => read.rows<GroupKey>(`
  select g.id, g.name, g.kind, array(select class_id from registry.v_group_class gc where gc.school_id = $1 and gc.group_id = g.id order by class_id)::text[] as class_ids from registry.v_group g where g.school_id = $1 and g.school_year = $2`, [read.schoolId, year])
export const listSubjectKeys = (read: Read) => read.rows<{ id: string; name: string }>('select id, name from registry.v_subject where school_id = $1', [read.schoolId])
export const listRoomKeys = (read: Read) => read.rows<{ id: string; name: string }>('select id, name from registry.v_room where school_id = $1', [read.schoolId])
export const listBuildingKeys = (read: Read) => read.rows<{ id: string; name: string }>('select id, name from registry.v_building where school_id = $1', [read.schoolId])
export const listCourseKeys = (read: Read, year: number) => read.rows<{ id: string; group_id: string; subject_id: string }>('select id, group_id, subject_id from schedule.course where school_id = $1 and year = $2', [read.schoolId, year])

export const bringCourses = (work: Work, year: number, rows: readonly { id: string; group_id: string; subject_id: string; hours: number }[]) => work.rows(`
  insert into schedule.course (school_id, id, year, group_id, subject_id, hours_per_week) select $1::uuid, r.id, $2, r.group_id, r.subject_id, r.hours from jsonb_to_recordset($3::jsonb) as r(id uuid, group_id uuid, subject_id uuid, hours numeric)
  on conflict (school_id, year, group_id, subject_id) do update set hours_per_week = excluded.hours_per_week, revision = schedule.course.revision + 1 where schedule.course.hours_per_week is distinct from excluded.hours_per_week and excluded.hours_per_week > 0`, [work.schoolId, year, JSON.stringify(rows)])
export const bringCourseTeachers = (work: Work, rows: readonly { course_id: string; teacher_id: string; valid_from: string }[]) => work.rows(`
  insert into schedule.course_teacher (school_id, course_id, teacher_id, valid_from) select $1::uuid, r.* from (select distinct * from jsonb_to_recordset($2::jsonb) as x(course_id uuid, teacher_id uuid, valid_from date)) r
  where not exists (select 1 from schedule.course_teacher t where t.school_id = $1 and t.course_id = r.course_id and t.teacher_id = r.teacher_id and t.valid_to is null) on conflict do nothing`, [work.schoolId, JSON.stringify(rows)])
export interface EntryKey { id: string; weekday: number; number: number; week: 'A' | 'B' | null; roomId: string | null; teacherIds: string[]; subjectId: string; groupId: string; kind: string }
export const listEntryKeys = (read: Read, timetableId: string) => read.rows<EntryKey>(`
  select e.id, e.weekday, e.number, e.week, e.room_id as "roomId", e.teacher_ids::text[] as "teacherIds", c.subject_id as "subjectId", c.group_id as "groupId", g.kind
  from schedule.timetable_entry e join schedule.course c on c.school_id = $1 and c.id = e.course_id join registry.v_group g on g.school_id = $1 and g.id = c.group_id where e.school_id = $1 and e.timetable_id = $2`, [read.schoolId, timetableId])
export const setClassDays = (work: Work, rows: readonly { class_id: string; days: number }[]) => work.rows(`update schedule.class_setting s set week_days = r.days from jsonb_to_recordset($2::jsonb) as r(class_id uuid, days smallint) where s.school_id = $1 and s.class_id = r.class_id`, [work.schoolId, JSON.stringify(rows)])
