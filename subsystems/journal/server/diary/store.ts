import type { Read, Work } from '@school/server'
import { asking, dayHere, inForce, isSeen, readableStudent, seenUntil } from '../access.ts'
import type { Criterion, PersonRef, Period, StudentToday } from '../../contract/index.ts'

export interface PupilRow {
  today: string; clock: string; student: PersonRef; class_name: string | null; homeroom: string | null; periods: Period[] | null
  acknowledgements: { week: string; guardian: PersonRef; at: string }[] | null
}
const person = (p: string) => `json_build_object('id', ${p}.id, 'lastName', ${p}.last_name, 'firstName', ${p}.first_name, 'middleName', ${p}.middle_name)`
const shortName = (p: string) => `${p}.last_name || ' ' || left(${p}.first_name, 1) || '.' || coalesce(' ' || left(${p}.middle_name, 1) || '.', '')`
// The wall and the frame of the diary in one statement: no row means the pupil is absent or not this reader's.
const pupil = `
  with ${dayHere}
  select day.today, day.clock, ${person('p')} as student, k.name as class_name, ${shortName('hp')} as homeroom,
    (select json_agg(json_build_object('id', pd.id, 'name', pd.name, 'ordinal', pd.ordinal, 'starts', pd.starts, 'ends', pd.ends) order by pd.starts)
      from schedule.v_class_setting cs join schedule.v_period pd on pd.school_id = cs.school_id and pd.scheme_id = cs.period_scheme_id where cs.school_id = $1 and cs.class_id = k.id) as periods,
    (select json_agg(json_build_object('week', a.week, 'guardian', ${person('g')}, 'at', to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by a.week, a.at)
      from journal.acknowledgement a join registry.v_person g on g.id = a.guardian_id where a.school_id = $1 and a.student_id = p.id and a.week between coalesce($6::date, date_trunc('week', day.today)::date) - 7 and coalesce($6::date, day.today)) as acknowledgements
  from day join registry.v_person p on p.id = $5
  left join lateral (select en.class_id from registry.v_enrolment en where en.school_id = $1 and en.student_id = p.id order by ${inForce('en')} desc, en.valid_from desc limit 1) en on true
  left join registry.v_class k on k.school_id = $1 and k.id = en.class_id left join registry.v_person hp on hp.id = k.homeroom_teacher_id
  where ${readableStudent('p.id')}`
export const findPupil = async (read: Read, studentId: string, week: string | null) => (await read.rows<PupilRow>(pupil, [...asking(read), studentId, week]))[0]

export interface LessonRow {
  id: string; course_id: string; date: string; number: number; starts: string; ends: string; subject: { id: string; name: string; shortName: string }; kind: 'lesson' | 'extracurricular' | 'consultation' | 'exam'; room: string | null
  state: 'planned' | 'held' | 'cancelled' | 'moved' | 'replaced'; topic: string | null; note: string | null; teachers: string[] | null; substitute: boolean | null
  code: string | null; minutes: number | null; reason: string | null; reason_note: string | null
}
const lessons = `
  select l.id, l.course_id, l.date, l.number, l.starts, l.ends, json_build_object('id', s.id, 'name', s.name, 'shortName', s.short_name) as subject, l.kind, rm.name as room, l.state, r.topic, r.note,
    t.teachers, t.substitute, a.code, a.minutes, a.reason, a.reason_note
  from registry.v_group_member m
  join schedule.v_lesson l on l.school_id = m.school_id and l.group_id = m.group_id and l.date between greatest($3::date, m.valid_from) and least($4::date, coalesce(m.valid_to, $4::date))
  join registry.v_subject s on s.school_id = l.school_id and s.id = l.subject_id
  left join registry.v_room rm on rm.school_id = l.school_id and rm.id = l.room_id
  left join journal.lesson_record r on r.school_id = l.school_id and r.lesson_id = l.id
  left join journal.attendance a on a.school_id = l.school_id and a.lesson_id = l.id and a.student_id = m.student_id and a.code <> 'present'
  left join lateral (select array_agg(${shortName('p')} order by lt.substitute desc, p.last_name) as teachers, bool_or(lt.substitute) as substitute
    from schedule.v_lesson_teacher lt join registry.v_person p on p.id = lt.teacher_id where lt.school_id = l.school_id and lt.lesson_id = l.id) t on true
  where m.school_id = $1 and m.student_id = $2 order by l.date, l.number, l.starts, l.id`
export const listLessons = (read: Read, studentId: string, from: string, to: string) => read.rows<LessonRow>(lessons, [read.schoolId, studentId, from, to])

export interface DayRow { lessons: StudentToday['lessons'] | null; next: string | null; absences: StudentToday['withoutReason'] | null }
// $3 is the day, $4 how far to look ahead, $5 how far back.
const dayOfPupil = `
  with own as materialized (select m.group_id, m.valid_from, coalesce(m.valid_to, 'infinity') as valid_to from registry.v_group_member m where m.school_id = $1 and m.student_id = $2)
  select
    (select json_agg(json_build_object('id', l.id, 'number', l.number, 'starts', to_char(l.starts, 'HH24:MI'), 'ends', to_char(l.ends, 'HH24:MI'), 'subject', s.name, 'room', rm.name, 'state', l.state) order by l.number, l.starts, l.id)
      from own join schedule.v_lesson l on l.school_id = $1 and l.group_id = own.group_id and l.date = $3::date join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id
      left join registry.v_room rm on rm.school_id = $1 and rm.id = l.room_id where l.date between own.valid_from and own.valid_to) as lessons,
    (select min(l.date) from own join schedule.v_lesson l on l.school_id = $1 and l.group_id = own.group_id and l.date > $3::date and l.date <= $4::date and l.date between own.valid_from and own.valid_to
      where l.state <> 'cancelled') as next,
    (select json_agg(json_build_object('lessonId', a.lesson_id, 'date', a.date, 'number', l.number, 'subject', s.name) order by a.date desc, l.number desc)
      from journal.attendance a join schedule.v_lesson l on l.school_id = $1 and l.id = a.lesson_id join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id
      where a.school_id = $1 and a.student_id = $2 and a.date between $5::date and $3::date and a.code = 'absent' and a.reason is null) as absences`
/** The lessons of a day, the next day that has some, and absences of the days before it that nobody has explained. */
export const findDay = async (read: Read, studentId: string, day: string, ahead: string, back: string) => (await read.rows<DayRow>(dayOfPupil, [read.schoolId, studentId, day, ahead, back]))[0]!

export interface HomeworkRow { id: string; course_id: string; lesson_id: string; due_lesson_id: string | null; text: string; minutes: number | null; links: { title: string; href: string }[]; given_on: string; due_date: string; personal: boolean; done: boolean; answer: 'wanted' | 'sent' | 'returned' | 'accepted' | null; subject: string }
// Due within the days; what was given on them is due on them or later, so the second half looks ahead by lesson.
const homeworkUntil = (last: string, where: string) => `
  select h.id, h.course_id, h.lesson_id, h.due_lesson_id, h.text, h.minutes, h.links, g.date as given_on, h.due_date, h.student_ids is not null as personal, d.homework_id is not null as done,
    case when h.answers then coalesce((select a.state from journal.homework_answer a where a.school_id = $1 and a.homework_id = h.id and a.student_id = $2), 'wanted') end as answer, s.name as subject
  from (select distinct m.group_id from registry.v_group_member m where m.school_id = $1 and m.student_id = $2 and m.valid_from <= $4 and (m.valid_to is null or m.valid_to >= $3)) gr
  join journal.homework h on h.school_id = $1 and h.group_id = gr.group_id and h.due_date between $3 and ${last} and h.removed_at is null and (h.student_ids is null or $2 = any(h.student_ids))
  join schedule.v_lesson g on g.school_id = h.school_id and g.id = h.lesson_id join registry.v_subject s on s.school_id = g.school_id and s.id = g.subject_id
  left join journal.homework_done d on d.school_id = h.school_id and d.homework_id = h.id and d.student_id = $2
  ${where} order by h.due_date, s.sort, h.id`
const homework = homeworkUntil('$4::date + 45', 'where h.due_date <= $4 or g.date between $3 and $4')
const homeworkDue = homeworkUntil('$4::date', '')
export const listHomework = (read: Read, studentId: string, from: string, to: string) => read.rows<HomeworkRow>(homework, [read.schoolId, studentId, from, to])

/** Only what is due within the days. */
export const listHomeworkDue = (read: Read, studentId: string, from: string, to: string) => read.rows<HomeworkRow>(homeworkDue, [read.schoolId, studentId, from, to])

/** A work of a lesson, with the pupil's mark when there is one. */
export interface WorkRow { work_id: string; lesson_id: string; type: string; short_name: string; title: string; weight: number; is_control: boolean; mark_id: string | null; value: string | null; note: string | null; debt_due: string | null; retake: string | null; retake_on: string | null; points: number | null; criteria: Criterion[]; mark_criteria: number[] | null; put_at: Date | null; revision: number | null; course_id: string; date: string; subject: string }
const markColumns = `w.id as work_id, w.lesson_id, t.name as type, t.short_name, w.title, w.weight, t.is_control, m.id as mark_id, m.value, m.note, m.debt_due, m.retake, m.retake_on, m.points, w.criteria, m.criteria as mark_criteria, greatest(m.put_at, coalesce(w.visible_from, m.put_at)) as put_at, m.revision, w.course_id, w.date`
const works = `
  select ${markColumns}, '' as subject
  from (select distinct c.id from registry.v_group_member gm join schedule.v_course c on c.school_id = gm.school_id and c.group_id = gm.group_id
    where gm.school_id = $1 and gm.student_id = $2 and gm.valid_from <= $4 and (gm.valid_to is null or gm.valid_to >= $3)) c
  join journal.work w on w.school_id = $1 and w.course_id = c.id and w.date between $3 and $4 and w.removed_at is null
  join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id
  left join journal.mark m on m.school_id = w.school_id and m.work_id = w.id and m.student_id = $2 and m.value <> '' and ${isSeen('$5')} order by w.sort, w.id`
export const listWorks = (read: Read, studentId: string, from: string, to: string) => read.rows<WorkRow>(works, [read.schoolId, studentId, from, to, seenUntil(read)])

const recent = `
  select ${markColumns}, s.name as subject from journal.mark m join journal.work w on w.school_id = m.school_id and w.id = m.work_id join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id
  join schedule.v_course c on c.school_id = m.school_id and c.id = m.course_id join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id
  where m.school_id = $1 and m.student_id = $2 and m.date >= $3 and m.value <> '' and w.removed_at is null and ${isSeen('$5')} and (greatest(m.put_at, coalesce(w.visible_from, m.put_at)) > $4 or (m.value = 'debt' and m.retake is null)) order by greatest(m.put_at, coalesce(w.visible_from, m.put_at)) desc, m.id desc limit 60`
/** Marks put since an instant, and debts still open, newest first. */
export const listRecentMarks = (read: Read, studentId: string, fromDay: string, since: Date) => read.rows<WorkRow>(recent, [read.schoolId, studentId, fromDay, since, seenUntil(read)])

export interface AbsenceRow { lesson_id: string; course_id: string; date: string; number: number; subject: string; code: string; minutes: number | null; reason: string | null; reason_note: string; lessons_of_day: number }
const absences = `
  select a.lesson_id, a.course_id, a.date, l.number, s.name as subject, a.code, a.minutes, a.reason, a.reason_note,
    (select count(*)::integer from registry.v_group_member m join schedule.v_lesson o on o.school_id = m.school_id and o.group_id = m.group_id and o.date = a.date and o.state <> 'cancelled' and o.kind = 'lesson'
      where m.school_id = $1 and m.student_id = $2 and m.valid_from <= a.date and (m.valid_to is null or m.valid_to >= a.date)) as lessons_of_day
  from journal.attendance a join schedule.v_lesson l on l.school_id = a.school_id and l.id = a.lesson_id join registry.v_subject s on s.school_id = l.school_id and s.id = l.subject_id
  where a.school_id = $1 and a.student_id = $2 and a.date between $3 and $4 and a.code <> 'present' order by a.date desc, l.number desc`
export const listAbsenceRows = (read: Read, studentId: string, from: string, to: string) => read.rows<AbsenceRow>(absences, [read.schoolId, studentId, from, to])

const acknowledge = `insert into journal.acknowledgement (school_id, student_id, week, guardian_id, at) values ($1, $2, $3, $4, $5) on conflict (school_id, student_id, week, guardian_id) do update set week = excluded.week returning at`
/** When this parent first signed the week. */
export const saveAcknowledgement = async (work: Work, studentId: string, week: string) => (await work.rows<{ at: Date }>(acknowledge, [work.schoolId, studentId, week, work.by.personId, work.now]))[0]!.at
