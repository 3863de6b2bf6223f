import type { Read } from '@school/server'

export interface HeadRow { class_id: string; class_name: string; grade: number | null; course: number | null; shift: number; gender: 'M' | 'F'; age: number; pupils: number }
const heads = `
  select k.id as class_id, k.name as class_name, k.grade_level as grade, k.course, k.shift, p.gender, date_part('year', age(make_date(date_part('year', $2::date)::integer + 1, 1, 1), p.birth_date))::integer as age, count(*)::integer as pupils
  from registry.v_enrolment en join registry.v_class k on k.school_id = en.school_id and k.id = en.class_id join registry.v_person p on p.id = en.student_id
  where en.school_id = $1 and en.valid_from <= $2 and (en.valid_to is null or en.valid_to >= $2)
  group by k.id, k.name, k.grade_level, k.course, k.letter, k.shift, p.gender, age order by k.grade_level nulls last, k.course, k.letter, k.name`
/** Pupils of a day by class, gender and full years on the first of January that follows. */
export const listHeads = (read: Read, day: string) => read.rows<HeadRow>(heads, [read.schoolId, day])
