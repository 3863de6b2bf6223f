import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { getCellHistory, putAttendance, putCells, putMark } from '../../contract/index.ts'
import { readablePupilAtLesson } from '../diary/access.ts'
import { putManyCells, putOneAttendance, putOneMark } from './cells.ts'
import { historyOfCell } from './history.ts'

export function markRoutes(app: FastifyInstance): void {
  serve(app, putMark, (work, { params, body }) => putOneMark(work, { kind: 'mark', workId: params.workId, id: params.markId, ...body }))
  serve(app, putAttendance, (work, { params, body }) => putOneAttendance(work, { kind: 'attendance', lessonId: params.lessonId, studentId: params.studentId, ...body }))
  serve(app, putCells, async (work, { params, body }) => ({ outcomes: await putManyCells(work, params.courseId, body.ops) }))
  serve(app, getCellHistory, async (read, { params }) => {
    await readablePupilAtLesson(app.kit, read, params.studentId, params.lessonId)
    return historyOfCell(read, params.lessonId, params.studentId)
  })
}
