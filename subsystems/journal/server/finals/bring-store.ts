import type { Work } from '@school/server'

export interface GivenMark { readonly id: string; readonly subjectId: string; readonly date: string; readonly value: string; readonly weight: number }
/** A mark of a period of the same school year; `period` is its ordinal. */
export interface GivenFinal { readonly id: string; readonly subjectId: string; readonly period: number; readonly value: string }

const place = `place as materialized (select en.class_id, k.school_year, cs.period_scheme_id,
    (select min(e.valid_from) from registry.v_enrolment e join registry.v_class c on c.school_id = e.school_id and c.id = e.class_id where e.school_id = $1 and e.student_id = $2 and c.school_year = k.school_year) as came
  from registry.v_enrolment en join registry.v_class k on k.school_id = en.school_id and k.id = en.class_id left join schedule.v_class_setting cs on cs.school_id = en.school_id and cs.class_id = en.class_id
  where en.school_id = $1 and en.student_id = $2 order by en.valid_from desc limit 1)`

const marks = `
  with ${place}, given as materialized (select * from jsonb_to_recordset($3::jsonb) as r(id uuid, "subjectId" uuid, date date, value text, weight smallint)),
  shut as materialized (select pd.starts, pd.ends from place p join journal.closing z on z.school_id = $1 and z.class_id = p.class_id and z.state = 'CLOSED' join schedule.v_period pd on pd.school_id = $1 and pd.id = z.scope_id)
  insert into journal.brought_mark (school_id, id, student_id, subject_id, date, value, weight, source, removed_at, revision, put_by, put_at)
  select $1, g.id, $2, g."subjectId", g.date, g.value, g.weight, $4, null, 1, $5, $6 from given g where not exists (select 1 from shut s where g.date between s.starts and s.ends)
  on conflict (school_id, id) do nothing returning id`
/** How many marks were new. */
export const insertBrought = async (work: Work, studentId: string, given: readonly GivenMark[], source: string) =>
  given.length === 0 ? 0 : (await work.rows(marks, [work.schoolId, studentId, JSON.stringify(given), source, work.by.personId, work.now])).length

const finals = `
  with ${place}, given as materialized (select * from jsonb_to_recordset($3::jsonb) as r(id uuid, "subjectId" uuid, period smallint, value text)),
  put as (
    insert into journal.final_mark (school_id, id, student_id, subject_id, year, kind, period_id, course_id, class_id, value, proposed, sum, weights, rule_edition, revision, put_by, put_at)
    select $1, g.id, $2, g."subjectId", p.school_year, 'period', pd.id, c.id, p.class_id, g.value, null, 0, 0, null, 1, $5, $6
    from place p join given g on p.school_year = $7 join schedule.v_period pd on pd.school_id = $1 and pd.scheme_id = p.period_scheme_id and pd.ordinal = g.period and pd.ends < p.came
    join lateral (select c.id from schedule.v_course c join registry.v_group_member m on m.school_id = c.school_id and m.group_id = c.group_id
      where c.school_id = $1 and c.year = p.school_year and c.subject_id = g."subjectId" and m.student_id = $2 order by m.valid_from desc, c.id limit 1) c on true
    on conflict do nothing returning id, value),
  kept as (
    insert into journal.final_mark_revision (school_id, final_id, revision, value, proposed, sum, weights, rule_edition, reason, protocol_number, protocol_date, unlock_id, put_by, put_at)
    select $1, id, 1, value, null, 0, 0, null, left($4, 300), '', null, null, $5, $6 from put)
  select id from put`
/** How many marks of periods were new. */
export const insertBroughtFinals = async (work: Work, studentId: string, year: number, given: readonly GivenFinal[], source: string) =>
  given.length === 0 ? 0 : (await work.rows(finals, [work.schoolId, studentId, JSON.stringify(given), source, work.by.personId, work.now, year])).length
