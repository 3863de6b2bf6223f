import { noteAccess, notFound, type Kit, type Read } from '@school/server'
import { asking, dayHere, kindOf, readableInCourse, readableStudent } from '../access.ts'

declare const granted: unique symbol
/** A pupil whose record this person may read. */
export type ReadablePupil = { readonly studentId: string; readonly today: string; readonly [granted]: 'pupil' }

const whole = `with ${dayHere} select day.today from day where ${readableStudent('$5::uuid')}`
const inCourse = `with ${dayHere} select day.today from day join schedule.v_course c on c.school_id = $1 and c.id = $6::uuid
  where ${readableInCourse('$5::uuid', 'c.id')} and exists (select 1 from registry.v_group_member m where m.school_id = $1 and m.group_id = c.group_id and m.student_id = $5::uuid)`
const atLesson = `with ${dayHere} select day.today from day join schedule.v_lesson l on l.school_id = $1 and l.id = $6::uuid
  where ${readableInCourse('$5::uuid', 'l.course_id')} and exists (select 1 from registry.v_group_member m where m.school_id = $1 and m.group_id = l.group_id and m.student_id = $5::uuid)`

/** The pupil, if this person may read the whole diary; the office's look leaves its own trace before anything is told. */
export const readablePupil = (kit: Kit, read: Read, studentId: string) => gate(kit, read, whole, studentId, [])
/** The pupil, if this person may read what the pupil has in this course. */
export const readablePupilInCourse = (kit: Kit, read: Read, studentId: string, courseId: string) => gate(kit, read, inCourse, studentId, [courseId])
/** The pupil, if this person may read what the pupil has at this lesson. */
export const readablePupilAtLesson = (kit: Kit, read: Read, studentId: string, lessonId: string) => gate(kit, read, atLesson, studentId, [lessonId])

async function gate(kit: Kit, read: Read, statement: string, studentId: string, more: readonly string[]): Promise<ReadablePupil> {
  const [row] = await read.rows<{ today: string }>(statement, [...asking(read), studentId, ...more])
  if (!row) throw notFound()
  await noteOffice(kit, read, studentId)
  return { studentId, today: row.today } as ReadablePupil
}

/** Notes that the office opened the diary of a pupil; the pupil's own teachers and family leave no note. */
export async function noteOffice(kit: Kit, read: Read, studentId: string): Promise<void> {
  const kind = kindOf(read)
  if (kind !== 'office' && kind !== 'admin') return
  await noteAccess(kit, read.by, read.schoolId, studentId, 'diary')
}

const ownChild = `with ${dayHere} select day.today from day where $4::text = 'parent' and ${readableStudent('$5::uuid')}`
/** The pupil, if this person represents them today. */
export async function ownChildOf(read: Read, studentId: string): Promise<ReadablePupil> {
  const [row] = await read.rows<{ today: string }>(ownChild, [...asking(read), studentId])
  if (!row) throw notFound()
  return { studentId, today: row.today } as ReadablePupil
}
