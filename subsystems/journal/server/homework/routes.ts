import { Problem, serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { homeworkLoad, putHomework, removeHomework, tickHomework } from '../../contract/index.ts'
import { readableLesson, writableLesson } from '../lessons/access.ts'
import { isDay } from '../lessons/rules.ts'
import { loadOf, putHomeworkOf, removeHomeworkOf, tickOf } from './homework.ts'

export function homeworkRoutes(app: FastifyInstance): void {
  serve(app, putHomework, async (work, { params, body }) => putHomeworkOf(work, await writableLesson(work, params.lessonId), params.homeworkId, body))
  serve(app, removeHomework, async (work, { params, query }) => removeHomeworkOf(work, await writableLesson(work, params.lessonId), params.homeworkId, query.basedOn, query.reason))
  serve(app, homeworkLoad, async (read, { params, query }) => {
    const lesson = await readableLesson(read, params.lessonId)
    if (!isDay(query.date)) throw new Problem(400, 'bad_input', { field: 'date' })
    return loadOf(read, lesson, query.date)
  })
  serve(app, tickHomework, async (work, { params, body }) => {
    await tickOf(work, params.studentId, params.homeworkId, body.done)
    return { done: body.done }
  })
}
