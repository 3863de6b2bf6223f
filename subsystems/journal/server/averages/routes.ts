import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { explainAverage, getSubjectPage, getSubjects } from '../../contract/index.ts'
import { readablePupil, readablePupilInCourse } from '../diary/access.ts'
import { explain, subjectPage, subjectsOf } from './averages.ts'

export function averageRoutes(app: FastifyInstance): void {
  serve(app, explainAverage, async (read, { params, query }) => explain(read, await readablePupilInCourse(app.kit, read, params.studentId, params.courseId), params.courseId, query.period))
  serve(app, getSubjectPage, async (read, { params, query }) => subjectPage(read, await readablePupilInCourse(app.kit, read, params.studentId, params.courseId), params.courseId, query.period))
  serve(app, getSubjects, async (read, { params, query }) => subjectsOf(read, await readablePupil(app.kit, read, params.studentId), query.period))
}
