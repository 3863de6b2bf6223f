import type { Read } from '@school/server'

export interface FillWish { readonly starts: string; readonly until: string; readonly clock: string; readonly today: string; readonly classId: string | null; readonly teacherId: string | null }
const given = (read: Read, wish: FillWish) => [read.schoolId, wish.starts, wish.until, wish.today, wish.clock, wish.classId, wish.teacherId]

/** `past`: lessons that are over, each with the one who answers for it: the substitute where there is one. */
const past = `past as (
  select l.id, l.date, l.number, l.course_id, l.group_id, l.subject_id, t.teacher_id, coalesce(r.topic, '') = '' as no_topic, r.attendance_checked_at is null as no_attendance,
    not exists (select 1 from journal.v_homework h where h.school_id = $1 and h.lesson_id = l.id) as no_homework
  from schedule.v_lesson l
  join lateral (select t.teacher_id from schedule.v_lesson_teacher t where t.school_id = $1 and t.lesson_id = l.id order by t.substitute desc, t.teacher_id limit 1) t on true
  left join journal.v_lesson_record r on r.school_id = l.school_id and r.lesson_id = l.id
  where l.school_id = $1 and l.date between $2 and $3 and l.kind = 'lesson' and l.state <> 'cancelled' and (l.date < $4 or to_char(l.ends, 'HH24:MI') <= $5)
    and ($6::uuid is null or exists (select 1 from registry.v_group_class gc where gc.school_id = $1 and gc.group_id = l.group_id and gc.class_id = $6))
    and ($7::uuid is null or t.teacher_id = $7))`

export interface FillRow { teacher_id: string; teacher: string; course_id: string; subject: string; group_name: string; lessons: number; no_topic: number; no_attendance: number; no_homework: number; oldest: string | null }
const filled = `
  with ${past}
  select l.teacher_id, concat_ws(' ', p.last_name, p.first_name, p.middle_name) as teacher, l.course_id, s.name as subject, g.name as group_name, count(*)::integer as lessons,
    count(*) filter (where l.no_topic)::integer as no_topic, count(*) filter (where l.no_attendance)::integer as no_attendance, count(*) filter (where l.no_homework)::integer as no_homework,
    min(l.date) filter (where l.no_topic or l.no_attendance) as oldest
  from past l join registry.v_person p on p.id = l.teacher_id join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id join registry.v_group g on g.school_id = $1 and g.id = l.group_id
  group by l.teacher_id, p.last_name, p.first_name, p.middle_name, l.course_id, s.name, g.name order by p.last_name, p.first_name, l.teacher_id, s.name, g.name`
/** What is written of past lessons, by teacher and course. */
export const listFill = (read: Read, wish: FillWish) => read.rows<FillRow>(filled, given(read, wish))

export interface GapRow { id: string; date: string; number: number; subject: string; group_name: string; teacher: string; no_topic: boolean; no_attendance: boolean; no_homework: boolean }
const gaps = `
  with ${past}
  select l.id, l.date, l.number, s.name as subject, g.name as group_name, concat_ws(' ', p.last_name, p.first_name, p.middle_name) as teacher, l.no_topic, l.no_attendance, l.no_homework
  from past l join registry.v_person p on p.id = l.teacher_id join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id join registry.v_group g on g.school_id = $1 and g.id = l.group_id
  where l.no_topic or l.no_attendance order by l.date, l.number, l.id limit 300`
/** The first three hundred lessons without a topic or with attendance not looked through, oldest first. */
export const listGaps = (read: Read, wish: FillWish) => read.rows<GapRow>(gaps, given(read, wish))
