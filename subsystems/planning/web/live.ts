import { courseChanged } from '@school/schedule/contract'
import { keyOf, onFact, type LiveRule } from '@school/web'
import * as planning from '../contract/index.ts'

/** What each fact of planning makes stale in an open page. */
export const live: readonly LiveRule[] = [
  onFact(planning.curriculumChanged, ({ schoolId }) => [keyOf(planning.listCurricula, { params: { schoolId } }), keyOf(planning.getCurriculum), keyOf(planning.getNorms, { params: { schoolId } }), keyOf(planning.getYearState, { params: { schoolId } })]),
  onFact(planning.loadChanged, ({ schoolId }) => [keyOf(planning.getLoadMatrix, { params: { schoolId } })]),
  onFact(courseChanged, ({ schoolId }) => [keyOf(planning.getLoadMatrix, { params: { schoolId } })]),
  onFact(planning.programmeChanged, ({ schoolId, programmeId }) => [keyOf(planning.listProgrammes, { params: { schoolId } }), keyOf(planning.getProgramme, { params: { schoolId, id: programmeId } })]),
  onFact(planning.coursePlanChanged, ({ schoolId, courseId }) => [keyOf(planning.getCoursePlan, { params: { schoolId, courseId } })]),
  onFact(planning.yearOpened, ({ schoolId }) => [keyOf(planning.getYearState, { params: { schoolId } })]),
]
