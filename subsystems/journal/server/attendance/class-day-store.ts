import type { Read } from '@school/server'
import type { ClassDay, PersonRef } from '../../contract/index.ts'
import type { AttendanceRow } from './store.ts'

export interface ClassDayRow { students: PersonRef[] | null; lessons: ClassDay['lessons'] | null; places: { lessonId: string; studentId: string; now: AttendanceRow | null }[] | null }
const day = `
  with pupil as materialized (select distinct en.student_id from registry.v_enrolment en where en.school_id = $1 and en.class_id = $2 and en.valid_from <= $3 and (en.valid_to is null or en.valid_to >= $3)),
  place as materialized (select l.id as lesson_id, u.student_id from pupil u
    join registry.v_group_member m on m.school_id = $1 and m.student_id = u.student_id and m.valid_from <= $3 and (m.valid_to is null or m.valid_to >= $3)
    join schedule.v_lesson l on l.school_id = $1 and l.group_id = m.group_id and l.date = $3 and l.kind = 'lesson')
  select (select json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name) order by p.last_name, p.first_name, p.id) from pupil u join registry.v_person p on p.id = u.student_id) as students,
    (select json_agg(json_build_object('id', l.id, 'number', l.number, 'starts', to_char(l.starts, 'HH24:MI'), 'subject', s.short_name, 'group', g.name, 'state', l.state, 'closed', coalesce(r.closed_at, l.closed_at) is not null) order by l.number, g.name, l.id)
      from schedule.v_lesson l join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id join registry.v_group g on g.school_id = $1 and g.id = l.group_id
      left join journal.lesson_record r on r.school_id = $1 and r.lesson_id = l.id where l.school_id = $1 and l.date = $3 and l.id in (select lesson_id from place)) as lessons,
    (select json_agg(json_build_object('lessonId', x.lesson_id, 'studentId', x.student_id, 'now', case when a.lesson_id is not null then to_jsonb(a) end))
      from place x left join journal.attendance a on a.school_id = $1 and a.lesson_id = x.lesson_id and a.student_id = x.student_id) as places`
export const findClassDay = async (read: Read, classId: string, date: string) => (await read.rows<ClassDayRow>(day, [read.schoolId, classId, date]))[0]!
