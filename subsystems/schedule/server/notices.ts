import { notice, type NoticeFor, type Read } from '@school/server'
import { lessonCovered } from '../contract/facts.ts'
import { mondayOf } from './lessons/rules.ts'
import { listTold, type Told } from './substitutions/day-store.ts'

/** Whoever stands in, the teacher who is away, the class and the families hear how a lesson was settled, or that it is again as planned. */
export const notices = [
  notice({ on: lessonCovered, kind: 'schedule.substitution', to: (read, payload) => toldOf(read, payload, (one) => one.role !== 'family') }),
  notice({ on: lessonCovered, kind: 'schedule.lessonChanged', to: (read, payload) => toldOf(read, payload, (one) => one.role === 'family') }),
]

async function toldOf(read: Read, { lessonId, kind, revision }: { lessonId: string; kind: string; revision: number }, wanted: (one: Told) => boolean): Promise<NoticeFor[]> {
  const rows = await listTold(read, lessonId, read.now.toISOString().slice(0, 10))
  return rows.filter(wanted).map((one) => ({
    personId: one.person_id, about: `${lessonId}:${revision}:${one.student_id ?? one.role}`,
    data: { kind, role: one.role, subject: one.subject, number: one.number, date: one.date, group: one.group, teacher: one.teacher, ...(one.child ? { child: one.child } : {}), ...(one.student_id ? { studentId: one.student_id } : {}) },
    link: `/timetable?week=${mondayOf(one.date)}`,
  }))
}
