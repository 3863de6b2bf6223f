import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { getPupilHomework, listAnswers, listWaitingAnswers, putAnswer, reviewAnswer } from '../../contract/index.ts'
import { noteOffice } from '../diary/access.ts'
import { answerableHomework, readableHomework, taughtHomework } from './access.ts'
import { homeworkAnswers, pupilHomework, putAnswerOf, reviewAnswerOf, waitingAnswers } from './answers.ts'

export function answerRoutes(app: FastifyInstance): void {
  serve(app, getPupilHomework, async (read, { params }) => {
    const homework = await readableHomework(read, params.studentId, params.homeworkId)
    await noteOffice(app.kit, read, params.studentId)
    return pupilHomework(read, homework)
  })
  serve(app, putAnswer, async (work, { params, body }) => putAnswerOf(work, await answerableHomework(work, params.studentId, params.homeworkId), params.answerId, body))
  serve(app, listAnswers, async (read, { params }) => homeworkAnswers(read, await taughtHomework(read, params.homeworkId)))
  serve(app, reviewAnswer, async (work, { params, body }) => reviewAnswerOf(work, await taughtHomework(work, params.homeworkId), params.answerId, body))
  serve(app, listWaitingAnswers, (read) => waitingAnswers(read))
}
