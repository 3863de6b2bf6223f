import { notFound, type Read, type Work } from '@school/server'
import { tell } from './course-plans/lay.ts'
import { lay } from './course-plans/rules.ts'
import { findUpTo, hasItems, lockCoursePlan, saveTold, type ItemRow } from './course-plans/store.ts'

export interface LessonTopic { readonly id: string; readonly section: string; readonly topic: string; readonly control: string; readonly homework: string; /** Which hour of the topic this lesson is, of how many. */ readonly part: number; readonly parts: number }
export interface LessonTopics { /** The teacher has said it already. */ readonly told: boolean; readonly here: LessonTopic[]; /** What may be given instead: the next topics of the plan. */ readonly next: LessonTopic[] }

const topicOf = (item: ItemRow, part: number): LessonTopic => ({ id: item.id, section: item.section, topic: item.topic, control: item.control, homework: item.homework, part, parts: Math.max(1, item.laidHours) })

/** What rooms above may ask; they pass their own `read` or `work` and have judged the right to it. */
export const planningFace = {
  /** What the plan of the course has for this lesson, in one statement; null when the course has no plan. */
  async topicsOf(read: Read, lesson: { courseId: string; lessonId: string; date: string; number: number }): Promise<LessonTopics | null> {
    const found = await findUpTo(read, lesson.courseId, lesson.date, lesson.number)
    if (!found?.items || found.items.length === 0) return null
    const { items } = found
    const laid = lay(items, (found.lessons ?? []).map((one) => ({ date: one.date, number: one.number, lessonId: one.id, lost: one.lost, told: one.told })), lesson.date)
    const partOf = (id: string) => laid.lessons.filter((one) => one.itemIds.includes(id)).length
    const here = laid.lessons.find((one) => one.slot.lessonId === lesson.lessonId)?.itemIds ?? []
    const last = items.findLastIndex((item) => here.includes(item.id))
    return {
      told: found.lessons?.find((one) => one.id === lesson.lessonId)?.told != null, here: items.filter((item) => here.includes(item.id)).map((item) => topicOf(item, partOf(item.id))),
      next: items.slice(last + 1).filter((item) => laid.over.has(item.id)).slice(0, 6).map((item) => topicOf(item, partOf(item.id) + 1)),
    }
  },
  /** Says what of the plan was given at a lesson; the caller has judged the right to write into it. */
  async giveTopics(work: Work, lesson: { courseId: string; lessonId: string }, itemIds: readonly string[]): Promise<void> {
    if (!(await lockCoursePlan(work, lesson.courseId)) || !(await hasItems(work, lesson.courseId, itemIds))) throw notFound()
    await saveTold(work, lesson.courseId, lesson.lessonId, itemIds)
    tell(work, lesson.courseId, 'planning.course_plan.tell', { lessonId: lesson.lessonId, itemIds })
  },
} as const
