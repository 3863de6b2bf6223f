import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { explainFinal, getClassFinals, getCourseFinals, getStudentFinals, listBroughtMarks, putBroughtMark, putFinals } from '../../contract/index.ts'
import { readablePupil, readablePupilInCourse } from '../diary/access.ts'
import { explainablePupil } from '../attendance/access.ts'
import { broughtMarks, putBrought } from './brought.ts'
import { finalClass, finalCourse } from './access.ts'
import { explainFinalOf } from './explain.ts'
import { putFinalsOf } from './finals.ts'
import { classFinals, courseFinals } from './pages.ts'
import { studentFinals } from './student.ts'

export function finalRoutes(app: FastifyInstance): void {
  serve(app, getCourseFinals, async (read, { params }) => courseFinals(read, await finalCourse(read, params.courseId)))
  serve(app, putFinals, async (work, { params, body }) => ({ outcomes: await putFinalsOf(work, await finalCourse(work, params.courseId), body.ops) }))
  serve(app, getClassFinals, async (read, { params, query }) => classFinals(read, await finalClass(read, params.classId), query))
  serve(app, getStudentFinals, async (read, { params }) => studentFinals(read, await readablePupil(app.kit, read, params.studentId)))
  serve(app, listBroughtMarks, async (read, { params }) => broughtMarks(read, await readablePupil(app.kit, read, params.studentId)))
  serve(app, putBroughtMark, async (work, { params, body }) => putBrought(work, await explainablePupil(work, params.studentId), params.markId, body))
  serve(app, explainFinal, async (read, { params, query }) => explainFinalOf(read, await readablePupilInCourse(app.kit, read, params.studentId, params.courseId), params.courseId, query.kind, query.period))
}
