import { planningFace } from '@school/planning/server'
import type { Read } from '@school/server'
import type { LessonSheet, LessonState } from '../../contract/index.ts'
import { kindOf } from '../access.ts'
import { averageText, sumsOf } from '../averages/rules.ts'
import { findRuleOn } from '../averages/store.ts'
import { loadOf, presentHomework } from '../homework/homework.ts'
import { listHomeworkOfLesson } from '../homework/store.ts'
import { presentAttendanceCell, presentCourse, presentMarkCell, ruleFrom } from '../pages/page.ts'
import { findCells, listStudents, type CourseRow, type MarkCell, type StudentRow } from '../pages/store.ts'
import { listWorks } from '../works/store.ts'
import { mayGiveReasons, type ReadableLesson } from './access.ts'
import { presentRecord } from './records.ts'
import { findCourseOf, findLessonHead, findPeriodOn, findRecord, listSpansOn } from './store.ts'

/** Everything of one lesson: who should be here, what was given and is due, what stands in its cells. */
export async function sheetOf(read: Read, lesson: ReadableLesson): Promise<LessonSheet> {
  const { lesson_id: id, date, course_id: courseId, group_id: groupId } = lesson
  const period = (await findPeriodOn(read, groupId, date)) ?? { starts: date, ends: date }
  const [head, course, record, students, works, homework, cells, rule] = await Promise.all([
    findLessonHead(read, id), findCourseOf<CourseRow>(read, courseId, lesson.today, lesson.teaches), findRecord(read, id), listStudents(read, groupId, date, date),
    listWorks(read, id), listHomeworkOfLesson(read, lesson), findCells(read, courseId, period.starts, period.ends, lesson.today), findRuleOn(read, date, courseId),
  ])
  const due = homework.filter((one) => one.due && !one.given)
  const [spans, load, plan] = await Promise.all([listSpansOn(read, students.map((one) => one.id), date), head.next ? loadOf(read, lesson, head.next.date) : null, planningFace.topicsOf(read, { courseId, lessonId: id, date, number: head.number })])
  const marks = cells.marks ?? []
  return {
    today: lesson.today, course: presentCourse(course), record: presentRecord(id, record, lesson.closed_at),
    lesson: { id, date, number: head.number, starts: head.starts, ends: head.ends, state: lesson.state as LessonState, room: head.room, teachers: head.teachers ?? [] },
    ordinal: head.ordinal, lessonsTotal: head.total, previous: head.previous, next: head.next,
    students: students.map((row) => presentStudent(row, marks, ruleFrom(rule), spans)),
    works, marks: marks.filter((mark) => mark[2] === id).map(presentMarkCell), attendance: (cells.attendance ?? []).filter((one) => one[0] === id).map(presentAttendanceCell),
    given: homework.filter((one) => one.given).map(presentHomework), due: due.map((one) => ({ ...presentHomework(one), done: one.done, handedIn: one.handed_in })), load,
    plan, can: abilities(read, lesson),
  }
}

function abilities(read: Read, lesson: ReadableLesson): LessonSheet['can'] {
  const closed = lesson.closed_at !== null
  const begun = lesson.date <= lesson.today
  const write = lesson.standing !== null && !closed
  return {
    write, marks: write && begun && lesson.state !== 'cancelled', close: write && begun, reopen: closed && lesson.standing === 'office', reason: lesson.standing === 'office', absenceReason: mayGiveReasons(kindOf(read), lesson),
  }
}

function presentStudent(row: StudentRow, marks: readonly MarkCell[], rule: Parameters<typeof sumsOf>[1], spans: readonly { student_id: string; reason: string; ends: string }[]): LessonSheet['students'][number] {
  const own = marks.filter((mark) => mark[3] === row.id).map((mark) => ({ value: mark[4], weight: mark[9], scale: mark[10], retake: mark[11] }))
  const span = spans.find((one) => one.student_id === row.id)
  return {
    id: row.id, lastName: row.last_name, firstName: row.first_name, middleName: row.middle_name, className: row.class_name, average: averageText(sumsOf(own, rule)), span: span ? { reason: span.reason, to: span.ends } : null,
  }
}
