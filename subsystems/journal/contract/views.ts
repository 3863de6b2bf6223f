/** What rooms above may join. */
export interface JournalViews {
  'journal.v_mark': { school_id: string; id: string; work_id: string; lesson_id: string; course_id: string; date: string; student_id: string; value: string; weight: number; scale: 'five' | 'pass'; is_control: boolean }
  'journal.v_attendance': { school_id: string; lesson_id: string; student_id: string; course_id: string; date: string; code: string; reason: string | null }
  'journal.v_homework': { school_id: string; id: string; lesson_id: string; course_id: string; group_id: string; due_date: string; text: string; student_ids: string[] | null }
}
