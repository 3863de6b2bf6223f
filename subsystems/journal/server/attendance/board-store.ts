import type { Read, Work } from '@school/server'
import { asking, dayHere } from '../access.ts'
import type { PersonRef } from '../../contract/index.ts'
import type { RuleOfDay, StudentDay } from './rules.ts'

const person = (p: string) => `json_build_object('id', ${p}.id, 'lastName', ${p}.last_name, 'firstName', ${p}.first_name, 'middleName', ${p}.middle_name)`
const on = (t: string, date: string) => `${t}.valid_from <= ${date} and (${t}.valid_to is null or ${t}.valid_to >= ${date})`
/** Lessons of a pupil on a day, by membership on that day. */
const heldOn = (student: string, date: string) => `(select count(*)::integer from registry.v_group_member m join schedule.v_lesson h on h.school_id = $1 and h.group_id = m.group_id and h.date = ${date} and h.state <> 'cancelled'
  where m.school_id = $1 and m.student_id = ${student} and ${on('m', date)})`

export interface BoardClass { id: string; name: string; homeroom: PersonRef | null; pupils: number }
const classes = `
  select k.id, k.name, case when p.id is null then null else ${person('p')} end as homeroom,
    (select count(*)::integer from registry.v_enrolment en where en.school_id = $1 and en.class_id = k.id and ${on('en', '$2::date')}) as pupils
  from registry.v_class k left join registry.v_person p on p.id = k.homeroom_teacher_id
  where k.school_id = $1 and (k.closed_on is null or k.closed_on >= $2::date) and ($3::uuid is null or k.id = $3) order by k.grade_level nulls last, k.letter, k.id`
/** The classes of the school on a day, or one of them. */
export const listBoardClasses = (read: Read, date: string, classId: string | null) => read.rows<BoardClass>(classes, [read.schoolId, date, classId])

export interface BoardRow { class_id: string; student: PersonRef; missed: { number: number; reason: string | null; note: string }[]; held: number; asked: boolean }
const board = `
  select en.class_id, ${person('p')} as student, a.missed, ${heldOn('a.student_id', '$2::date')} as held,
    exists (select 1 from journal.excuse x where x.school_id = $1 and x.student_id = a.student_id and x.state = 'asked' and $2::date between x.starts and x.ends) as asked
  from (select t.student_id, json_agg(json_build_object('number', l.number, 'reason', t.reason, 'note', t.reason_note) order by l.number) as missed
    from journal.attendance t join schedule.v_lesson l on l.school_id = t.school_id and l.id = t.lesson_id
    where t.school_id = $1 and t.date = $2 and t.code <> 'present' and t.code = 'absent' group by t.student_id) a
  join registry.v_enrolment en on en.school_id = $1 and en.student_id = a.student_id and ${on('en', '$2::date')}
  join registry.v_person p on p.id = a.student_id
  order by p.last_name, p.first_name, p.id`
/** Who missed lessons of a day. */
export const listAbsentOn = (read: Read, date: string) => read.rows<BoardRow>(board, [read.schoolId, date])

const days = `
  select d.class_id, d.student_id, d.date, d.missed, d.illness, d.excused, d.unexcused, d.late, case when d.missed > 0 then ${heldOn('d.student_id', 'd.date')} else 0 end as held
  from (select en.class_id, a.student_id, a.date, count(*) filter (where a.code = 'absent')::integer as missed, count(*) filter (where a.code = 'absent' and a.reason = 'illness')::integer as illness,
      count(*) filter (where a.code = 'absent' and a.reason = 'excused')::integer as excused, count(*) filter (where a.code = 'absent' and a.reason = 'unexcused')::integer as unexcused, count(*) filter (where a.code = 'late')::integer as late
    from journal.attendance a join registry.v_enrolment en on en.school_id = a.school_id and en.student_id = a.student_id and ${on('en', 'a.date')}
    where a.school_id = $1 and a.date between $2 and $3 and a.code <> 'present' and a.code in ('absent', 'late') and ($4::uuid is null or en.class_id = $4)
    group by en.class_id, a.student_id, a.date) d`
/** Every day on which somebody missed a lesson or came late, of the school or of a class. */
export const listStudentDays = (read: Read, from: string, to: string, classId: string | null) => read.rows<StudentDay>(days, [read.schoolId, from, to, classId])

const names = 'select id, last_name as "lastName", first_name as "firstName", middle_name as "middleName" from registry.v_person where id = any($1::uuid[])'
export const listNames = (read: Read, ids: readonly string[]) => read.rows<PersonRef>(names, [ids])

const rules = `select valid_from, full_day_lessons, illness_percent from journal.attendance_rule where school_id = $1 order by valid_from`
export const listAttendanceRuleRows = (read: Read) => read.rows<RuleOfDay>(rules, [read.schoolId])
const putRule = `
  insert into journal.attendance_rule (school_id, valid_from, full_day_lessons, illness_percent, put_by, put_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (school_id, valid_from) do update set full_day_lessons = excluded.full_day_lessons, illness_percent = excluded.illness_percent, put_by = excluded.put_by, put_at = excluded.put_at`
export const saveAttendanceRule = (work: Work, row: RuleOfDay) => work.rows(putRule, [work.schoolId, row.valid_from, row.full_day_lessons, row.illness_percent, work.by.personId, work.now])

const schoolDay = `with ${dayHere} select today from day where $2::uuid is not null and $4::text <> ''`
export const todayOf = async (read: Read) => (await read.rows<{ today: string }>(schoolDay, asking(read)))[0]?.today ?? ''
