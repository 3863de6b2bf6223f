/** What other rooms may join: lessons, courses (a subject taught to a group) and the calendar of a class. */
export interface ScheduleViews {
  'schedule.v_lesson': { school_id: string; id: string; date: string; number: number; starts: string; ends: string; course_id: string; group_id: string; subject_id: string; room_id: string | null; kind: 'lesson' | 'extracurricular' | 'consultation' | 'exam'; state: 'planned' | 'held' | 'cancelled' | 'moved' | 'replaced'; closed_at: Date | null; revision: number }
  'schedule.v_lesson_teacher': { school_id: string; lesson_id: string; teacher_id: string; date: string; substitute: boolean }
  /** Lessons whose teacher is away and which nobody has settled yet. */
  'schedule.v_open_lesson': { school_id: string; lesson_id: string; date: string }
  'schedule.v_course': { school_id: string; id: string; year: number; group_id: string; subject_id: string; hours_per_week: string; closed_on: string | null; revision: number }
  /** Hours of a week that the newest timetable of the year gives a course. */
  'schedule.v_course_placed': { school_id: string; course_id: string; hours: string }
  'schedule.v_course_teacher': { school_id: string; course_id: string; teacher_id: string; valid_from: string; valid_to: string | null }
  'schedule.v_class_setting': { school_id: string; class_id: string; period_scheme_id: string; bell_schedule_id: string; week_days: number }
  'schedule.v_period': { school_id: string; id: string; scheme_id: string; ordinal: number; name: string; starts: string; ends: string }
}
