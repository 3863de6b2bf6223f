import type { CourseChange } from '../../contract/curricula.ts'

/** What the plan asks of one class in one subject: hours, taught whole or in groups. */
export interface Need { readonly classId: string; readonly className: string; readonly subjectId: string; readonly subject: string; readonly hours: number; readonly groups: number }
/** A course that is taught to a class or to part of it. */
export interface ClassCourse { readonly id: string; readonly classId: string; readonly className: string; readonly subjectId: string; readonly subject: string; readonly groupId: string; readonly group: string; readonly whole: boolean; readonly hours: number; readonly closed: boolean }

export interface Step extends CourseChange { readonly need: Need | null; readonly courseId: string | null; readonly ordinal: number }

/** What must happen so that the courses of the classes say what the plan says; `same` counts those that do already. */
export function stepsFor(needs: readonly Need[], courses: readonly ClassCourse[]): { steps: Step[]; same: number } {
  const steps: Step[] = []
  let same = 0
  const taken = new Set<string>()
  for (const need of needs) {
    const here = courses.filter((one) => one.classId === need.classId && one.subjectId === need.subjectId && !one.closed)
    const wanted = here.filter((one) => one.whole === (need.groups === 1)).slice(0, need.groups)
    for (const one of wanted) {
      taken.add(one.id)
      if (one.hours === need.hours) same++
      else steps.push({ key: `hours ${one.id}`, kind: 'hours', className: need.className, subject: need.subject, group: one.group, was: one.hours, becomes: need.hours, need, courseId: one.id, ordinal: 0 })
    }
    for (let ordinal = wanted.length + 1; ordinal <= need.groups; ordinal++) {
      steps.push({ key: `make ${need.classId} ${need.subjectId} ${ordinal}`, kind: need.groups > 1 ? 'split' : 'make', className: need.className, subject: need.subject, group: need.groups > 1 ? String(ordinal) : need.className, was: null, becomes: need.hours, need, courseId: null, ordinal })
    }
  }
  for (const one of courses) {
    if (one.closed || taken.has(one.id)) continue
    steps.push({ key: `close ${one.id}`, kind: 'close', className: one.className, subject: one.subject, group: one.group, was: one.hours, becomes: null, need: null, courseId: one.id, ordinal: 0 })
  }
  return { steps, same }
}

/** A short mark of a list of changes: another list has another mark. */
export function markOf(changes: readonly Pick<CourseChange, 'key' | 'was' | 'becomes'>[]): string {
  let hash = 5381
  for (const letter of changes.map((one) => `${one.key}|${one.was}|${one.becomes}`).toSorted().join(';')) hash = (hash * 33 + letter.codePointAt(0)!) % 9_007_199_254_740
  return `${changes.length}-${hash.toString(36)}`
}

/** Pupils divided in order into equal parts; the first parts are never smaller. */
export function partsOf<T>(pupils: readonly T[], parts: number): T[][] {
  const size = Math.ceil(pupils.length / parts)
  return Array.from({ length: parts }, (_, i) => pupils.slice(i * size, (i + 1) * size))
}
