import type { Read } from '@school/server'
import type { DayChange, PaySheet } from '../../contract/substitutions.ts'

const personJson = (p: string) => `json_build_object('id', ${p}.id, 'lastName', ${p}.last_name, 'firstName', ${p}.first_name, 'middleName', ${p}.middle_name)`

/** What differs from the timetable on a day: settled and still open lessons of absent teachers, and lessons changed by hand. */
export const listChangesOfDay = (read: Read, date: string) => read.rows<DayChange>(`
  with away as (select teacher_id from schedule.absence where school_id = $1 and not cancelled and starts <= $2::date and ends >= $2::date),
  x as (
    select l.*, c.kind as covered, coalesce(c.absent_id, (select t.teacher_id from schedule.lesson_teacher t where t.school_id = $1 and t.lesson_id = l.id and t.teacher_id in (select teacher_id from away) limit 1)) as absent_id,
      coalesce((c.before->>'number')::smallint, l.number) as was_number
    from schedule.lesson l left join schedule.cover c on c.school_id = $1 and c.lesson_id = l.id
    where l.school_id = $1 and (l.date = $2::date or c.date = $2::date)
  )
  select x.id as "lessonId", x.number, to_char(x.starts, 'HH24:MI') as starts, to_char(x.ends, 'HH24:MI') as ends, json_build_object('id', g.id, 'name', g.name) as "group", json_build_object('id', s.id, 'name', s.name) as subject,
    coalesce((select k.name from registry.v_group_class gc join registry.v_class k on k.school_id = $1 and k.id = gc.class_id where gc.school_id = $1 and gc.group_id = x.group_id order by k.grade_level, k.name limit 1), g.name) as "className",
    case when p.id is null then null else ${personJson('p')} end as absent, case when r.id is null then null else json_build_object('id', r.id, 'name', r.name) end as room,
    coalesce((select json_agg(${personJson('w')} order by w.last_name) from schedule.lesson_teacher t join registry.v_person w on w.id = t.teacher_id where t.school_id = $1 and t.lesson_id = x.id and t.teacher_id is distinct from x.absent_id), '[]') as teachers,
    case when x.state = 'cancelled' then 'cancelled' when x.covered = 'join' then 'join' when x.covered = 'substitute' then 'substitute' when x.covered = 'move' or x.state = 'moved' then 'moved' when x.absent_id is not null then 'open' else 'changed' end as what
  from x join registry.v_group g on g.school_id = $1 and g.id = x.group_id join registry.v_subject s on s.school_id = $1 and s.id = x.subject_id
  left join registry.v_person p on p.id = x.absent_id left join registry.v_room r on r.school_id = $1 and r.id = x.room_id
  where x.covered is not null or x.absent_id is not null or x.state in ('cancelled', 'moved', 'replaced') order by x.was_number, "className", g.name limit 500`, [read.schoolId, date])

/** Substitutions of a month by who taught; a lesson that did not take place is not paid. */
export const listPaid = (read: Read, from: string, to: string) => read.rows<PaySheet['rows'][number]>(`
  select ${personJson('p')}::jsonb as teacher, count(*)::int as hours, json_agg(json_build_object('date', c.date, 'number', (c.before->>'number')::int, 'subject', s.name, 'group', g.name, 'insteadOf', a.last_name || ' ' || left(a.first_name, 1) || '.', 'kind', c.kind) order by c.date, l.number) as lessons
  from schedule.cover c join schedule.lesson l on l.school_id = $1 and l.id = c.lesson_id and l.state <> 'cancelled' join registry.v_person p on p.id = c.teacher_id join registry.v_person a on a.id = c.absent_id
  join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id join registry.v_group g on g.school_id = $1 and g.id = l.group_id
  where c.school_id = $1 and c.date between $2::date and $3::date and c.kind in ('substitute', 'join') group by p.id, p.last_name, p.first_name, p.middle_name order by p.last_name collate "ru-RU-x-icu", p.first_name`, [read.schoolId, from, to])

export interface Told { person_id: string; role: 'substitute' | 'absent' | 'family'; student_id: string | null; child: string | null; subject: string; number: number; date: string; group: string; teacher: string | null; state: string }
/** Whom a settled lesson concerns: who stands in, who was to teach, the pupils and whoever represents them. */
export const listTold = (read: Read, lessonId: string, today: string) => read.rows<Told>(`
  with x as (
    select l.id, l.number, l.date::text as date, l.state, l.group_id, s.name as subject, g.name as group_name, c.absent_id, c.teacher_id, w.last_name || ' ' || left(w.first_name, 1) || '.' as teacher
    from schedule.lesson l join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id join registry.v_group g on g.school_id = $1 and g.id = l.group_id
    left join schedule.cover c on c.school_id = $1 and c.lesson_id = l.id left join registry.v_person w on w.id = c.teacher_id where l.school_id = $1 and l.id = $2
  ), pupil as (select m.student_id, p.first_name from x join registry.v_group_member m on m.school_id = $1 and m.group_id = x.group_id and m.valid_from <= x.date::date and (m.valid_to is null or m.valid_to >= x.date::date) join registry.v_person p on p.id = m.student_id)
  select who.*, x.subject, x.number, x.date, x.group_name as "group", x.teacher, x.state from x cross join lateral (
    select x.teacher_id as person_id, 'substitute' as role, null::uuid as student_id, null::text as child where x.teacher_id is not null
    union all select x.absent_id, 'absent', null, null where x.absent_id is not null
    union all select student_id, 'family', student_id, null from pupil
    union all select gu.guardian_id, 'family', gu.student_id, pupil.first_name from pupil join registry.v_guardianship gu on gu.student_id = pupil.student_id and not gu.restricted and gu.valid_from <= $3::date and (gu.valid_to is null or gu.valid_to >= $3::date)
  ) who`, [read.schoolId, lessonId, today])
