import { notFound, Problem, type Read } from '@school/server'
import type { Whose } from './store.ts'

/**
 * Whose lessons this reader gets. Staff may ask for any class, teacher, room or pupil of the school and get their own without asking;
 * a pupil gets the own ones, a parent those of a child named in the request.
 */
export function whoseLessons(read: Read, asked: Whose): Whose {
  const { role, personId, acting } = read.by
  const given = [asked.classId, asked.teacherId, asked.roomId, asked.studentId].filter((one) => one !== undefined).length
  if (given > 1) throw new Problem(400, 'schedule.whose_lessons')
  if (role === 'pupil') {
    if (given > 0 && asked.studentId !== personId) throw notFound()
    return { studentId: personId }
  }
  if (role === 'parent') {
    const children = acting.map((grant) => grant.scopeId)
    const studentId = asked.studentId ?? (children.length === 1 && given === 0 ? children[0] : undefined)
    if (studentId === undefined || !children.includes(studentId)) throw notFound()
    return { studentId }
  }
  return given === 0 ? { teacherId: personId } : asked
}
