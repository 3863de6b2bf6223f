import type { Read } from '@school/server'

export interface SignedRow { class_id: string; class_name: string; student_id: string; last_name: string; first_name: string; middle_name: string | null; weeks: number; signed: number; last_at: Date | null; parents: number; with_account: number }
const signed = `
  with week as materialized (
    select gc.class_id, date_trunc('week', l.date)::date as week from schedule.v_lesson l join registry.v_group_class gc on gc.school_id = l.school_id and gc.group_id = l.group_id
    where l.school_id = $1 and l.date between $3 and $4 and l.state <> 'cancelled' and ($5::uuid is null or gc.class_id = $5) and date_trunc('week', l.date)::date + 6 < $6::date group by 1, 2)
  select k.id as class_id, k.name as class_name, en.student_id, p.last_name, p.first_name, p.middle_name, w.weeks, a.signed, a.last_at, coalesce(g.parents, 0)::integer as parents, coalesce(g.with_account, 0)::integer as with_account
  from registry.v_enrolment en join registry.v_class k on k.school_id = en.school_id and k.id = en.class_id join registry.v_person p on p.id = en.student_id
  cross join lateral (select count(*)::integer as weeks from week w where w.class_id = k.id and w.week + 6 >= en.valid_from) w
  cross join lateral (select count(distinct a.week)::integer as signed, max(a.at) as last_at from journal.v_acknowledgement a join week w on w.class_id = k.id and w.week = a.week and w.week + 6 >= en.valid_from
    where a.school_id = $1 and a.student_id = en.student_id) a
  left join lateral (select count(*) as parents, count(c.person_id) as with_account from registry.v_guardianship g left join identity.v_account c on c.person_id = g.guardian_id
    where g.student_id = en.student_id and not g.restricted and g.valid_from <= $6 and (g.valid_to is null or g.valid_to >= $6)) g on true
  where en.school_id = $1 and k.school_year = $2 and ($5::uuid is null or k.id = $5) and en.valid_from <= $4 and (en.valid_to is null or en.valid_to >= $4)
  order by k.grade_level nulls last, k.course, k.letter, k.name, p.last_name, p.first_name, en.student_id`
/** For every pupil of the last day: weeks of the diary that are over, and how many of them a parent has signed. */
export const listSigned = (read: Read, year: number, starts: string, until: string, classId: string | null, today: string) => read.rows<SignedRow>(signed, [read.schoolId, year, starts, until, classId, today])
