import type { LoadProblem } from '../../contract/load.ts'
import type { Severity } from '../../contract/shapes.ts'

interface Course { readonly id: string; readonly whole: boolean; readonly classIds: readonly string[]; readonly subjectId: string; readonly hours: number; readonly placed: number; readonly teacherIds: readonly string[] }
interface Need { readonly classId: string; readonly subjectId: string; readonly hours: number; readonly groups: number }
/** Pupils who are in none of the groups into which their class is divided. */
interface Apart { readonly classId: string; readonly subjectId: string; readonly pupils: number }
interface Teacher { readonly id: string; readonly rate: number | null }
interface Given { readonly courses: readonly Course[]; readonly needs: readonly Need[]; readonly apart?: readonly Apart[]; readonly teachers: readonly Teacher[]; readonly planned: ReadonlySet<string>; readonly rateHours: number; readonly mostRates: number; readonly extra: ReadonlySet<string> }

const round = (value: number) => Math.round(value * 100) / 100

/** Hours of each teacher over all courses. */
export function teacherHours(courses: readonly Pick<Course, 'hours' | 'teacherIds'>[]): Map<string, number> {
  const hours = new Map<string, number>()
  for (const course of courses) for (const id of course.teacherIds) hours.set(id, round((hours.get(id) ?? 0) + course.hours))
  return hours
}

/** Everything of the load that does not add up, the gravest first: no teacher, hours other than the plan's, rates, two teachers. */
export function problemsOf({ courses, needs, apart = [], teachers, planned, rateHours, mostRates, extra }: Given): LoadProblem[] {
  const found: LoadProblem[] = []
  const tell = (severity: Severity, code: string, more: Partial<LoadProblem>) => found.push({ severity, code, courseId: null, classId: null, subjectId: null, teacherId: null, has: null, needs: null, ...more })
  for (const course of courses) {
    const about = { courseId: course.id, classId: course.classIds[0] ?? null, subjectId: course.subjectId }
    if (course.teacherIds.length === 0) tell('error', 'no_teacher', { ...about, has: course.hours })
    if (course.whole && course.teacherIds.length > 1) tell('hint', 'two_teachers', { ...about, has: course.teacherIds.length })
  }
  compareWithPlan(courses, needs, planned, extra, tell)
  // a choice of some pupils leaves the others out rightly; only where the plan divides the whole class does everyone belong somewhere
  for (const { classId, subjectId, pupils } of apart) if (needs.some((one) => one.classId === classId && one.subjectId === subjectId && one.groups > 1)) tell('warning', 'pupils_apart', { classId, subjectId, has: pupils })
  const hours = teacherHours(courses)
  for (const teacher of teachers) {
    const has = hours.get(teacher.id) ?? 0
    const most = rateHours * mostRates
    if (has > most) tell('error', 'teacher_over_law', { teacherId: teacher.id, has, needs: most })
    else if (teacher.rate !== null && has > round(teacher.rate * rateHours) + 0.5) tell('warning', 'teacher_over', { teacherId: teacher.id, has, needs: round(teacher.rate * rateHours) })
    else if (teacher.rate !== null && has < round(teacher.rate * rateHours) - 0.5) tell('warning', 'teacher_under', { teacherId: teacher.id, has, needs: round(teacher.rate * rateHours) })
    else if (has === 0 && teacher.rate === null) tell('hint', 'teacher_idle', { teacherId: teacher.id, has })
  }
  const order: readonly Severity[] = ['error', 'warning', 'hint']
  return found.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}

type Tell = (severity: Severity, code: string, more: Partial<LoadProblem>) => void

/** Each class and subject: as many hours as the plan says, in as many groups; nothing that the plan does not have. */
function compareWithPlan(courses: readonly Course[], needs: readonly Need[], planned: ReadonlySet<string>, extra: ReadonlySet<string>, tell: Tell): void {
  const own = courses.filter((one) => one.classIds.length === 1)
  const shared = new Set(courses.filter((one) => one.classIds.length > 1).flatMap((one) => one.classIds.map((id) => `${id} ${one.subjectId}`)))
  const here = Map.groupBy(own, (one) => `${one.classIds[0]} ${one.subjectId}`)
  const asked = new Set(needs.map((one) => `${one.classId} ${one.subjectId}`))
  for (const need of needs) {
    const key = `${need.classId} ${need.subjectId}`
    if (shared.has(key)) continue
    const list = here.get(key) ?? []
    const about = { classId: need.classId, subjectId: need.subjectId, courseId: list[0]?.id ?? null }
    if (list.length === 0) tell('error', 'course_missing', { ...about, has: 0, needs: need.hours })
    else if (list.length < need.groups) tell('warning', 'groups_few', { ...about, has: list.length, needs: need.groups })
    for (const one of list) if (one.hours !== need.hours) tell('error', 'hours_differ', { ...about, courseId: one.id, has: one.hours, needs: need.hours })
  }
  for (const [key, list] of here) {
    const one = list[0]!
    if (!asked.has(key) && planned.has(one.classIds[0]!) && !extra.has(one.subjectId)) tell('warning', 'not_in_plan', { courseId: one.id, classId: one.classIds[0]!, subjectId: one.subjectId, has: one.hours })
  }
}
