import { attendancePut, homeworkPut, lessonRecorded, markPut, workPut } from '@school/journal/contract'
import { listen, type Work } from '@school/server'
import { keepLesson } from './lessons/make-store.ts'

const keep = async (work: Work, { lessonId }: { lessonId: string }) => { await keepLesson(work, lessonId) }

/** A lesson for which something is recorded is never taken away by making lessons anew. */
export const listeners = [
  listen('schedule.keep_lesson_with_mark', markPut, keep),
  listen('schedule.keep_lesson_with_attendance', attendancePut, keep),
  listen('schedule.keep_lesson_with_homework', homeworkPut, keep),
  listen('schedule.keep_lesson_with_work', workPut, keep),
  listen('schedule.keep_lesson_with_record', lessonRecorded, keep),
]
