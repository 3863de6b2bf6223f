import { fileHeads } from '@school/print'
import { reading, serve, serveOpen } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/course-plans.ts'
import { plannedCourse } from './access.ts'
import { writeCoursePlanBook } from './book.ts'
import { correct, putItems, tellTopics } from './course-plans.ts'
import { coursePlanOf, coursePlansOf } from './present.ts'

export function coursePlanRoutes(app: FastifyInstance): void {
  serve(app, contract.listCoursePlans, async (read, { query }) => coursePlansOf(read, query))
  serve(app, contract.getCoursePlan, async (read, { params }) => coursePlanOf(read, await plannedCourse(read, params.courseId)))
  serve(app, contract.putCoursePlan, async (work, { params, body }) => {
    await putItems(work, await plannedCourse(work, params.courseId), body.items, body.basedOn)
    return coursePlanOf(work, await plannedCourse(work, params.courseId))
  })
  serve(app, contract.correctCoursePlan, async (work, { params, body }) => {
    await correct(work, await plannedCourse(work, params.courseId), params.id, body)
    return coursePlanOf(work, await plannedCourse(work, params.courseId))
  })
  serve(app, contract.tellLessonTopics, async (work, { params, body }) => {
    await tellTopics(work, await plannedCourse(work, params.courseId), params.lessonId, body.itemIds)
    return coursePlanOf(work, await plannedCourse(work, params.courseId))
  })
  serveOpen(app, contract.getCoursePlanBook, async ({ params }, { kit, by, reply }) => {
    const plan = await reading(kit, { by, schoolId: params.schoolId }, async (read) => coursePlanOf(read, await plannedCourse(read, params.courseId)))
    return reply.headers(fileHeads(`${plan.row.subject.name} ${plan.row.group}`, 'xlsx')).send(await writeCoursePlanBook(plan))
  })
}
