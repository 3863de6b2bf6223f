import type { LoadCourse, LoadMatrix } from '../../../contract/index.ts'

export interface Cell { readonly teacherId: string; readonly classId: string }

/** Courses by teacher and class, so that a cell is found without looking through all of them. */
export function cellsOf(courses: readonly LoadCourse[]): Map<string, LoadCourse[]> {
  const cells = new Map<string, LoadCourse[]>()
  for (const course of courses) for (const teacherId of course.teacherIds) for (const classId of course.classIds) {
    const key = `${teacherId} ${classId}`
    cells.set(key, [...(cells.get(key) ?? []), course])
  }
  return cells
}

export const hoursIn = (courses: readonly LoadCourse[] | undefined): number => Math.round((courses ?? []).reduce((sum, one) => sum + one.hours, 0) * 100) / 100

/** Courses of a class as its cell offers them: those without a teacher first, then the teacher's own, then others'. */
export function offered(matrix: LoadMatrix, cell: Cell): LoadCourse[] {
  const rank = (course: LoadCourse) => (course.teacherIds.includes(cell.teacherId) ? 1 : course.teacherIds.length === 0 ? 0 : 2)
  const order = new Map(matrix.subjects.map((one, i) => [one.id, i]))
  return matrix.courses.filter((course) => course.classIds.includes(cell.classId)).toSorted((a, b) => rank(a) - rank(b) || (order.get(a.subjectId) ?? 0) - (order.get(b.subjectId) ?? 0))
}
