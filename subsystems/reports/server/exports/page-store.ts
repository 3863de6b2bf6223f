import type { Read } from '@school/server'

/** One page of the journal as the paper shows it. */
export interface JournalPage {
  readonly subject: string; readonly group_name: string; readonly teachers: string
  readonly lessons: readonly { id: string; date: string; number: number; topic: string; homework: string; substitute: string; cancelled: boolean }[]
  readonly pupils: readonly { id: string; name: string; from: string; to: string | null }[]
  /** lesson, pupil, values, whether one of them was corrected */
  readonly marks: readonly (readonly [string, string, string[], boolean])[]
  /** lesson, pupil, code, reason */
  readonly absences: readonly (readonly [string, string, string, string | null])[]
  /** pupil, name of the period or kind, value */
  readonly finals: readonly (readonly [string, string, string])[]
  /** day, pupil, what was, what became, who, when, why */
  readonly corrections: readonly (readonly [string, string, string, string, string, string, string])[]
}
const page = `
  with course as (select c.id, c.group_id, c.subject_id, c.year from schedule.v_course c where c.school_id = $1 and c.id = $2),
  lesson as materialized (select l.id, l.date, l.number, l.state from schedule.v_lesson l where l.school_id = $1 and l.course_id = $2 and l.date between $3 and $4),
  pupil as materialized (select m.student_id as id, min(m.valid_from) as starts, case when bool_or(m.valid_to is null) then null else max(m.valid_to) end as ends
    from registry.v_group_member m join course c on c.group_id = m.group_id where m.school_id = $1 and m.valid_from <= $4 and (m.valid_to is null or m.valid_to >= $3) group by m.student_id),
  revision as materialized (select r.mark_id, r.revision, r.value, lag(r.value) over (partition by r.mark_id order by r.revision) as was, r.date, r.student_id, r.put_by, r.received_at, r.reason
    from journal.v_mark_revision r where r.school_id = $1 and r.course_id = $2 and r.date between $3 and $4)
  select s.name as subject, g.name as group_name,
    coalesce((select string_agg(concat_ws(' ', p.last_name, p.first_name, p.middle_name), ', ' order by p.last_name) from schedule.v_course_teacher ct join registry.v_person p on p.id = ct.teacher_id
      where ct.school_id = $1 and ct.course_id = c.id and ct.valid_from <= $4 and (ct.valid_to is null or ct.valid_to >= $3)), '') as teachers,
    coalesce((select json_agg(json_build_object('id', l.id, 'date', l.date, 'number', l.number, 'topic', coalesce(r.topic, ''), 'cancelled', l.state = 'cancelled',
        'homework', coalesce((select string_agg(h.text, '; ' order by h.id) from journal.v_homework h where h.school_id = $1 and h.lesson_id = l.id), ''),
        'substitute', coalesce((select string_agg(concat_ws(' ', p.last_name, p.first_name), ', ') from schedule.v_lesson_teacher t join registry.v_person p on p.id = t.teacher_id where t.school_id = $1 and t.lesson_id = l.id and t.substitute), ''))
      order by l.date, l.number, l.id) from lesson l left join journal.v_lesson_record r on r.school_id = $1 and r.lesson_id = l.id), '[]') as lessons,
    coalesce((select json_agg(json_build_object('id', u.id, 'name', concat_ws(' ', p.last_name, p.first_name), 'from', u.starts, 'to', u.ends) order by p.last_name, p.first_name, u.id) from pupil u join registry.v_person p on p.id = u.id), '[]') as pupils,
    coalesce((select json_agg(json_build_array(m.lesson_id, m.student_id, m.values, m.corrected)) from (select m.lesson_id, m.student_id, array_agg(m.value order by m.id) as values, bool_or(m.id in (select v.mark_id from revision v where v.was <> '' and v.was <> v.value)) as corrected
      from journal.v_mark m where m.school_id = $1 and m.course_id = $2 and m.date between $3 and $4 group by m.lesson_id, m.student_id) m), '[]') as marks,
    coalesce((select json_agg(json_build_array(a.lesson_id, a.student_id, a.code, a.reason)) from journal.v_attendance a where a.school_id = $1 and a.course_id = $2 and a.date between $3 and $4), '[]') as absences,
    coalesce((select json_agg(json_build_array(f.student_id, coalesce(pd.name, f.kind), f.value) order by pd.starts nulls last, f.kind desc) from journal.v_final_mark f join pupil u on u.id = f.student_id
      left join schedule.v_period pd on pd.school_id = $1 and pd.id = f.period_id
      where f.school_id = $1 and f.subject_id = c.subject_id and f.year = c.year and ($5::uuid is null or f.period_id = $5)), '[]') as finals,
    coalesce((select json_agg(json_build_array(v.date, concat_ws(' ', p.last_name, p.first_name), v.was, v.value, concat_ws(' ', w.last_name, w.first_name), to_char(v.received_at at time zone sc.time_zone, 'DD.MM.YYYY HH24:MI'), v.reason) order by v.received_at, v.mark_id)
      from revision v join registry.v_person p on p.id = v.student_id left join registry.v_person w on w.id = v.put_by cross join registry.v_school sc where sc.id = $1 and v.was <> '' and v.was <> v.value), '[]') as corrections
  from course c join registry.v_subject s on s.school_id = $1 and s.id = c.subject_id join registry.v_group g on g.school_id = $1 and g.id = c.group_id`
/** A page of the journal between two days, with the final marks of the period, or of the whole year when none is named. */
export const findPage = async (read: Read, courseId: string, starts: string, until: string, periodId: string | null) => (await read.rows<JournalPage>(page, [read.schoolId, courseId, starts, until, periodId]))[0]
