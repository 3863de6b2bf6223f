import type { Read } from '@school/server'

export interface MoveRow {
  class_id: string; class_name: string; student_id: string; last_name: string; first_name: string; middle_name: string | null; valid_from: string; valid_to: string | null
  begun_by: string; order_number: string; order_date: string | null; end_reason: string | null; end_order_number: string; end_order_date: string | null
}
const moves = `
  select k.id as class_id, k.name as class_name, en.student_id, p.last_name, p.first_name, p.middle_name, en.valid_from, en.valid_to, en.begun_by, en.order_number, en.order_date, en.end_reason, en.end_order_number, en.end_order_date
  from registry.v_enrolment_order en join registry.v_class k on k.school_id = en.school_id and k.id = en.class_id join registry.v_person p on p.id = en.student_id
  where en.school_id = $1 and k.school_year = $2 and ($5::uuid is null or k.id = $5) and en.valid_from <= $4 and (en.valid_to is null or en.valid_to >= $3)
  order by k.grade_level nulls last, k.course, k.letter, k.name, p.last_name, p.first_name, en.student_id`
/** Everyone who was in a class on at least one of the days, with the orders at both ends. */
export const listMoves = (read: Read, year: number, starts: string, until: string, classId: string | null) => read.rows<MoveRow>(moves, [read.schoolId, year, starts, until, classId])
