import type { Read } from '@school/server'
import { asking, dayHere, inForce } from '../access.ts'
import type { PersonRef } from '../../contract/index.ts'
import type { Filling } from './rules.ts'

export interface LessonRow extends Filling {
  id: string; course_id: string; number: number; subject: string; group: string; room: string | null; state: 'planned' | 'held' | 'cancelled' | 'moved' | 'replaced'; substitute: boolean; topic: string; closed: boolean
  pupils: number; absent_names: string[] | null; absent: number; due: { text: string; done: number }[] | null; ordinal: number; total: number
}
const filling = `
  l.id, l.course_id, l.date, l.number, l.starts, l.ends, s.name as subject, g.name as "group", rm.name as room, l.state, l.kind, coalesce(r.topic, '') as topic, coalesce(r.closed_at, l.closed_at) is not null as closed,
  coalesce(r.topic, '') <> '' as has_topic,
  exists (select 1 from journal.homework h where h.school_id = l.school_id and h.lesson_id = l.id and h.removed_at is null) as has_homework,
  r.attendance_checked_at is not null or exists (select 1 from journal.attendance a where a.school_id = l.school_id and a.lesson_id = l.id) as has_attendance,
  (select count(*)::integer from journal.work w where w.school_id = l.school_id and w.lesson_id = l.id and w.removed_at is null
     and not exists (select 1 from journal.mark m where m.school_id = w.school_id and m.work_id = w.id and m.value <> '')) as bare_works,
  (select min(k.grade_level) from registry.v_group_class gc join registry.v_class k on k.school_id = gc.school_id and k.id = gc.class_id where gc.school_id = l.school_id and gc.group_id = l.group_id) as grade`
const around = `
  join registry.v_subject s on s.school_id = l.school_id and s.id = l.subject_id join registry.v_group g on g.school_id = l.school_id and g.id = l.group_id
  left join registry.v_room rm on rm.school_id = l.school_id and rm.id = l.room_id left join journal.lesson_record r on r.school_id = l.school_id and r.lesson_id = l.id`

const day = `
  select ${filling}, lt.substitute,
    (select count(distinct m.student_id)::integer from registry.v_group_member m where m.school_id = $1 and m.group_id = l.group_id and m.valid_from <= l.date and (m.valid_to is null or m.valid_to >= l.date)) as pupils,
    ab.names as absent_names, coalesce(ab.n, 0)::integer as absent,
    (select json_agg(json_build_object('text', left(h.text, 300), 'done', (select count(*) from journal.homework_done d where d.school_id = $1 and d.homework_id = h.id)) order by h.id)
      from journal.homework h where h.school_id = $1 and h.group_id = l.group_id and h.due_date = l.date and h.course_id = l.course_id and h.removed_at is null and h.lesson_id <> l.id) as due,
    (select count(*)::integer from schedule.v_lesson o where o.school_id = $1 and o.course_id = l.course_id and o.state <> 'cancelled' and (o.date, o.number) <= (l.date, l.number)) as ordinal,
    (select count(*)::integer from schedule.v_lesson o where o.school_id = $1 and o.course_id = l.course_id and o.state <> 'cancelled') as total
  from schedule.v_lesson_teacher lt join schedule.v_lesson l on l.school_id = lt.school_id and l.id = lt.lesson_id ${around}
  left join lateral (select json_agg(p.last_name order by p.last_name) as names, count(*) as n from journal.attendance a join registry.v_person p on p.id = a.student_id
    where a.school_id = $1 and a.lesson_id = l.id and a.code = 'absent') ab on true
  where lt.school_id = $1 and lt.teacher_id = $2 and lt.date = $3 order by l.starts, l.number, l.id`
export const listDayLessons = (read: Read, date: string) => read.rows<LessonRow>(day, [read.schoolId, read.by.personId, date])

const mine = `
  select ${filling}, lt.substitute from schedule.v_lesson_teacher lt join schedule.v_lesson l on l.school_id = lt.school_id and l.id = lt.lesson_id ${around}
  where lt.school_id = $1 and lt.teacher_id = $2 and lt.date between $3 and $4 order by l.date desc, l.number desc, l.id`
export const listOwnFilling = (read: Read, from: string, to: string) => read.rows<LessonRow>(mine, [read.schoolId, read.by.personId, from, to])

export interface SchoolLessonRow extends LessonRow { teachers: PersonRef[] | null; has_substitute: boolean; taught: boolean; teacher_name: string | null }
const school = `
  select ${filling}, false as substitute, c.teachers, t.has_substitute, t.taught, t.teacher_name
  from schedule.v_lesson l ${around}
  left join lateral (select coalesce(bool_or(lt.substitute), false) as has_substitute, count(*) > 0 and not exists (select 1 from schedule.v_open_lesson o where o.school_id = $1 and o.lesson_id = l.id and o.date = l.date) as taught, string_agg(p.last_name || ' ' || left(p.first_name, 1) || '.', ', ' order by lt.substitute desc, p.last_name) as teacher_name
    from schedule.v_lesson_teacher lt join registry.v_person p on p.id = lt.teacher_id where lt.school_id = $1 and lt.lesson_id = l.id) t on true
  left join (select ct.course_id, json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name) order by p.last_name) as teachers
    from schedule.v_course_teacher ct join registry.v_person p on p.id = ct.teacher_id where ct.school_id = $1 and ct.valid_from <= $3 and (ct.valid_to is null or ct.valid_to >= $3) group by ct.course_id) c on c.course_id = l.course_id
  where l.school_id = $1 and l.date between $2 and $3 order by l.date, l.number, s.name, g.name`
export const listSchoolFilling = (read: Read, from: string, to: string) => read.rows<SchoolLessonRow>(school, [read.schoolId, from, to])

const absent = `select count(distinct student_id)::integer as absent, count(distinct student_id) filter (where reason is null)::integer as without from journal.attendance where school_id = $1 and date = $2 and code = 'absent'`
export const countAbsent = async (read: Read, date: string) => (await read.rows<{ absent: number; without: number }>(absent, [read.schoolId, date]))[0]!

export interface AroundRow {
  today: string; clock: string; next: { date: string; lessons: number; starts: string } | null; period: { name: string; ends: string } | null; classes: { classId: string; name: string; withoutReason: number }[] | null
}
const aroundDay = `
  with ${dayHere}
  select day.today, day.clock,
    (select json_build_object('date', n.date, 'lessons', n.lessons, 'starts', to_char(n.starts, 'HH24:MI')) from (
      select lt.date, count(*) as lessons, min(l.starts) as starts from schedule.v_lesson_teacher lt join schedule.v_lesson l on l.school_id = lt.school_id and l.id = lt.lesson_id
      where lt.school_id = $1 and lt.teacher_id = $2 and lt.date > coalesce($5::date, day.today) and lt.date <= coalesce($5::date, day.today) + 60 and l.state <> 'cancelled' group by lt.date order by lt.date limit 1) n) as next,
    (select json_build_object('name', pd.name, 'ends', pd.ends) from schedule.v_course_teacher ct join schedule.v_course c on c.school_id = ct.school_id and c.id = ct.course_id
      join registry.v_group_class gc on gc.school_id = c.school_id and gc.group_id = c.group_id join schedule.v_class_setting cs on cs.school_id = gc.school_id and cs.class_id = gc.class_id
      join schedule.v_period pd on pd.school_id = cs.school_id and pd.scheme_id = cs.period_scheme_id
      where ct.school_id = $1 and ct.teacher_id = $2 and coalesce($5::date, day.today) between pd.starts and pd.ends order by pd.ends limit 1) as period,
    (select json_agg(json_build_object('classId', k.id, 'name', k.name, 'withoutReason', (select count(distinct a.student_id) from journal.attendance a join registry.v_enrolment en on en.school_id = a.school_id and en.student_id = a.student_id and en.class_id = k.id
        where a.school_id = $1 and a.date = day.today and a.code = 'absent' and a.reason is null and ${inForce('en')})) order by k.name)
      from registry.v_class k where k.school_id = $1 and k.homeroom_teacher_id = $2 and k.closed_on is null) as classes
  from day where $4::text <> ''`
export const findAround = async (read: Read, date: string | null) => (await read.rows<AroundRow>(aroundDay, [...asking(read), date]))[0]!
