import { registryFace } from '@school/registry/server'
import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { applyCourses, previewCourses } from '../../contract/curricula.ts'
import { mustBeDay } from '../office.ts'
import { applyPlan, previewOf } from './courses.ts'

export function courseRoutes(app: FastifyInstance): void {
  serve(app, previewCourses, async (read, { params, query }) => {
    if (query.from) mustBeDay(query.from, 'from')
    return (await previewOf(read, params.id, query.from ?? await registryFace.schoolDay(read))).preview
  })
  serve(app, applyCourses, async (work, { params, body }) => {
    mustBeDay(body.from, 'from')
    return { done: await applyPlan(work, params.id, body) }
  })
}
