import { planningFace } from '@school/planning/server'
import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { checkAttendance, closeLesson, getLessonSheet, putLessonRecord } from '../../contract/index.ts'
import { readableLesson, writableLesson } from './access.ts'
import { checkAttendanceOf, closeLessonOf, recordLesson } from './records.ts'
import { sheetOf } from './sheet.ts'

export function lessonRoutes(app: FastifyInstance): void {
  serve(app, getLessonSheet, async (read, { params }) => sheetOf(read, await readableLesson(read, params.lessonId)))
  serve(app, putLessonRecord, async (work, { params, body }) => {
    const lesson = await writableLesson(work, params.lessonId)
    const record = await recordLesson(work, lesson, body)
    if (body.planItemIds) await planningFace.giveTopics(work, { courseId: lesson.course_id, lessonId: lesson.lesson_id }, body.planItemIds)
    return record
  })
  serve(app, checkAttendance, async (work, { params, body }) => checkAttendanceOf(work, await writableLesson(work, params.lessonId), body.checked, body.reason))
  serve(app, closeLesson, async (work, { params, body }) => closeLessonOf(work, await writableLesson(work, params.lessonId), body.closed, body.reason))
}
