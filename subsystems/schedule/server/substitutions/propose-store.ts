import type { Read } from '@school/server'
import type { Candidate } from './rules.ts'

export interface LessonAt { id: string; date: string; number: number; starts: string; ends: string; subject_id: string; group_id: string; year: number }
export const findLessonAt = async (read: Read, id: string) => (await read.rows<LessonAt>(
  'select l.id, l.date::text as date, l.number, l.starts::text as starts, l.ends::text as ends, l.subject_id, l.group_id, c.year from schedule.lesson l join schedule.course c on c.school_id = $1 and c.id = l.course_id where l.school_id = $1 and l.id = $2', [read.schoolId, id]))[0]

const teaches = `schedule.course_teacher t join schedule.course c on c.school_id = $1 and c.id = t.course_id and c.year = $7 where t.school_id = $1 and t.teacher_id = p.id and t.valid_from <= $2::date and (t.valid_to is null or t.valid_to >= $2::date)`

/** Teachers on the staff who are neither away nor teaching at the time, and how many are. */
export async function findCandidates(read: Read, at: LessonAt): Promise<{ free: Candidate[]; busy: number }> {
  const [row] = await read.rows<{ free: Candidate[]; busy: number }>(`
    with staff as (select distinct e.person_id as id from registry.v_employment e where e.school_id = $1 and e.role in ('teacher', 'deputyHead', 'principal') and e.valid_from <= $2::date and (e.valid_to is null or e.valid_to >= $2::date)),
    today as (select t.teacher_id, l.id, l.number, l.starts, l.ends from schedule.lesson l join schedule.lesson_teacher t on t.school_id = $1 and t.lesson_id = l.id where l.school_id = $1 and l.date = $2::date and l.state <> 'cancelled'),
    busy as (select teacher_id from today where (starts < $4::time and ends > $3::time) or id = $8 union select teacher_id from schedule.absence where school_id = $1 and not cancelled and starts <= $2::date and ends >= $2::date),
    month as (select teacher_id, count(*)::int as count from schedule.cover where school_id = $1 and date between date_trunc('month', $2::date)::date and (date_trunc('month', $2::date) + interval '1 month')::date - 1 and teacher_id is not null group by teacher_id)
    select (select count(*)::int from staff where id in (select teacher_id from busy)) as busy, coalesce((select json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name,
        'sameSubject', exists (select 1 from ${teaches} and c.subject_id = $5), 'month', coalesce((select count from month m where m.teacher_id = p.id), 0),
        'knowsClass', exists (select 1 from ${teaches} and exists (select 1 from registry.v_group_class x join registry.v_group_class y on y.school_id = $1 and y.class_id = x.class_id and y.group_id = $6 where x.school_id = $1 and x.group_id = c.group_id)),
        'numbers', (select coalesce(json_agg(distinct d.number), '[]') from today d where d.teacher_id = p.id)))
      from registry.v_person p where p.id in (select id from staff) and p.id not in (select teacher_id from busy)), '[]') as free`,
  [read.schoolId, at.date, at.starts, at.ends, at.subject_id, at.group_id, at.year, at.id])
  return row!
}

export interface JoinableRow { lessonId: string; teacher: { id: string; lastName: string; firstName: string; middleName: string | null }; subject: { id: string; name: string }; group: { id: string; name: string }; room: { id: string; name: string } | null; sameSubject: boolean }
/** Lessons of the same time that this one could be joined with: another part of the class, or the same subject in the same grade. */
export const listJoinable = (read: Read, at: LessonAt) => read.rows<JoinableRow>(`
  with own as (select gc.class_id, k.grade_level from registry.v_group_class gc join registry.v_class k on k.school_id = $1 and k.id = gc.class_id where gc.school_id = $1 and gc.group_id = $6)
  select distinct on (s.name, g.name, l.id) l.id as "lessonId", json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name)::jsonb as teacher, jsonb_build_object('id', s.id, 'name', s.name) as subject, jsonb_build_object('id', g.id, 'name', g.name) as "group",
    case when r.id is null then null else jsonb_build_object('id', r.id, 'name', r.name) end as room, l.subject_id = $5 as "sameSubject"
  from schedule.lesson l join schedule.lesson_teacher t on t.school_id = $1 and t.lesson_id = l.id join registry.v_person p on p.id = t.teacher_id join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id
  join registry.v_group g on g.school_id = $1 and g.id = l.group_id left join registry.v_room r on r.school_id = $1 and r.id = l.room_id
  where l.school_id = $1 and l.date = $2::date and l.state in ('planned', 'replaced') and l.id <> $7 and l.starts < $4::time and l.ends > $3::time
    and not exists (select 1 from schedule.absence a where a.school_id = $1 and not a.cancelled and a.teacher_id = t.teacher_id and a.starts <= $2::date and a.ends >= $2::date)
    and exists (select 1 from registry.v_group_class gc join registry.v_class k on k.school_id = $1 and k.id = gc.class_id where gc.school_id = $1 and gc.group_id = l.group_id
      and (gc.class_id in (select class_id from own) or (l.subject_id = $5 and k.grade_level in (select grade_level from own))))
  order by s.name, g.name, l.id, p.last_name limit 20`, [read.schoolId, at.date, at.starts, at.ends, at.subject_id, at.group_id, at.id])
