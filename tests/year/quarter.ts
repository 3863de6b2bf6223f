import assert from 'node:assert/strict'
import { newId } from '@school/contract'
import { checkAttendance, getLessonSheet, getSettings, putCells, putHomework, putLessonRecord, putWork, type CellOp, type MarkValue, type WorkType } from '@school/journal/contract'
import { lessonsOfWeek } from '@school/schedule/contract'
import type { Static } from 'typebox'
import type { Lesson } from '@school/schedule/contract'
import type { Ledger } from './ledger.ts'
import type { Course, Pupil, Story } from './story.ts'

type LessonOf = Static<typeof Lesson>
/** Pages kept in 7Б too; the rest of it stays unfilled, and the reports have to say so. */
const keptInB = new Set(['Алгебра', 'История'])
const skills = [5, 4, 4, 3, 3, 4, 5, 4, 3, 4, 3]
const drift = [0, 1, -1, 0, 0, -1, 1]

export interface Happening { absent(pupil: Pupil, lesson: LessonOf): boolean; late(pupil: Pupil, lesson: LessonOf): boolean; mark(pupil: Pupil, course: Course, ordinal: number): MarkValue | null }

const everyone = (story: Story) => [...story.pupils.a, ...story.pupils.b]
export const usual = (story: Story) => (pupil: Pupil, course: Course, ordinal: number): MarkValue => {
  const place = everyone(story).indexOf(pupil)
  return String(Math.min(5, Math.max(2, skills[place]! + drift[(ordinal * 3 + place + course.subject.length) % 7]!))) as MarkValue
}

/** All lessons of the two classes on the days from … to, in order. */
export async function lessonsBetween(story: Story, from: string, to: string): Promise<LessonOf[]> {
  const found: LessonOf[] = []
  for (let monday = mondayOf(from); monday <= to; monday = plusDays(monday, 7)) {
    for (const classId of [story.classes.a, story.classes.b]) found.push(...(await story.as(story.deputy, lessonsOfWeek, { params: { schoolId: story.schoolId }, query: { week: monday, classId } })).lessons)
  }
  return found.filter((one) => one.date >= from && one.date <= to).toSorted((a, b) => a.date.localeCompare(b.date) || a.number - b.number)
}

export const plusDays = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
export const mondayOf = (day: string) => plusDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** Teachers conduct the lessons of some days, each on its day in the afternoon. */
export async function liveThrough(story: Story, ledger: Ledger, from: string, to: string, happening: Happening): Promise<void> {
  const { workTypes } = await story.as(story.deputy, getSettings, { params: { schoolId: story.schoolId } })
  for (const lesson of await lessonsBetween(story, from, to)) {
    const course = story.courses.find((one) => one.id === lesson.courseId)!
    if (course.classId === story.classes.b && !keptInB.has(course.subject)) continue
    if (lesson.state === 'cancelled') continue
    story.at(lesson.date, '16:30')
    await conduct(story, ledger, { lesson, course, workTypes, happening })
  }
  await story.world.settle()
}

interface Deed { readonly lesson: LessonOf; readonly course: Course; readonly workTypes: readonly WorkType[]; readonly happening: Happening }

async function conduct(story: Story, ledger: Ledger, { lesson, course, workTypes, happening }: Deed): Promise<void> {
  const teacher = { id: lesson.teachers[0]!.id }
  const params = { schoolId: story.schoolId, lessonId: lesson.id }
  const ordinal = ledger.held.filter((one) => one.courseId === course.id).length
  const homework = course.subject === 'Алгебра'
  let topic = `${course.subject}: урок ${ordinal + 1}`
  if (homework) {
    const sheet = await story.as(teacher, getLessonSheet, { params })
    assert.ok(sheet.plan && sheet.plan.here.length > 0, 'the plan has a topic for the lesson')
    topic = sheet.plan.here[0]!.topic
    assert.deepEqual(sheet.students.map((one) => one.id).toSorted(), ledger.taught(story, course, lesson.date).map((one) => one.id).toSorted())
    if (sheet.next) await story.as(teacher, putHomework, { params: { ...params, homeworkId: newId() }, body: { text: `§ ${ordinal + 1}`, minutes: 20, links: [], dueDate: sheet.next.date, dueLessonId: sheet.next.id, studentIds: null, basedOn: null } })
  }
  await story.as(teacher, putLessonRecord, { params, body: { topic, basedOn: null } })
  const ops: CellOp[] = []
  for (const pupil of ledger.taught(story, course, lesson.date)) {
    const code = happening.absent(pupil, lesson) ? 'absent' as const : happening.late(pupil, lesson) ? 'late' as const : null
    if (code === null) continue
    ops.push({ kind: 'attendance', lessonId: lesson.id, studentId: pupil.id, code, basedOn: null, ...(code === 'late' ? { minutes: 10 } : {}) })
    ledger.misses.push({ pupil, lessonId: lesson.id, date: lesson.date, courseId: course.id, classId: course.classId, code, reason: null })
  }
  await story.as(teacher, checkAttendance, { params, body: { checked: true } })
  ops.push(...await marksFor(story, ledger, { teacher, lesson, course, ordinal, workTypes, happening }))
  if (ops.length > 0) {
    const { outcomes } = await story.as(teacher, putCells, { params: { schoolId: story.schoolId, courseId: course.id }, body: { ops } })
    assert.deepEqual(outcomes.filter((one) => !one.kept), [])
  }
  ledger.held.push({ lessonId: lesson.id, courseId: course.id, classId: course.classId, date: lesson.date, number: lesson.number, by: teacher.id, homework })
}

/** Every second pupil is asked; each eighth lesson is a control work for all who are there. */
async function marksFor(story: Story, ledger: Ledger, { teacher, lesson, course, ordinal, workTypes, happening }: Deed & { teacher: { id: string }; ordinal: number }): Promise<CellOp[]> {
  const control = ordinal % 8 === 7
  const type = workTypes.find((one) => one.name === (control ? 'Контрольная работа' : 'Ответ на уроке'))!
  const workId = newId()
  const ops: CellOp[] = []
  for (const [place, pupil] of everyone(story).entries()) {
    if (!ledger.taught(story, course, lesson.date).includes(pupil) || happening.absent(pupil, lesson)) continue
    const value = control || (place + ordinal) % 2 === 0 ? happening.mark(pupil, course, ordinal) : null
    if (value === null) continue
    const markId = newId()
    ops.push({ kind: 'mark', workId, id: markId, studentId: pupil.id, value, basedOn: null })
    ledger.marks.push({ pupil, courseId: course.id, subject: course.subject, lessonId: lesson.id, date: lesson.date, workId, markId, control, weight: type.weight, value, retake: null, revision: 1 })
  }
  if (ops.length > 0) await story.as(teacher, putWork, { params: { schoolId: story.schoolId, lessonId: lesson.id, workId }, body: { typeId: type.id, basedOn: null } })
  return ops
}
