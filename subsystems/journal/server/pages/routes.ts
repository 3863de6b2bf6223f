import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { getPage, listCourses } from '../../contract/index.ts'
import { pageOf, presentCourse } from './page.ts'
import { listCourseRows, schoolClock } from './store.ts'

export function pageRoutes(app: FastifyInstance): void {
  serve(app, listCourses, async (read, { query }) => {
    const rows = await listCourseRows(read, query)
    return { today: rows[0]?.today ?? (await schoolClock(read)).today, courses: rows.map(presentCourse) }
  })
  serve(app, getPage, (read, { params, query }) => pageOf(read, params.courseId, query))
}
