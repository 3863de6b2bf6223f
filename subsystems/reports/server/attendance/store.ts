import type { Read } from '@school/server'

export interface Counted { readonly today: string; readonly clock: string; readonly year: number; readonly starts: string; readonly until: string; readonly classId: string | null }
const given = (read: Read, { year, starts, until, classId, today, clock }: Counted) => [read.schoolId, year, starts, until, classId, today, clock]

const inForce = (t: string, day: string) => `${t}.valid_from <= ${day} and (${t}.valid_to is null or ${t}.valid_to >= ${day})`

/** `place(student_id, class_id, from, to)`: who was in which class on which of the counted days. */
const place = `place as (
  select en.student_id, en.class_id, k.name as class_name, k.grade_level, k.course, k.letter, greatest(en.valid_from, $3::date) as starts, least(coalesce(en.valid_to, $4::date), $4::date) as ends
  from registry.v_enrolment en join registry.v_class k on k.school_id = en.school_id and k.id = en.class_id
  where en.school_id = $1 and k.school_year = $2 and ($5::uuid is null or en.class_id = $5) and en.valid_from <= $4 and (en.valid_to is null or en.valid_to >= $3))`
/** `held(group_id, date, n)`: lessons that have begun. */
const held = `held as materialized (
  select l.group_id, l.date, count(*)::integer as n from schedule.v_lesson l
  where l.school_id = $1 and l.date between $3 and $4 and l.kind = 'lesson' and l.state <> 'cancelled' and (l.date < $6::date or to_char(l.starts, 'HH24:MI') <= $7) group by l.group_id, l.date)`

export interface PupilRow { class_id: string; class_name: string; id: string; last_name: string; first_name: string; middle_name: string | null; lessons: number }
const pupils = `
  with ${place}, ${held},
  due as (select p.class_id, p.student_id, sum(h.n)::integer as lessons from place p
    join registry.v_group_member g on g.school_id = $1 and g.student_id = p.student_id
    join held h on h.group_id = g.group_id and h.date between greatest(p.starts, g.valid_from) and least(p.ends, coalesce(g.valid_to, p.ends)) group by p.class_id, p.student_id)
  select p.class_id, p.class_name, p.student_id as id, n.last_name, n.first_name, n.middle_name, coalesce(max(d.lessons), 0)::integer as lessons
  from place p join registry.v_person n on n.id = p.student_id left join due d on d.class_id = p.class_id and d.student_id = p.student_id
  group by p.class_id, p.class_name, p.grade_level, p.course, p.letter, p.student_id, n.last_name, n.first_name, n.middle_name
  order by p.grade_level nulls last, p.course, p.letter, p.class_name, n.last_name, n.first_name, p.student_id`
/** Every pupil of the counted days with the lessons that were due. */
export const listPupils = (read: Read, counted: Counted) => read.rows<PupilRow>(pupils, given(read, counted))

export interface MissRow { class_id: string; student_id: string; date: string; missed: number; illness: number; excused: number; unexcused: number; late: number; held: number }
const misses = `
  with ${place}, ${held},
  miss as (select p.class_id, a.student_id, a.date, count(*) filter (where a.code = 'absent')::integer as missed,
      count(*) filter (where a.code = 'absent' and a.reason = 'illness')::integer as illness, count(*) filter (where a.code = 'absent' and a.reason = 'excused')::integer as excused,
      count(*) filter (where a.code = 'absent' and a.reason = 'unexcused')::integer as unexcused, count(*) filter (where a.code = 'late')::integer as late
    from place p join journal.v_attendance a on a.school_id = $1 and a.student_id = p.student_id and a.date between p.starts and p.ends
    where a.code in ('absent', 'late') group by p.class_id, a.student_id, a.date),
  due as (select m.class_id, m.student_id, m.date, sum(h.n)::integer as held from miss m
    join registry.v_group_member g on g.school_id = $1 and g.student_id = m.student_id and ${inForce('g', 'm.date')}
    join held h on h.group_id = g.group_id and h.date = m.date group by m.class_id, m.student_id, m.date)
  select m.*, coalesce(d.held, 0)::integer as held from miss m left join due d on d.class_id = m.class_id and d.student_id = m.student_id and d.date = m.date`
/** One row for every pupil and day on which a lesson was missed or begun late. */
export const listMisses = (read: Read, counted: Counted) => read.rows<MissRow>(misses, given(read, counted))
