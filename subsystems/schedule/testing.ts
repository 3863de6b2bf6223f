import { newId } from '@school/contract'
import type { Builder } from '@school/testing'

/** A school year with one scheme of quarters and ordinary bells. */
export async function aYear(make: Builder, schoolId: string): Promise<{ schemeId: string; bellsId: string }> {
  const [schemeId, bellsId] = [newId(), newId()]
  await make.insert('schedule.school_year', { school_id: schoolId, year: 2026, starts: '2026-09-01', ends: '2027-05-26' })
  await make.insert('schedule.period_scheme', { school_id: schoolId, id: schemeId, year: 2026, name: 'Четверти', kind: 'quarter' })
  const quarters = [['2026-09-01', '2026-10-25'], ['2026-11-02', '2026-12-30'], ['2027-01-11', '2027-03-26'], ['2027-04-05', '2027-05-26']] as const
  for (const [i, [starts, ends]] of quarters.entries()) await make.insert('schedule.period', { school_id: schoolId, id: newId(), scheme_id: schemeId, ordinal: i + 1, name: `${['I', 'II', 'III', 'IV'][i]} четверть`, starts, ends })
  await make.insert('schedule.bell_schedule', { school_id: schoolId, id: bellsId, name: 'Обычные звонки' })
  const bells = [['08:30', '09:15'], ['09:25', '10:10'], ['10:25', '11:10'], ['11:30', '12:15'], ['12:25', '13:10'], ['13:20', '14:05'], ['14:15', '15:00']] as const
  for (const [i, [starts, ends]] of bells.entries()) await make.insert('schedule.bell', { school_id: schoolId, bell_schedule_id: bellsId, number: i + 1, starts, ends })
  return { schemeId, bellsId }
}

export async function aClassSetting(make: Builder, schoolId: string, classId: string, year: { schemeId: string; bellsId: string }): Promise<void> {
  await make.insert('schedule.class_setting', { school_id: schoolId, class_id: classId, period_scheme_id: year.schemeId, bell_schedule_id: year.bellsId, week_days: 5 })
}

/** A subject taught to a group by these teachers. */
export async function aCourse(make: Builder, schoolId: string, given: { groupId: string; subjectId: string; teacherIds: readonly string[] }): Promise<{ id: string }> {
  const id = newId()
  await make.insert('schedule.course', { school_id: schoolId, id, year: 2026, group_id: given.groupId, subject_id: given.subjectId, hours_per_week: 3 })
  for (const teacher_id of given.teacherIds) await make.insert('schedule.course_teacher', { school_id: schoolId, course_id: id, teacher_id, valid_from: '2026-09-01' })
  return { id }
}

export interface TestLesson { readonly id: string; readonly date: string; readonly courseId: string; readonly groupId: string }

/** A lesson of a course on a day, taught by its teachers. */
export async function aLesson(make: Builder, schoolId: string, courseId: string, date: string, number = 1): Promise<TestLesson> {
  const [course] = await make.rows<{ group_id: string; subject_id: string; teachers: string[] }>(
    `select c.group_id, c.subject_id, array(select teacher_id from schedule.course_teacher t where t.school_id = c.school_id and t.course_id = c.id)::text[] as teachers from schedule.course c where c.school_id = $1 and c.id = $2`, [schoolId, courseId])
  const [starts, ends] = [`${String(7 + number).padStart(2, '0')}:30`, `${String(8 + number).padStart(2, '0')}:15`]
  const id = newId()
  await make.insert('schedule.lesson', { school_id: schoolId, id, date, number, starts, ends, course_id: courseId, group_id: course!.group_id, subject_id: course!.subject_id })
  for (const teacher_id of course!.teachers) await make.insert('schedule.lesson_teacher', { school_id: schoolId, lesson_id: id, teacher_id, date })
  return { id, date, courseId, groupId: course!.group_id }
}

/** For the demo world and tests: the files a school would hand in, written by ourselves. */
export { fetOfSchool } from './server/imports/fet-school.ts'
export { writeFet } from './server/imports/fet-write.ts'
export { writeTemplate } from './server/imports/workbook-template.ts'
