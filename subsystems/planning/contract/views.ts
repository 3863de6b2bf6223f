/** What rooms above may join: the plan of a course, lesson by lesson, and what was given. */
export interface PlanningViews {
  'planning.v_course_plan': { school_id: string; course_id: string; programme_id: string | null; laid_at: Date | null }
  'planning.v_course_plan_item': { school_id: string; course_id: string; id: string; position: number; section: string; topic: string; hours: number; laid_hours: number; control: string; homework: string; planned_dates: string[] }
  /** Only where a teacher said it; elsewhere a held lesson gives the next of the plan. */
  'planning.v_lesson_topic': { school_id: string; lesson_id: string; course_id: string; item_ids: string[] }
  'planning.v_curriculum_class': { school_id: string; class_id: string; curriculum_id: string }
}
