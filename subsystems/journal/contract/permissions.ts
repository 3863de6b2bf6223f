import { permission, type Permission } from '@school/contract'

/** Roles that may at all; what each reaches is the rule of the record: a class teacher writes only into lessons they teach, as every teacher. */
export const permissions: readonly Permission[] = [
  permission('journal.page.read', { title: 'journal.permission.read_page', roles: ['schoolAdmin', 'principal', 'deputyHead', 'teacher', 'homeroomTeacher'], row: 'marks.read' }),
  permission('journal.diary.read', { title: 'journal.permission.read_diary', roles: ['schoolAdmin', 'principal', 'deputyHead', 'teacher', 'homeroomTeacher', 'parent', 'pupil'], row: 'marks.read' }),
  permission('journal.mark.put', { title: 'journal.permission.put_marks', roles: ['teacher', 'homeroomTeacher', 'deputyHead', 'principal'], row: 'marks.write' }),
  permission('journal.lesson.put', { title: 'journal.permission.record_lessons', roles: ['teacher', 'homeroomTeacher', 'deputyHead', 'principal'], row: 'attendance.homework' }),
  permission('journal.reason.put', { title: 'journal.permission.give_reasons', roles: ['homeroomTeacher', 'deputyHead', 'principal'], row: 'attendance.homework' }),
  permission('journal.class.read', { title: 'journal.permission.read_class', roles: ['homeroomTeacher', 'deputyHead', 'principal', 'schoolAdmin'], row: 'attendance.homework' }),
  permission('journal.closing.read', { title: 'journal.permission.read_closing', roles: ['homeroomTeacher', 'deputyHead', 'principal', 'schoolAdmin'], row: 'attendance.homework' }),
  permission('journal.closing.put', { title: 'journal.permission.close_periods', roles: ['deputyHead', 'principal'], row: 'marks.write' }),
  permission('journal.promotion.put', { title: 'journal.permission.put_promotion', roles: ['homeroomTeacher', 'deputyHead', 'principal'], row: 'attendance.homework' }),
  permission('journal.unlock.ask', { title: 'journal.permission.ask_unlock', roles: ['teacher', 'homeroomTeacher', 'deputyHead', 'principal'], row: 'marks.write' }),
  permission('journal.day.read', { title: 'journal.permission.read_own_day', roles: ['teacher', 'homeroomTeacher'], row: 'attendance.homework' }),
  permission('journal.overview.read', { title: 'journal.permission.read_overview', roles: ['schoolAdmin', 'principal', 'deputyHead'], row: 'attendance.homework' }),
  permission('journal.week.acknowledge', { title: 'journal.permission.acknowledge', roles: ['parent'], row: 'attendance.homework' }),
  permission('journal.absence.excuse', { title: 'journal.permission.excuse_absence', roles: ['parent'], row: 'attendance.homework' }),
  permission('journal.homework.answer', { title: 'journal.permission.answer_homework', roles: ['pupil', 'parent'], row: 'attendance.homework' }),
  permission('journal.homework.done', { title: 'journal.permission.tick_homework', roles: ['pupil'], row: 'attendance.homework' }),
  permission('journal.question.ask', { title: 'journal.permission.ask_teacher', roles: ['parent', 'pupil'], row: 'attendance.homework' }),
  permission('journal.question.write', { title: 'journal.permission.write_in_questions', roles: ['teacher', 'homeroomTeacher', 'parent', 'pupil'], row: 'attendance.homework' }),
  permission('journal.question.read', { title: 'journal.permission.read_questions', roles: ['principal', 'deputyHead', 'teacher', 'homeroomTeacher', 'parent', 'pupil'], row: 'attendance.homework' }),
  permission('journal.settings.read', { title: 'journal.permission.read_settings', roles: ['schoolAdmin', 'principal', 'deputyHead', 'teacher', 'homeroomTeacher'], row: 'journal.settings' }),
  permission('journal.settings.put', { title: 'journal.permission.put_settings', roles: ['schoolAdmin', 'principal', 'deputyHead'], row: 'journal.settings' }),
]
