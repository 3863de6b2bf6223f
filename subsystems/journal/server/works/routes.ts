import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { putWork, removeWork } from '../../contract/index.ts'
import { writableLesson } from '../lessons/access.ts'
import { putWorkOf, removeWorkOf } from './works.ts'

export function workRoutes(app: FastifyInstance): void {
  serve(app, putWork, async (work, { params, body }) => putWorkOf(work, await writableLesson(work, params.lessonId), params.workId, body))
  serve(app, removeWork, async (work, { params, query }) => removeWorkOf(work, await writableLesson(work, params.lessonId), params.workId, query.basedOn, query.reason))
}
