import { Day, fact, Id, Nullable, OneOf } from '@school/contract'
import { Type } from 'typebox'

const inLesson = { schoolId: Id, courseId: Id, lessonId: Id }

/** Put, corrected or taken back. Sent to the family, the course and the office. */
export const markPut = fact('journal.mark.put', Type.Object({ ...inLesson, workId: Id, markId: Id, studentId: Id, revision: Type.Integer() }))
/** The hour came from which families see a mark. Sent to the family. */
export const markShown = fact('journal.mark.shown', Type.Object({ ...inLesson, workId: Id, markId: Id, studentId: Id, revision: Type.Integer() }))
/** The fact or the reason of an absence. Sent to the family, the course and the office. */
export const attendancePut = fact('journal.attendance.put', Type.Object({ ...inLesson, studentId: Id, revision: Type.Integer() }))
/** A reason that holds for a range of days. Sent to the family, the class teacher and the office. */
export const absenceSpanPut = fact('journal.absence.put', Type.Object({ schoolId: Id, studentId: Id, spanId: Id }))
/** A parent asked for an absence to be excused, or was answered. Sent to the family, the class teacher and the office. */
export const excusePut = fact('journal.excuse.put', Type.Object({ schoolId: Id, studentId: Id, excuseId: Id }))
/** Given, changed or taken back; `studentIds` null means the whole group. Sent to the group (or those families), the course and the office. */
export const homeworkPut = fact('journal.homework.put', Type.Object({ ...inLesson, homeworkId: Id, groupId: Id, dueDate: Day, studentIds: Nullable(Type.Array(Id)), revision: Type.Integer() }))
/** Handed in, given back or accepted. Sent to the family and the course. */
export const answerPut = fact('journal.answer.put', Type.Object({ schoolId: Id, courseId: Id, homeworkId: Id, studentId: Id, answerId: Id, state: OneOf('sent', 'returned', 'accepted'), revision: Type.Integer() }))
/** The pupil ticked homework off. Sent to the family and the course. */
export const homeworkDone = fact('journal.homework.done', Type.Object({ schoolId: Id, courseId: Id, homeworkId: Id, studentId: Id }))
/** A work planned, changed or taken back. Sent to the group, the course and the office. */
export const workPut = fact('journal.work.put', Type.Object({ ...inLesson, workId: Id, groupId: Id }))
/** Topic, note, attendance looked through, closed or opened again. Sent to the group, the course and the office. */
export const lessonRecorded = fact('journal.lesson.recorded', Type.Object({ ...inLesson, groupId: Id }))
/** Work types or rules of marking. Sent to the staff. */
export const settingsChanged = fact('journal.settings.changed', Type.Object({ schoolId: Id }))
/** A parent signed a week. Sent to the family. */
export const weekAcknowledged = fact('journal.week.acknowledged', Type.Object({ schoolId: Id, studentId: Id, week: Day }))

/** A period, year, exam or final mark put, corrected or taken back. Sent to the family, the course and the office. */
export const finalPut = fact('journal.final.put', Type.Object({ schoolId: Id, courseId: Id, subjectId: Id, studentId: Id, finalId: Id, revision: Type.Integer() }))
/** What final marks are made of changed for a pupil outside the lessons: marks brought from another school. Sent to the family and the office. */
export const finalsChanged = fact('journal.finals.changed', Type.Object({ schoolId: Id, studentId: Id }))
/** Classes began to close a period or the year, closed it or went back. Sent to the staff. */
export const closingChanged = fact('journal.closing.changed', Type.Object({ schoolId: Id, scopeId: Id, classIds: Type.Array(Id) }))
/** A correction of a closed period was asked for, granted, declined or ended. Sent to the one who asked, the course and the office. */
export const unlockChanged = fact('journal.unlock.changed', Type.Object({ schoolId: Id, unlockId: Id, courseId: Nullable(Id) }))
/** A family asked about a mark, an absence or homework, somebody wrote on, or it was closed (no note). Sent to the family, the course and the office. */
export const questionChanged = fact('journal.question.changed', Type.Object({ schoolId: Id, questionId: Id, studentId: Id, courseId: Id, noteId: Nullable(Id) }))
