import { newId } from '@school/contract'
import type { Builder } from '@school/testing'

/** The school's first edition of the rules of marking. */
export async function aMarkingRule(make: Builder, schoolId: string): Promise<void> {
  await make.insert('journal.marking_rule', { school_id: schoolId, edition: 1, valid_from: '2026-08-28', title: 'Положение об отметках, ред. 1 от 28.08.2026', averaging: 'weighted', round_up_from: 0.5, least_marks: [{ hoursUpTo: 1, marks: 3 }, { hoursUpTo: 2, marks: 5 }, { hoursUpTo: 99, marks: 7 }] })
}

export async function aWorkType(make: Builder, schoolId: string, given: Partial<{ name: string; short_name: string; weight: number; scale: 'five' | 'pass' | 'hundred' | 'criteria' }> = {}): Promise<{ id: string }> {
  const row = await make.insert('journal.work_type', { school_id: schoolId, id: newId(), name: `Ответ на уроке ${make.next()}`, short_name: 'Отв', weight: 1, ...given })
  return { id: row.id }
}

/** A work of a lesson, ready for marks. */
export async function aWork(make: Builder, schoolId: string, lesson: { id: string; date: string; courseId: string }, workTypeId: string, by: string, weight = 1): Promise<{ id: string }> {
  const row = await make.insert('journal.work', { school_id: schoolId, id: newId(), lesson_id: lesson.id, course_id: lesson.courseId, date: lesson.date, work_type_id: workTypeId, weight, revision: 1, changed_by: by, changed_at: new Date('2026-10-15T06:00:00Z') })
  return { id: row.id }
}
