import { putCourse } from '@school/schedule/contract'
import { showToast } from '@school/ui'
import { keyOf, useCommand } from '@school/web'
import { getLoadMatrix, type LoadCourse, type LoadMatrix } from '../../../contract/index.ts'
import { tellProblem, useSchoolId, useT } from '../words.ts'

/** Gives a course to a teacher, or takes it off; the matrix follows. */
export function useAssign(matrix: LoadMatrix) {
  const t = useT().load
  const schoolId = useSchoolId()
  const put = useCommand(putCourse, { stale: () => [keyOf(getLoadMatrix, { params: { schoolId } })], onProblem: tellProblem })
  const nameOf = (course: LoadCourse) => `${matrix.subjects.find((one) => one.id === course.subjectId)?.name ?? ''}, ${course.group}`
  const assign = (course: LoadCourse, teacherIds: readonly string[], undo = true) => put.mutate({ params: { schoolId, courseId: course.id }, body: { year: matrix.year, groupId: course.groupId, subjectId: course.subjectId, hoursPerWeek: course.hours, teacherIds: [...teacherIds], from: matrix.from, basedOn: null } }, {
    onSuccess: () => {
      const teacher = matrix.teachers.find((one) => one.id === teacherIds[0])
      showToast({ tone: 'ok', text: teacher ? t.assigned(nameOf(course), teacher.lastName) : t.unassigned(nameOf(course)), ...(undo ? { undo: () => assign(course, course.teacherIds, false) } : {}) })
    },
  })
  return { assign, busy: put.isPending, nameOf }
}
