import { fact, Id } from '@school/contract'
import { Type } from 'typebox'

/** A plan, its classes or its editions. Sent to the staff. */
export const curriculumChanged = fact('planning.curriculum.changed', Type.Object({ schoolId: Id, curriculumId: Id }))
/** Rates of teachers. Sent to the office. */
export const loadChanged = fact('planning.load.changed', Type.Object({ schoolId: Id, teacherId: Id }))
/** A programme of the library. Sent to the staff. */
export const programmeChanged = fact('planning.programme.changed', Type.Object({ schoolId: Id, programmeId: Id }))
/** The lessons planned for a course, or what was given at one of them. Sent to the course and the office. */
export const coursePlanChanged = fact('planning.course_plan.changed', Type.Object({ schoolId: Id, courseId: Id }))
/** A school year was checked and opened. Sent to the staff. */
export const yearOpened = fact('planning.year.opened', Type.Object({ schoolId: Id, year: Type.Integer() }))
