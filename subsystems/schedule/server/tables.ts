import type { Db, Read } from '@school/server'
import type { RegistryViews } from '@school/registry/contract'
import type { ScheduleViews } from '../contract/views.ts'

export interface YearTable { school_id: string; year: number; starts: string; ends: string; week_days: number; two_week: boolean; a_week_starts: string | null; revision: number }
export interface SchemeTable { school_id: string; id: string; year: number; name: string; kind: 'quarter' | 'trimester' | 'semester' | 'module' }
export interface PeriodTable { school_id: string; id: string; scheme_id: string; ordinal: number; name: string; starts: string; ends: string }
export interface VacationTable { school_id: string; id: string; year: number; name: string; starts: string; ends: string; from_grade: number | null; to_grade: number | null }
export interface SpecialDayTable { school_id: string; date: string; kind: 'off' | 'asWeekday'; as_weekday: number | null; name: string }
export interface BellScheduleTable { school_id: string; id: string; name: string; shift: number; building_id: string | null; weekday: number | null }
export interface BellTable { school_id: string; bell_schedule_id: string; number: number; starts: string; ends: string }
export interface ClassSettingTable { school_id: string; class_id: string; period_scheme_id: string; bell_schedule_id: string; week_days: number }
export interface CourseTable { school_id: string; id: string; year: number; group_id: string; subject_id: string; hours_per_week: string; closed_on: string | null; revision: number }
export interface CourseTeacherTable { school_id: string; course_id: string; teacher_id: string; valid_from: string; valid_to: string | null }
export interface TimetableTable { school_id: string; id: string; year: number; name: string; valid_from: string; source: string; revision: number; state: 'draft' | 'published' }
export interface EntryTable { school_id: string; id: string; timetable_id: string; weekday: number; number: number; week: 'A' | 'B' | null; course_id: string; room_id: string | null; teacher_ids: string[]; revision: number; changed_by: string | null }
export interface TimetableRuleTable { school_id: string; valid_from: string; rules: unknown; revision: number }
export interface LessonTable {
  school_id: string; id: string; date: string; number: number; starts: string; ends: string; course_id: string; group_id: string; subject_id: string; room_id: string | null; entry_id: string | null; planned_on: string | null; kept: boolean
  kind: 'lesson' | 'extracurricular' | 'consultation' | 'exam'; state: 'planned' | 'held' | 'cancelled' | 'moved' | 'replaced'; closed_at: Date | null; revision: number
}
export interface LessonTeacherTable { school_id: string; lesson_id: string; teacher_id: string; date: string; substitute: boolean }
export interface AbsenceTable { school_id: string; id: string; teacher_id: string; starts: string; ends: string; reason: string; note: string; cancelled: boolean; created_by: string; revision: number }
export interface CoverTable { school_id: string; lesson_id: string; absence_id: string; kind: string; absent_id: string; teacher_id: string | null; date: string; before: unknown; lesson_revision: number; decided_by: string; decided_at: Date }
export interface FeedTable { school_id: string; id: string; person_id: string; student_id: string | null; secret_hash: string; created_at: Date }
export interface ImportTable {
  school_id: string; id: string; kind: 'roster' | 'timetable'; state: 'mapping' | 'ready' | 'broken' | 'done' | 'expired'; file_name: string; parsed: unknown; mapping: unknown; proposal: unknown
  valid_from: string | null; created_by: string; created_at: Date; done_at: Date | null; expires_at: Date
}

export interface ScheduleTables {
  'schedule.school_year': YearTable
  'schedule.period_scheme': SchemeTable
  'schedule.period': PeriodTable
  'schedule.vacation': VacationTable
  'schedule.special_day': SpecialDayTable
  'schedule.bell_schedule': BellScheduleTable
  'schedule.bell': BellTable
  'schedule.class_setting': ClassSettingTable
  'schedule.course': CourseTable
  'schedule.course_teacher': CourseTeacherTable
  'schedule.timetable': TimetableTable
  'schedule.timetable_entry': EntryTable
  'schedule.timetable_rule': TimetableRuleTable
  'schedule.lesson': LessonTable
  'schedule.lesson_teacher': LessonTeacherTable
  'schedule.absence': AbsenceTable
  'schedule.cover': CoverTable
  'schedule.feed': FeedTable
  'schedule.import': ImportTable
}
/** All this subsystem can see: its own tables and the views it may join. */
export type ScheduleDb = Db<ScheduleTables & RegistryViews & ScheduleViews>
export const schedule = (read: Read) => read.db as unknown as ScheduleDb
