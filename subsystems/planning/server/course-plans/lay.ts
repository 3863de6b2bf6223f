import { addresses, newId } from '@school/contract'
import { registryFace, schoolYearOf } from '@school/registry/server'
import { scheduleFace } from '@school/schedule/server'
import { notFound, Problem, type Work } from '@school/server'
import { coursePlanChanged } from '../../contract/facts.ts'
import { isOffice } from '../office.ts'
import { findProgramme, listFitting, listItems } from '../programmes/store.ts'
import { lay, type Laid } from './rules.ts'
import { lockCoursePlan, replaceCourseItems, saveCoursePlan, type ItemRow } from './store.ts'

export interface LaidCourse { readonly courseId: string; readonly group: string; readonly lessons: number; readonly over: number; readonly spare: number }

/** Gives the programme to courses and fixes its dates as their plan: every hour gets the day on which it should be given. */
export async function layProgrammeOn(work: Work, programmeId: string, courseIds: readonly string[]): Promise<LaidCourse[]> {
  const programme = await findProgramme(work, programmeId)
  if (!programme) throw notFound()
  const items = await listItems(work, programmeId)
  if (items.length === 0) throw new Problem(409, 'planning.programme_empty')
  const today = await registryFace.schoolDay(work)
  const courses = await listFitting(work, { year: schoolYearOf(today), subjectId: null, grade: null, ids: courseIds, day: today })
  if (courses.length !== new Set(courseIds).size || courses.some((one) => !isOffice(work) && !one.teachers.some((teacher) => teacher.id === work.by.personId))) throw notFound()
  const other = courses.find((one) => one.subject_id !== programme.subject_id)
  if (other) throw new Problem(409, 'planning.other_subject', { name: other.group })
  const slots = await scheduleFace.slotsOf(work, schoolYearOf(today), courses.map((one) => one.id))
  const done: LaidCourse[] = []
  for (const course of courses) {
    await lockCoursePlan(work, course.id)
    const own = items.map((item): ItemRow => ({ ...item, id: newId(), laidHours: item.hours, planned: [] }))
    const laid = lay(own, (slots.get(course.id) ?? []).map((one) => ({ ...one, lost: one.state === 'cancelled', told: null })), today)
    await saveCoursePlan(work, course.id, programmeId)
    await replaceCourseItems(work, course.id, withDates(own, laid))
    tell(work, course.id, 'planning.course_plan.lay', { programmeId, items: items.length })
    done.push({ courseId: course.id, group: course.group, lessons: laid.lessons.length, over: [...laid.over.values()].reduce((a, b) => a + b, 0), spare: laid.spare })
  }
  return done
}

/** Items with the days on which their hours are laid. */
export const withDates = (items: readonly ItemRow[], laid: Laid): ItemRow[] =>
  items.map((item) => ({ ...item, planned: laid.lessons.filter((one) => one.itemIds.includes(item.id)).map((one) => one.slot.date).slice(0, item.hours) }))

/** Leaves the trace of a change and tells open pages of it. */
export function tell(work: Work, courseId: string, action: string, after: unknown): void {
  work.audit(action, { about: courseId, after })
  work.announce(coursePlanChanged, { schoolId: work.schoolId, courseId }, [addresses.course(courseId), addresses.office(work.schoolId)])
}
