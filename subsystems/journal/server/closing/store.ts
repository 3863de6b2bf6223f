import type { Read, Work } from '@school/server'
import type { PersonRef } from '../../contract/index.ts'
import { asking, dayHere } from '../access.ts'
import { visibleUnlock } from './access.ts'

export interface SchemeRow { today: string; schemes: { id: string; grades: number[] | null; classes: number; periods: { id: string; name: string; ordinal: number; starts: string; ends: string }[] }[] | null; asked: number }
const schemes = `with ${dayHere}
  select day.today, (select count(*)::integer from journal.unlock u where u.school_id = $1 and u.state = 'asked' and u.asked_until >= $3::timestamptz) as asked,
    (select json_agg(json_build_object('id', x.scheme_id, 'grades', x.grades, 'classes', x.classes, 'periods', x.periods) order by x.classes desc, x.scheme_id) from (
      select pd.scheme_id, (select json_agg(distinct k.grade_level order by k.grade_level) from schedule.v_class_setting cs join registry.v_class k on k.school_id = cs.school_id and k.id = cs.class_id and k.closed_on is null and k.grade_level is not null where cs.school_id = $1 and cs.period_scheme_id = pd.scheme_id) as grades,
        (select count(*) from schedule.v_class_setting cs join registry.v_class k on k.school_id = cs.school_id and k.id = cs.class_id and k.closed_on is null where cs.school_id = $1 and cs.period_scheme_id = pd.scheme_id) as classes,
        json_agg(json_build_object('id', pd.id, 'name', pd.name, 'ordinal', pd.ordinal, 'starts', pd.starts, 'ends', pd.ends) order by pd.starts) as periods
      from schedule.v_period pd where pd.school_id = $1 and exists (select 1 from schedule.v_class_setting cs where cs.school_id = $1 and cs.period_scheme_id = pd.scheme_id) group by pd.scheme_id) x
      where (select max(p.ends) from schedule.v_period p where p.school_id = $1 and p.scheme_id = x.scheme_id) >= day.today - 120) as schemes
  from day where $2::uuid is not null and $4::text <> ''`
export const findSchemes = async (read: Read) => (await read.rows<SchemeRow>(schemes, asking(read)))[0] ?? { today: '', schemes: null, asked: 0 }

/** `place(class_id, student_id, subject_id, course_id)`: pupils of the classes on a day with the subjects they are taught, where marks are given. */
const places = (classes: string, day: string) => `place as materialized (
  select distinct on (en.class_id, en.student_id, c.subject_id) en.class_id, en.student_id, c.subject_id, c.id as course_id, c.group_id
  from registry.v_enrolment en join registry.v_class k on k.school_id = en.school_id and k.id = en.class_id and k.id in (${classes})
  join registry.v_group_member m on m.school_id = en.school_id and m.student_id = en.student_id and m.valid_from <= ${day} and (m.valid_to is null or m.valid_to >= ${day})
  join schedule.v_course c on c.school_id = m.school_id and c.group_id = m.group_id and c.year = k.school_year and (c.closed_on is null or c.closed_on >= ${day})
  join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id and s.kind = 'core'
  where en.school_id = $1 and en.valid_from <= ${day} and (en.valid_to is null or en.valid_to >= ${day})
    and coalesce(k.grade_level, 12) >= coalesce((select r.marks_from_grade from journal.marking_rule r where r.school_id = $1 and r.valid_from <= ${day} order by r.valid_from desc, r.edition desc limit 1), 2)
  order by en.class_id, en.student_id, c.subject_id, m.valid_from desc)`
/** A lesson that is over and whose page says neither what was taught nor who was there. */
export const bareLesson = `not exists (select 1 from journal.lesson_record r where r.school_id = l.school_id and r.lesson_id = l.id and r.topic <> '')
  or not (exists (select 1 from journal.lesson_record r where r.school_id = l.school_id and r.lesson_id = l.id and r.attendance_checked_at is not null) or exists (select 1 from journal.attendance a where a.school_id = l.school_id and a.lesson_id = l.id))`

export interface BoardRow {
  class_id: string; name: string; grade: number | null; homeroom: PersonRef | null; state: 'OPEN' | 'FINALIZING' | 'CLOSED' | null; due: string | null; revision: number | null; unfilled: number; places: number; put: number; not_attested: number
}
const board = `
  with these as materialized (select k.id, k.name, k.grade_level, k.homeroom_teacher_id from schedule.v_class_setting cs join registry.v_class k on k.school_id = cs.school_id and k.id = cs.class_id and k.closed_on is null
    where cs.school_id = $1 and cs.period_scheme_id = $2), ${places('select id from these', '$5::date')},
  filled as (select p.class_id, count(*)::integer as places, count(f.id)::integer as put, (count(*) filter (where f.value = 'notAttested'))::integer as not_attested
    from place p left join journal.final_mark f on f.school_id = $1 and f.student_id = p.student_id and f.subject_id = p.subject_id and f.year = $7 and f.value <> ''
      and case when $3::uuid = $2::uuid then f.kind = 'year' else f.period_id = $3::uuid end group by p.class_id),
  lacking as (select gk.class_id, count(*)::integer as n from these t join registry.v_group_class gk on gk.school_id = $1 and gk.class_id = t.id
    join schedule.v_lesson l on l.school_id = $1 and l.group_id = gk.group_id and l.date between $4 and $5::date and l.date < $6::date and l.state <> 'cancelled' and l.kind = 'lesson' where (${bareLesson}) group by gk.class_id)
  select t.id as class_id, t.name, t.grade_level as grade, case when p.id is not null then json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name) end as homeroom,
    z.state, z.due, z.revision, coalesce(n.n, 0) as unfilled, coalesce(f.places, 0) as places, coalesce(f.put, 0) as put, coalesce(f.not_attested, 0) as not_attested
  from these t left join filled f on f.class_id = t.id left join lacking n on n.class_id = t.id left join registry.v_person p on p.id = t.homeroom_teacher_id
  left join journal.closing z on z.school_id = $1 and z.class_id = t.id and z.scope_id = $3 order by t.grade_level, t.name`
/** How far every class of a scheme is with the marks of a scope. */
export const listBoard = (read: Read, schemeId: string, scopeId: string, from: string, to: string, today: string, year: number) => read.rows<BoardRow>(board, [read.schoolId, schemeId, scopeId, from, to < today ? to : today, today, year])

const teachers = (course: string) => `(select json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name) order by p.last_name) from schedule.v_course_teacher t join registry.v_person p on p.id = t.teacher_id
  where t.school_id = $1 and t.course_id = ${course} and t.valid_from <= $4::date and (t.valid_to is null or t.valid_to >= $4::date))`
export interface LackRow { course_id: string; subject: string; group: string; teachers: PersonRef[] | null; lessons: number; oldest: string | null; without: { id: string; name: string }[] | null; not_attested: { id: string; name: string }[] | null }
const lack = `
  with ${places('select $2::uuid', '$4::date')},
  pages as materialized (select distinct c.id, c.group_id, c.subject_id from registry.v_group_class gk join schedule.v_course c on c.school_id = $1 and c.group_id = gk.group_id join registry.v_subject s on s.school_id = $1 and s.id = c.subject_id
    where gk.school_id = $1 and gk.class_id = $2),
  lacking as (select p.id, count(*)::integer as n, min(l.date) as oldest from pages p join schedule.v_lesson l on l.school_id = $1 and l.course_id = p.id and l.date between $3 and $4::date and l.date < $5::date and l.state <> 'cancelled' and l.kind = 'lesson' where (${bareLesson}) group by p.id),
  marks as (select p.course_id, json_agg(json_build_object('id', s.id, 'name', s.last_name || ' ' || s.first_name) order by s.last_name, s.first_name) filter (where f.id is null) as without,
      json_agg(json_build_object('id', s.id, 'name', s.last_name || ' ' || s.first_name) order by s.last_name, s.first_name) filter (where f.value = 'notAttested') as not_attested
    from place p join registry.v_person s on s.id = p.student_id left join journal.final_mark f on f.school_id = $1 and f.student_id = p.student_id and f.subject_id = p.subject_id and f.value <> ''
      and case when $7::boolean then f.kind = 'year' and f.year = (select k.school_year from registry.v_class k where k.school_id = $1 and k.id = $2) else f.period_id = $6::uuid end group by p.course_id)
  select c.id as course_id, s.name as subject, g.name as "group", ${teachers('c.id')} as teachers, coalesce(n.n, 0) as lessons, n.oldest, m.without, m.not_attested
  from pages c join registry.v_subject s on s.school_id = $1 and s.id = c.subject_id join registry.v_group g on g.school_id = $1 and g.id = c.group_id
  left join lacking n on n.id = c.id left join marks m on m.course_id = c.id
  where n.n > 0 or m.without is not null or m.not_attested is not null order by s.sort, s.name, g.name`
export const listLacking = (read: Read, classId: string, scopeId: string, from: string, to: string, today: string, wholeYear: boolean) =>
  read.rows<LackRow>(lack, [read.schoolId, classId, from, to < today ? to : today, today, scopeId, wholeYear])

export interface ClosingWrite { readonly class_id: string; readonly state: string; readonly due: string | null; readonly revision: number }
const save = `
  with given as materialized (select * from jsonb_to_recordset($3::jsonb) as r(class_id uuid, state text, due date, revision integer)),
  put as (insert into journal.closing as z (school_id, class_id, scope_id, state, due, revision, changed_by, changed_at) select $1, g.class_id, $2, g.state, g.due, g.revision, $4, $5 from given g
    on conflict (school_id, class_id, scope_id) do update set state = excluded.state, due = excluded.due, revision = excluded.revision, changed_by = excluded.changed_by, changed_at = excluded.changed_at where z.revision = excluded.revision - 1
    returning z.class_id, z.state, z.due, z.revision),
  kept as (insert into journal.closing_revision (school_id, class_id, scope_id, revision, state, due, reason, changed_by, changed_at) select $1, p.class_id, $2, p.revision, p.state, p.due, $6, $4, $5 from put p)
  select class_id, state, due, revision from put`
/** Moves classes on, with history; returns those that were taken. */
export const saveClosings = (work: Work, scopeId: string, rows: readonly ClosingWrite[], reason: string) =>
  work.rows<{ class_id: string; state: 'OPEN' | 'FINALIZING' | 'CLOSED'; due: string | null; revision: number }>(save, [work.schoolId, scopeId, JSON.stringify(rows), work.by.personId, work.now, reason])

export interface UnlockRow {
  id: string; class_id: string; class_name: string; scope_id: string; scope: string; subject: { id: string; name: string; shortName: string }; course_id: string | null; reason: string; asked_until: Date; asked_by: string; asked_at: Date
  state: 'asked' | 'granted' | 'declined' | 'ended'; until: Date | null; answer: string; decided_by: string | null; by: PersonRef | null; decider: PersonRef | null
}
const personOf = (p: string) => `case when ${p}.id is not null then json_build_object('id', ${p}.id, 'lastName', ${p}.last_name, 'firstName', ${p}.first_name, 'middleName', ${p}.middle_name) end`
const unlocks = `
  select u.id, u.class_id, k.name as class_name, u.scope_id, coalesce((select pd.name from schedule.v_period pd where pd.school_id = $1 and pd.id = u.scope_id), '') as scope,
    json_build_object('id', s.id, 'name', s.name, 'shortName', s.short_name) as subject, u.reason, u.asked_until, u.asked_by, u.asked_at, u.state, u.until, u.answer, u.decided_by, ${personOf('a')} as by, ${personOf('d')} as decider,
    (select c.id from schedule.v_course c join registry.v_group_class gk on gk.school_id = c.school_id and gk.group_id = c.group_id where c.school_id = $1 and gk.class_id = u.class_id and c.subject_id = u.subject_id order by c.id limit 1) as course_id
  from journal.unlock u join registry.v_class k on k.school_id = u.school_id and k.id = u.class_id join registry.v_subject s on s.school_id = u.school_id and s.id = u.subject_id
  left join registry.v_person a on a.id = u.asked_by left join registry.v_person d on d.id = u.decided_by
  where u.school_id = $1 and $3::timestamptz is not null and ${visibleUnlock('u')}`
export const unlocksAPage = 50
/** What this person may see of requests, those that wait first. */
export const listUnlockRows = (read: Read, page: number) => read.rows<UnlockRow>(`${unlocks} order by (u.state = 'asked') desc, u.asked_at desc, u.id limit $5 offset $6`, [...asking(read), unlocksAPage + 1, (page - 1) * unlocksAPage])
export const findUnlockRow = async (read: Read, id: string) => (await read.rows<UnlockRow>(`${unlocks} and u.id = $5`, [...asking(read), id]))[0]
/** The same, and nobody else decides meanwhile. */
export const findUnlockForUpdate = async (work: Work, id: string) => (await work.rows<UnlockRow>(`${unlocks} and u.id = $5 for update of u`, [...asking(work), id]))[0]

const ask = `insert into journal.unlock (school_id, id, class_id, scope_id, subject_id, reason, asked_until, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`
export const insertUnlock = async (work: Work, row: { id: string; classId: string; scopeId: string; subjectId: string; reason: string; until: Date }) =>
  (await work.rows(ask, [work.schoolId, row.id, row.classId, row.scopeId, row.subjectId, row.reason, row.until, work.by.personId, work.now])).length === 1
const decide = `update journal.unlock set state = $3, until = $4, answer = $5, decided_by = $6, decided_at = $7 where school_id = $1 and id = $2`
export const saveDecision = (work: Work, id: string, state: string, until: Date | null, answer: string) => work.rows(decide, [work.schoolId, id, state, until, answer, work.by.personId, work.now])
const end = `update journal.unlock set state = 'ended', until = least(until, $3) where school_id = $1 and id = $2`
export const saveEnd = (work: Work, id: string) => work.rows(end, [work.schoolId, id, work.now])
