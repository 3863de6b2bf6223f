import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { askQuestion, closeQuestion, getQuestion, listQuestions, writeNote } from '../../contract/index.ts'
import { noteOffice } from '../diary/access.ts'
import { askableLesson, readableQuestionOf, writableQuestion } from './access.ts'
import { ask, close, presentLine, presentQuestion, write } from './questions.ts'
import { aPage, listRows } from './store.ts'

export function questionRoutes(app: FastifyInstance): void {
  serve(app, listQuestions, async (read, { query }) => {
    const rows = await listRows(read, query.studentId ?? null, query.view === 'open', query.page ?? 1)
    return { questions: rows.slice(0, aPage).map(presentLine), more: rows.length > aPage }
  })
  serve(app, getQuestion, async (read, { params }) => {
    const question = await readableQuestionOf(read, params.questionId)
    await noteOffice(app.kit, read, question.studentId)
    return presentQuestion(read, question)
  })
  serve(app, askQuestion, async (work, { params, body }) => ask(work, await askableLesson(work, params.studentId, body.lessonId, body.about, body.aboutId), params.questionId, body))
  serve(app, writeNote, async (work, { params, body }) => write(work, await writableQuestion(work, params.questionId), params.noteId, body.text))
  serve(app, closeQuestion, async (work, { params }) => close(work, await writableQuestion(work, params.questionId)))
}
