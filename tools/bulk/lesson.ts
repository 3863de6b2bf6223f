import type { Dice } from './dice.ts'
import type { Row } from './table-writer.ts'

/** What a teacher does in one lesson, as plain data. */
export interface LessonDeed {
  readonly schoolId: string
  readonly lesson: { readonly id: string; readonly courseId: string; readonly groupId: string; readonly date: string }
  readonly teacherId: string
  readonly at: Date
  readonly topic: string
  readonly homework: { readonly id: string; readonly text: string; readonly dueDate: string; readonly dueLessonId: string | null; readonly minutes: number } | null
  readonly work: { readonly id: string; readonly typeId: string; readonly weight: number } | null
  readonly marks: readonly { readonly id: string; readonly studentId: string; readonly value: string; readonly note?: string; readonly debtDue?: string }[]
  readonly attendance: readonly Missed[]
}

/** What kept a pupil from a whole lesson; the reason comes from a range of days, where there is one. */
export interface Missed { readonly studentId: string; readonly code: 'absent' | 'late' | 'exempt' | 'remote' | 'leftEarly'; readonly minutes?: number; readonly span?: { readonly id: string; readonly reason: string; readonly note: string } }

export type Tables = Record<string, Row[]>

/** The rows that the commands (topic, attendance looked through, homework, a work with its marks, absences) of the journal leave behind for the same deed; a test holds the two equal. */
export function rowsOfLesson(deed: LessonDeed): Tables {
  const { schoolId: school_id, lesson, teacherId, at } = deed
  const change = { revision: 1, changed_by: teacherId, changed_at: at }
  return {
    'journal.lesson_record': [{ school_id, lesson_id: lesson.id, topic: deed.topic, note: '', attendance_checked_at: at, closed_at: null, ...change, revision: 2 }],
    'journal.homework': deed.homework ? [{ school_id, id: deed.homework.id, lesson_id: lesson.id, course_id: lesson.courseId, group_id: lesson.groupId, due_date: deed.homework.dueDate, due_lesson_id: deed.homework.dueLessonId, text: deed.homework.text, minutes: deed.homework.minutes, links: [], student_ids: null, removed_at: null, ...change }] : [],
    'journal.work': deed.work ? [{ school_id, id: deed.work.id, lesson_id: lesson.id, course_id: lesson.courseId, date: lesson.date, work_type_id: deed.work.typeId, title: '', weight: deed.work.weight, scale: 'five', sort: 1, removed_at: null, ...change }] : [],
    'journal.mark': deed.work ? deed.marks.map((mark) => ({ school_id, id: mark.id, work_id: deed.work!.id, lesson_id: lesson.id, course_id: lesson.courseId, date: lesson.date, student_id: mark.studentId, value: mark.value, note: mark.note ?? '', debt_due: mark.debtDue ?? null, revision: 1, put_by: teacherId, put_at: at })) : [],
    'journal.mark_revision': deed.marks.map((mark) => ({ school_id, mark_id: mark.id, revision: 1, value: mark.value, note: mark.note ?? '', put_by: teacherId, entered_at: at, received_at: at, reason: '' })),
    'journal.attendance': deed.attendance.map((one) => ({ school_id, lesson_id: lesson.id, student_id: one.studentId, date: lesson.date, course_id: lesson.courseId, code: one.code, minutes: one.minutes ?? null, reason: one.span?.reason ?? null, reason_note: one.span?.note ?? '', reason_by: null, span_id: one.span?.id ?? null, revision: 1, put_by: teacherId, put_at: at })),
    'journal.attendance_revision': deed.attendance.map((one) => ({ school_id, lesson_id: lesson.id, student_id: one.studentId, revision: 1, code: one.code, minutes: one.minutes ?? null, reason: one.span?.reason ?? null, reason_note: one.span?.note ?? '', put_by: teacherId, entered_at: at, received_at: at })),
  }
}

/** A plausible deed for a lesson: a topic, often homework, sometimes a work with marks, a few absences. */
export function inventDeed(dice: Dice, base: Omit<LessonDeed, 'topic' | 'homework' | 'work' | 'marks' | 'attendance'>, students: readonly string[], workType: { id: string; weight: number }, next: { id: string; date: string } | null, markShare: number): LessonDeed {
  const marks = students.filter(() => dice.chance(markShare)).map((studentId) => ({ id: dice.id(), studentId, value: dice.pick(values) }))
  return {
    ...base, marks,
    topic: `Тема ${1 + dice.below(102)}: ${dice.pick(topics)}`,
    homework: next ? { id: dice.id(), text: `§ ${1 + dice.below(60)}, № ${1 + dice.below(400)}, ${1 + dice.below(400)}`, dueDate: next.date, dueLessonId: next.id, minutes: 10 + 5 * dice.below(5) } : null,
    work: marks.length > 0 ? { id: dice.id(), typeId: workType.id, weight: workType.weight } : null,
    attendance: students.filter(() => dice.chance(0.05)).map((studentId) => ({ studentId, code: 'absent' as const })),
  }
}

const values = ['5', '5', '5', '4', '4', '4', '4', '3', '3', '2'] as const
const topics = ['решение задач', 'повторение', 'новый материал', 'работа с текстом', 'практикум', 'обобщение', 'проверка знаний'] as const
