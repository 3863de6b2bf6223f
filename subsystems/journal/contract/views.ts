/** What rooms above may join. */
export interface JournalViews {
  'journal.v_mark': { school_id: string; id: string; work_id: string; lesson_id: string; course_id: string; date: string; student_id: string; value: string; weight: number; scale: 'five' | 'pass'; is_control: boolean; retake: string | null; visible_from: Date | null }
  'journal.v_attendance': { school_id: string; lesson_id: string; student_id: string; course_id: string; date: string; code: string; reason: string | null }
  'journal.v_homework': { school_id: string; id: string; lesson_id: string; course_id: string; group_id: string; due_date: string; text: string; student_ids: string[] | null }
  'journal.v_final_mark': { school_id: string; id: string; student_id: string; subject_id: string; course_id: string; class_id: string; year: number; kind: 'period' | 'year' | 'exam' | 'final'; period_id: string | null; value: string; proposed: string | null; sum: number; weights: number; revision: number; put_by: string; put_at: Date }
  'journal.v_final_mark_revision': { school_id: string; id: string; student_id: string; subject_id: string; year: number; kind: string; period_id: string | null; revision: number; value: string; proposed: string | null; reason: string; protocol_number: string; protocol_date: string | null; put_by: string; put_at: Date }
  /** The year as a whole closes under the id of the class's period scheme; no row means open. */
  'journal.v_closing': { school_id: string; class_id: string; scope_id: string; state: 'OPEN' | 'FINALIZING' | 'CLOSED'; due: string | null; changed_at: Date }
  'journal.v_promotion': { school_id: string; student_id: string; year: number; class_id: string; decision: 'promoted' | 'conditional' | 'repeat' | 'admitted' | 'notAdmitted' | 'finished'; protocol_number: string; protocol_date: string }
  'journal.v_lesson_record': { school_id: string; lesson_id: string; topic: string; note: string; attendance_checked_at: Date | null; closed_at: Date | null }
  'journal.v_acknowledgement': { school_id: string; student_id: string; week: string; guardian_id: string; at: Date }
  'journal.v_marking_rule': { school_id: string; edition: number; valid_from: string; title: string; averaging: 'weighted' | 'plain'; round_up_from: string; least_marks: { hoursUpTo: number; marks: number }[]; absence_limit_percent: number; marks_from_grade: number; levels: Record<string, { leastMarks?: { hoursUpTo: number; marks: number }[] }> }
  'journal.v_work': { school_id: string; id: string; lesson_id: string; course_id: string; date: string; title: string; weight: number; scale: 'five' | 'pass'; sort: number; type_name: string; type_short_name: string; is_control: boolean }
  /** Every value a mark has had, the standing one included. */
  'journal.v_mark_revision': { school_id: string; course_id: string; date: string; student_id: string; mark_id: string; revision: number; value: string; put_by: string; received_at: Date; reason: string }
}
