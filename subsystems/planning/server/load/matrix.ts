import { addresses } from '@school/contract'
import { schoolYearOf } from '@school/registry/server'
import { notFound, type Read, type Work } from '@school/server'
import { loadChanged } from '../../contract/facts.ts'
import type { LoadMatrix } from '../../contract/load.ts'
import { listNeeds } from '../courses/store.ts'
import { houseNorms } from '../norms/data.ts'
import { isOffice } from '../office.ts'
import { problemsOf, teacherHours } from './rules.ts'
import { findFrame, isStaff, listApart, listCourseRows, listTeachers, saveRate } from './store.ts'

/** The whole load of a year in five statements: teachers, classes, courses, what the plans ask, who is in no group, and what does not add up. */
export async function matrixOf(read: Read, asked: number | undefined): Promise<LoadMatrix> {
  const year = asked ?? schoolYearOf(read.now.toISOString().slice(0, 10))
  const frame = await findFrame(read, year)
  const from = frame.today > `${year}-09-01` ? frame.today : `${year}-09-01`
  const teachers = await listTeachers(read, year, frame.today)
  const courses = await listCourseRows(read, year, frame.today)
  const needs = await listNeeds(read, year, from, null)
  const apart = await listApart(read, year, frame.today)
  const norms = { ...houseNorms.norms, ...frame.norms }
  const hours = teacherHours(courses)
  const planned = new Set(needs.map((one) => one.classId))
  const extra = new Set(frame.subjects.filter((one) => one.extra).map((one) => one.id))
  const used = new Set([...courses.map((one) => one.subjectId), ...needs.map((one) => one.subjectId)])
  const sumOf = (list: readonly { hours: number }[]) => Math.round(list.reduce((sum, one) => sum + one.hours, 0) * 100) / 100
  return {
    year, today: frame.today, from, rateHours: norms.rateHours, teachers: teachers.map((one) => ({ ...one, hours: hours.get(one.id) ?? 0 })), courses,
    classes: frame.classes.map((one) => ({ ...one, needs: planned.has(one.id) ? sumOf(needs.filter((need) => need.classId === one.id)) : null, has: pupilHours(courses.filter((course) => course.classIds.includes(one.id))) })),
    subjects: frame.subjects.filter((one) => used.has(one.id)), needs: needs.map(({ classId, subjectId, hours: asks, groups }) => ({ classId, subjectId, hours: asks, groups })),
    problems: problemsOf({ courses, needs, apart, teachers, planned, rateHours: norms.rateHours, mostRates: norms.mostRates, extra }), can: { change: isOffice(read) },
  }
}

/** Hours of one pupil: subgroups of a subject meet at the same time. */
function pupilHours(courses: readonly { subjectId: string; hours: number }[]): number {
  const most = new Map<string, number>()
  for (const one of courses) most.set(one.subjectId, Math.max(most.get(one.subjectId) ?? 0, one.hours))
  return Math.round([...most.values()].reduce((a, b) => a + b, 0) * 100) / 100
}

/** Says how many rates a teacher works. */
export async function putRate(work: Work, teacherId: string, year: number, rate: number | null): Promise<void> {
  if (!(await isStaff(work, teacherId))) throw notFound()
  await saveRate(work, year, teacherId, rate)
  work.audit('planning.rate.put', { about: teacherId, after: { year, rate } })
  work.announce(loadChanged, { schoolId: work.schoolId, teacherId }, [addresses.office(work.schoolId)])
}
