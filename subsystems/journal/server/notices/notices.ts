import { notice, type NoticeFor, type Read } from '@school/server'
import { answerPut, attendancePut, finalPut, homeworkPut, markPut, markShown, promotionPut, questionChanged } from '../../contract/index.ts'
import { mondayOf } from '../lessons/rules.ts'
import { findPromotionWords } from '../promotion/store.ts'
import { findFinalWords } from '../finals/store.ts'
import { findTold } from '../questions/store.ts'
import { findAnswerWords, findAttendanceWords, findHomeworkWords, findMarkWords, listFamilies, type FamilyRow } from './store.ts'

/** What families are told: marks, absences, homework, and homework that comes late in the evening before. */
export const notices = [
  notice({ on: markPut, kind: 'journal.mark', to: (read, fact) => markFor(read, fact) }),
  notice({ on: markShown, kind: 'journal.mark', to: (read, fact) => markFor(read, fact) }),
  notice({
    on: attendancePut, kind: 'journal.absence',
    async to(read, { lessonId, studentId }) {
      const absence = await findAttendanceWords(read, lessonId, studentId)
      if (!absence || (absence.code !== 'absent' && absence.code !== 'late')) return []
      const { today: _, ...words } = absence
      return toFamilies(read, [studentId], `${lessonId}:${studentId}:${absence.code}`, absence.date, words)
    },
  }),
  notice({
    on: attendancePut, kind: 'journal.unexcused',
    // said once a day, whatever the number of lessons; of days gone by the family reads in the diary
    async to(read, { lessonId, studentId }) {
      const absence = await findAttendanceWords(read, lessonId, studentId)
      if (!absence || absence.code !== 'absent' || absence.date !== absence.today || (absence.reason !== null && absence.reason !== 'unexcused')) return []
      const told = await toFamilies(read, [studentId], `${absence.date}:unexcused`, absence.date, { number: absence.number, reason: absence.reason })
      return told.filter((one) => one.personId !== studentId).map((one) => ({ ...one, link: '/diary/absences' }))
    },
  }),
  notice({
    on: finalPut, kind: 'journal.final',
    async to(read, { finalId, studentId }) {
      const mark = await findFinalWords(read, finalId)
      if (!mark) return []
      const people = await toFamilies(read, [studentId], `${finalId}:${mark.revision}`, '2000-01-03', { ...mark, corrected: mark.revision > 1 })
      return people.map((one) => ({ ...one, link: '/diary/finals' }))
    },
  }),
  notice({
    on: promotionPut, kind: 'journal.promotion',
    async to(read, { studentId, year, classId }) {
      const decided = classId === null ? undefined : await findPromotionWords(read, studentId, year)
      if (!decided) return []
      const people = await toFamilies(read, [studentId], `${studentId}:${year}:${decided.revision}`, '2000-01-03', { decision: decided.decision, number: decided.protocol_number })
      return people.map((one) => ({ ...one, link: '/diary/finals' }))
    },
  }),
  notice({
    on: answerPut, kind: 'journal.answer',
    // the teacher of many pupils hears of one homework once a day
    async to(read, { homeworkId, state }) {
      const given = state === 'sent' ? await findAnswerWords(read, homeworkId) : undefined
      return given ? given.teachers.map((personId) => ({ personId, about: `${homeworkId}:${given.today}`, data: { subject: given.subject, group: given.group_name }, link: `/journal/homework/${homeworkId}` })) : []
    },
  }),
  notice({
    on: answerPut, kind: 'journal.review',
    async to(read, { homeworkId, studentId, state, revision }) {
      const given = state === 'sent' ? undefined : await findAnswerWords(read, homeworkId)
      if (!given) return []
      return (await listFamilies(read, [studentId])).map((row) => ({ personId: row.person_id, about: `${homeworkId}:${studentId}:${revision}`, data: { subject: given.subject, returned: state === 'returned', ...childOf(row) }, link: `/diary/homework/${homeworkId}` }))
    },
  }),
  notice({ on: homeworkPut, kind: 'journal.homework', to: (read, { homeworkId }) => homeworkFor(read, homeworkId, false) }),
  notice({ on: homeworkPut, kind: 'journal.lateHomework', to: (read, { homeworkId }) => homeworkFor(read, homeworkId, true) }),
  notice({
    on: questionChanged, kind: 'journal.question',
    async to(read, { questionId, noteId }) {
      const told = noteId === null ? undefined : await findTold(read, questionId, noteId)
      if (!told || noteId === null) return []
      const words = { subject: told.subject, date: told.date, side: told.side }
      const link = `/questions?open=${questionId}`
      if (told.side === 'family') return (told.teachers ?? []).map((personId) => ({ personId, about: noteId, data: { ...words, pupil: `${told.last_name} ${told.first_name}` }, link }))
      return (await toFamilies(read, [told.student_id], noteId, told.date, words)).map((one) => ({ ...one, link }))
    },
  }),
]

/** Nothing as long as its hour has not come; told once, whichever of the two facts is heard first. */
async function markFor(read: Read, { markId, studentId }: { markId: string; studentId: string }): Promise<NoticeFor[]> {
  const mark = await findMarkWords(read, markId)
  return mark ? toFamilies(read, [studentId], `${markId}:${mark.revision}`, mark.date, { ...mark, corrected: mark.revision > 1 }) : []
}

async function homeworkFor(read: Read, homeworkId: string, late: boolean): Promise<NoticeFor[]> {
  const homework = await findHomeworkWords(read, homeworkId)
  if (!homework || homework.removed || homework.late !== late) return []
  const { text, due_date: dueDate, minutes, subject } = homework
  return toFamilies(read, homework.students ?? [], homeworkId, dueDate, { subject, text, dueDate, minutes, changed: homework.revision > 1 })
}

async function toFamilies(read: Read, studentIds: readonly string[], about: string, day: string, data: Record<string, unknown>): Promise<NoticeFor[]> {
  const rows = await listFamilies(read, studentIds)
  return rows.map((row) => ({ personId: row.person_id, about: `${about}:${row.student_id}`, data: { ...data, studentId: row.student_id, ...childOf(row) }, link: `/diary/${mondayOf(day)}` }))
}

/** A parent of several children is told whose it is. */
const childOf = (row: FamilyRow) => (row.person_id === row.student_id ? {} : { child: row.first_name })
