import { registryFace } from '@school/registry/server'
import { notFound, type Read } from '@school/server'
import { isOffice } from '../office.ts'
import { findCourseHead, type CourseHead } from './store.ts'

declare const granted: unique symbol
/** A course whose plan this person may see and change: the own one, or any for the office. Made only by `plannedCourse`. */
export type PlannedCourse = CourseHead & { readonly today: string; readonly [granted]: 'course' }

/** The course, if this person teaches it now or is of the office. */
export async function plannedCourse(read: Read, courseId: string): Promise<PlannedCourse> {
  const today = await registryFace.schoolDay(read)
  const head = await findCourseHead(read, courseId, today)
  if (!head || !(isOffice(read) || head.teachers.some((one) => one.id === read.by.personId))) throw notFound()
  return { ...head, today } as PlannedCourse
}

/** The same rule for a list: whose courses this person sees, null for all of the school. */
export const teacherSeen = (read: Read, asked: string | undefined): string | null => (isOffice(read) ? asked ?? null : read.by.personId)
