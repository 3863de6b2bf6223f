import type { Read } from '@school/server'
import { isSeen, seenUntil } from '../access.ts'

export interface LackingRow { work_id: string; course_id: string; lesson_id: string; date: string; subject: string; work: string; mark_id: string | null; due: string | null; away: boolean }
// $3 the first day of control works, $4 today; debts are looked for as far back as an act may still want them.
const lacking = `
  select w.id as work_id, w.course_id, w.lesson_id, w.date, s.name as subject, coalesce(nullif(w.title, ''), t.name) as work, m.id as mark_id, m.debt_due as due, coalesce(a.code = 'absent', false) as away
  from (select distinct c.id, c.subject_id, gm.valid_from, coalesce(gm.valid_to, 'infinity') as valid_to from registry.v_group_member gm join schedule.v_course c on c.school_id = gm.school_id and c.group_id = gm.group_id
    where gm.school_id = $1 and gm.student_id = $2 and (gm.valid_to is null or gm.valid_to >= $4::date - 300)) c
  join registry.v_subject s on s.school_id = $1 and s.id = c.subject_id
  join journal.work w on w.school_id = $1 and w.course_id = c.id and w.date between greatest($4::date - 300, c.valid_from) and least($4::date, c.valid_to) and w.removed_at is null and ${isSeen('$5')} join journal.work_type t on t.school_id = $1 and t.id = w.work_type_id
  left join journal.mark m on m.school_id = $1 and m.work_id = w.id and m.student_id = $2 and m.value <> '' left join journal.attendance a on a.school_id = $1 and a.lesson_id = w.lesson_id and a.student_id = $2
  where (m.value = 'debt' and m.retake is null) or (m.id is null and t.is_control and w.date >= $3::date and exists (select 1 from journal.mark o where o.school_id = $1 and o.work_id = w.id and o.value <> ''))
  order by m.debt_due nulls last, w.date desc, w.id limit 200`
export const listLacking = (read: Read, studentId: string, from: string, today: string) => read.rows<LackingRow>(lacking, [read.schoolId, studentId, from, today, seenUntil(read)])
