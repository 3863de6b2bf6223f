import { addresses } from '@school/contract'
import { Problem, type Read, type Work } from '@school/server'
import { questionChanged, type Question, type QuestionLine } from '../../contract/index.ts'
import type { AskableLesson, OpenQuestion } from './access.ts'
import { findForUpdate, findNote, findQuestion, insertNote, insertQuestion, listNotes, saveState, type QuestionRow } from './store.ts'

export const presentLine = (row: QuestionRow): QuestionLine => ({
  id: row.id, student: row.student, className: row.class_name, courseId: row.course_id, lessonId: row.lesson_id, subject: row.subject, date: row.date, number: row.number, about: row.about,
  what: row.about === 'mark' && row.value !== null ? `${row.value || '—'}, ${row.work ?? ''}` : row.about === 'homework' ? row.homework : null, state: row.state, askedAt: row.asked_at.toISOString(), changedAt: row.changed_at.toISOString(),
})

/** The question as this reader sees it. */
export async function presentQuestion(read: Read, question: Pick<OpenQuestion, 'id' | 'side'>): Promise<Question> {
  const [row, notes] = [await findQuestion(read, question.id), await listNotes(read, question.id)]
  const writes = question.side !== null
  return {
    ...presentLine(row), notes: notes.map((note) => ({ id: note.id, by: note.by, side: note.side, mine: note.by.id === read.by.personId, text: note.text, at: note.at.toISOString() })),
    can: { write: writes, close: writes && row.state !== 'closed' },
  }
}

const said = (text: string) => {
  const trimmed = text.trim()
  if (trimmed === '') throw new Problem(400, 'journal.question_empty')
  return trimmed
}

/** A family asks; the same question sent again changes nothing. Its first words bear the id of the question. */
export async function ask(work: Work, on: AskableLesson, id: string, given: { about: Question['about']; aboutId: string | null; text: string }): Promise<Question> {
  const text = said(given.text)
  const before = await findForUpdate(work, id)
  if (before) {
    const note = await findNote(work, id, id)
    const same = before.student_id === on.studentId && before.lesson_id === on.lessonId && before.about === given.about && before.about_id === given.aboutId && before.asked_by === work.by.personId && note?.text === text
    if (!same) throw new Problem(409, 'journal.id_taken')
    work.audit('journal.question.repeated', { about: on.studentId })
    return presentQuestion(work, { id, side: 'family' })
  }
  await insertQuestion(work, { id, student_id: on.studentId, course_id: on.courseId, lesson_id: on.lessonId, about: given.about, about_id: given.aboutId })
  await insertNote(work, id, id, 'family', text)
  work.audit('journal.question.asked', { about: on.studentId, after: { questionId: id, about: given.about, lessonId: on.lessonId } })
  tell(work, { ...on, id }, id)
  return presentQuestion(work, { id, side: 'family' })
}

/** The teacher answers or the family asks on: the state says whose turn it is. */
export async function write(work: Work, question: OpenQuestion & { readonly side: 'family' | 'school' }, noteId: string, given: string): Promise<Question> {
  const text = said(given)
  await findForUpdate(work, question.id)
  const [added] = await insertNote(work, question.id, noteId, question.side, text)
  if (!added) {
    const note = await findNote(work, question.id, noteId)
    if (note?.by_id !== work.by.personId || note.text !== text) throw new Problem(409, 'journal.id_taken')
    work.audit('journal.question.repeated', { about: question.studentId })
    return presentQuestion(work, question)
  }
  await saveState(work, question.id, question.side === 'school' ? 'answered' : 'open')
  work.audit(question.side === 'school' ? 'journal.question.answered' : 'journal.question.asked_on', { about: question.studentId, after: { questionId: question.id, noteId } })
  tell(work, question, noteId)
  return presentQuestion(work, question)
}

export async function close(work: Work, question: OpenQuestion & { readonly side: 'family' | 'school' }): Promise<Question> {
  await findForUpdate(work, question.id)
  await saveState(work, question.id, 'closed')
  work.audit('journal.question.closed', { about: question.studentId, after: { questionId: question.id } })
  tell(work, question, null)
  return presentQuestion(work, question)
}

const tell = (work: Work, { id, studentId, courseId }: { id: string; studentId: string; courseId: string }, noteId: string | null) =>
  work.announce(questionChanged, { schoolId: work.schoolId, questionId: id, studentId, courseId, noteId }, [addresses.family(studentId), addresses.course(courseId), addresses.office(work.schoolId)])

