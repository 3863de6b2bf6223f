import type { Read, Work } from '@school/server'
import type { Absence, AbsentLesson } from '../../contract/substitutions.ts'

const personJson = (p: string) => `json_build_object('id', ${p}.id, 'lastName', ${p}.last_name, 'firstName', ${p}.first_name, 'middleName', ${p}.middle_name)`
const opens = (a: string) => `from schedule.lesson_teacher t join schedule.lesson l on l.school_id = $1 and l.id = t.lesson_id and l.state <> 'cancelled' where t.school_id = $1 and t.teacher_id = ${a}.teacher_id and t.date between ${a}.starts and ${a}.ends`
const absences = `
  select a.id, ${personJson('p')} as teacher, a.starts::text as starts, a.ends::text as ends, a.reason, a.note, a.revision,
    (select count(*)::int ${opens('a')} and not exists (select 1 from schedule.cover c where c.school_id = $1 and c.lesson_id = l.id)) as open,
    (select count(*)::int ${opens('a')} and not exists (select 1 from schedule.cover c where c.school_id = $1 and c.lesson_id = l.id)) + (select count(*)::int from schedule.cover c where c.school_id = $1 and c.absence_id = a.id) as lessons
  from schedule.absence a join registry.v_person p on p.id = a.teacher_id where a.school_id = $1 and not a.cancelled`

export const listAbsenceRows = (read: Read, from: string, to: string) => read.rows<Absence>(`${absences} and a.ends >= $2::date and a.starts <= $3::date order by a.starts, p.last_name limit 200`, [read.schoolId, from, to])
export const findAbsenceRow = async (read: Read, id: string) => (await read.rows<Absence>(`${absences} and a.id = $2`, [read.schoolId, id]))[0]
export interface AbsenceRow { id: string; teacher_id: string; starts: string; ends: string; reason: string; note: string; cancelled: boolean; revision: number }
export const lockAbsence = async (work: Work, id: string) => (await work.rows<AbsenceRow>('select id, teacher_id, starts::text as starts, ends::text as ends, reason, note, cancelled, revision from schedule.absence where school_id = $1 and id = $2 for update', [work.schoolId, id]))[0]
export const findOverlap = async (read: Read, row: { id: string; teacherId: string; starts: string; ends: string }) => (await read.rows<{ id: string }>(
  'select id from schedule.absence where school_id = $1 and teacher_id = $3 and id <> $2 and not cancelled and ends >= $4::date and starts <= $5::date limit 1', [read.schoolId, row.id, row.teacherId, row.starts, row.ends]))[0]
export const saveAbsence = (work: Work, row: { id: string; teacherId: string; starts: string; ends: string; reason: string; note: string; revision: number }) => work.rows(`
  insert into schedule.absence (school_id, id, teacher_id, starts, ends, reason, note, created_by, revision) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (school_id, id) do update set starts = excluded.starts, ends = excluded.ends, reason = excluded.reason, note = excluded.note, revision = excluded.revision, cancelled = false`,
[work.schoolId, row.id, row.teacherId, row.starts, row.ends, row.reason, row.note, work.by.personId, row.revision])
export const cancelAbsence = (work: Work, id: string) => work.rows('update schedule.absence set cancelled = true, revision = revision + 1 where school_id = $1 and id = $2', [work.schoolId, id])

const words = (l: string) => `
  join registry.v_subject s on s.school_id = $1 and s.id = ${l}.subject_id join registry.v_group g on g.school_id = $1 and g.id = ${l}.group_id join registry.v_person p on p.id = ${l}.absent_id`
/** Lessons of absent teachers: open ones, and settled ones as they were planned, with what became of them. */
const absentLessons = `
  with a as (select * from schedule.absence where school_id = $1 and not cancelled and ends >= $2::date and starts <= $3::date and ($4::uuid is null or id = $4) and ($5::uuid is null or true)),
  x as (
    select l.id, a.id as absence_id, a.teacher_id as absent_id, l.date, l.number, l.starts, l.ends, l.subject_id, l.group_id, l.room_id, l.revision, l.closed_at, null::text as kind, null::uuid as cover_id, l.date as now_date, l.number as now_number, l.room_id as now_room
    from a join schedule.lesson_teacher t on t.school_id = $1 and t.teacher_id = a.teacher_id and t.date between greatest(a.starts, $2::date) and least(a.ends, $3::date)
    join schedule.lesson l on l.school_id = $1 and l.id = t.lesson_id and l.state <> 'cancelled' where not exists (select 1 from schedule.cover c where c.school_id = $1 and c.lesson_id = l.id)
    union all
    select l.id, c.absence_id, c.absent_id, c.date, (c.before->>'number')::smallint, (c.before->>'starts')::time, (c.before->>'ends')::time, l.subject_id, l.group_id, (c.before->>'roomId')::uuid, l.revision, l.closed_at, c.kind, c.teacher_id, l.date, l.number, l.room_id
    from a join schedule.cover c on c.school_id = $1 and c.absence_id = a.id and c.date between $2::date and $3::date join schedule.lesson l on l.school_id = $1 and l.id = c.lesson_id
  )
  select x.id, x.absence_id as "absenceId", ${personJson('p')} as absent, x.date::text as date, x.number, to_char(x.starts, 'HH24:MI') as starts, to_char(x.ends, 'HH24:MI') as ends, json_build_object('id', s.id, 'name', s.name) as subject,
    json_build_object('id', g.id, 'name', g.name) as "group", case when r.id is null then null else json_build_object('id', r.id, 'name', r.name) end as room, x.revision, x.closed_at is not null as closed,
    case when x.kind is null then null else json_build_object('kind', x.kind, 'teacher', case when w.id is null then null else ${personJson('w')} end, 'date', x.now_date::text, 'number', x.now_number, 'room', case when q.id is null then null else json_build_object('id', q.id, 'name', q.name) end) end as cover
  from x ${words('x')} left join registry.v_room r on r.school_id = $1 and r.id = x.room_id left join registry.v_room q on q.school_id = $1 and q.id = x.now_room left join registry.v_person w on w.id = x.cover_id
  where $5::uuid is null or x.id = $5 order by x.kind is not null, x.date, x.number, p.last_name limit 500`
export const listAbsentLessonRows = (read: Read, from: string, to: string, of: { absenceId?: string | undefined; lessonId?: string | undefined } = {}) => read.rows<AbsentLesson>(absentLessons, [read.schoolId, from, to, of.absenceId ?? null, of.lessonId ?? null])

export interface CoverRow { lesson_id: string; absence_id: string; kind: 'substitute' | 'join' | 'move' | 'cancel'; absent_id: string; teacher_id: string | null; date: string; before: Before; lesson_revision: number }
/** A lesson as it was before it was settled. */
export interface Before { readonly date: string; readonly number: number; readonly starts: string; readonly ends: string; readonly roomId: string | null; readonly state: string; readonly teacherIds: readonly string[] }
export const findCover = async (read: Read, lessonId: string) => (await read.rows<CoverRow>('select lesson_id, absence_id, kind, absent_id, teacher_id, date::text as date, before, lesson_revision from schedule.cover where school_id = $1 and lesson_id = $2', [read.schoolId, lessonId]))[0]
export const listCovers = (read: Read, absenceId: string, from: string) => read.rows<{ lesson_id: string }>('select c.lesson_id from schedule.cover c join schedule.lesson l on l.school_id = $1 and l.id = c.lesson_id where c.school_id = $1 and c.absence_id = $2 and c.date >= $3::date and l.closed_at is null', [read.schoolId, absenceId, from])
export const saveCover = (work: Work, row: CoverRow) => work.rows(`
  insert into schedule.cover (school_id, lesson_id, absence_id, kind, absent_id, teacher_id, date, before, lesson_revision, decided_by, decided_at) values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11)
  on conflict (school_id, lesson_id) do update set kind = excluded.kind, teacher_id = excluded.teacher_id, lesson_revision = excluded.lesson_revision, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
[work.schoolId, row.lesson_id, row.absence_id, row.kind, row.absent_id, row.teacher_id, row.date, JSON.stringify(row.before), row.lesson_revision, work.by.personId, work.now.toISOString()])
export const removeCover = (work: Work, lessonId: string) => work.rows('delete from schedule.cover where school_id = $1 and lesson_id = $2', [work.schoolId, lessonId])

/** Other lessons of these people, this room or the classes of a group that meet a span of a day. */
export const listMeeting = (read: Read, at: { lessonId: string; date: string; starts: string; ends: string; teacherIds: readonly string[]; roomId: string | null; groupId: string | null }) => read.rows<{ kind: 'teacher' | 'room' | 'class'; name: string }>(`
  with l as (select l.id, l.room_id, l.group_id, s.name || ', ' || g.name as name from schedule.lesson l join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id join registry.v_group g on g.school_id = $1 and g.id = l.group_id
             where l.school_id = $1 and l.date = $3::date and l.id <> $2 and l.state <> 'cancelled' and l.starts < $5::time and l.ends > $4::time)
  select 'teacher' as kind, l.name from l join schedule.lesson_teacher t on t.school_id = $1 and t.lesson_id = l.id where t.teacher_id = any($6::uuid[])
  union all select 'room', l.name from l where l.room_id = $7
  union all select 'class', l.name from l where exists (select 1 from registry.v_group_member a join registry.v_group_member b on b.school_id = $1 and b.group_id = $8 and b.student_id = a.student_id and b.valid_from <= $3::date and (b.valid_to is null or b.valid_to >= $3::date)
    where a.school_id = $1 and a.group_id = l.group_id and a.valid_from <= $3::date and (a.valid_to is null or a.valid_to >= $3::date))`,
[read.schoolId, at.lessonId, at.date, at.starts, at.ends, at.teacherIds, at.roomId, at.groupId])
/** Which of these people are away on a day. */
export const listAway = async (read: Read, ids: readonly string[], date: string) => (await read.rows<{ id: string }>('select distinct teacher_id as id from schedule.absence where school_id = $1 and not cancelled and teacher_id = any($2::uuid[]) and starts <= $3::date and ends >= $3::date', [read.schoolId, ids, date])).map(({ id }) => id)
