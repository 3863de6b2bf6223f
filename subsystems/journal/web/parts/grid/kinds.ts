import { entryKind, sendThrough, call, failed, patienceMs, type Outcome, type Post } from '@school/web'
import { checkAttendance, putHomework, putLessonRecord, putWork, removeHomework, type Homework } from '../../../contract/index.ts'
import { cellEntries } from './deliver.ts'
import { checkKind, homeworkKind, readPlace, topicKind, workKind } from './places.ts'
import type { SheetWork } from './sheet-data.ts'

/** A topic with the note that stands beside it, and the hours of the plan it was taken from. */
export interface TopicWish { readonly topic: string; readonly note: string; readonly planItemIds?: readonly string[] }
/** Homework as it is wanted; without text it is taken back. */
export interface HomeworkWish { readonly id: string; readonly lessonId: string; readonly text: string; readonly minutes: number | null; readonly links: Homework['links']; readonly studentIds: readonly string[] | null; readonly dueDate: string; readonly dueLessonId: string | null; readonly answers?: boolean }

const reasonOf = ({ about }: Post<unknown>) => about.reason ? { reason: about.reason } : {}
const timeOf = ({ at }: Post<unknown>) => ({ enteredAt: new Date(at).toISOString() })

const topics = entryKind<TopicWish>({
  name: topicKind, same: (a, b) => a.topic === b.topic,
  send(post) {
    const { schoolId, of: lessonId } = readPlace(post.place)
    const { topic, note, planItemIds } = post.wanted
    return sendThrough(putLessonRecord, { params: { schoolId, lessonId }, body: { topic, note, ...(planItemIds ? { planItemIds: [...planItemIds] } : {}), basedOn: post.basedOn, ...timeOf(post), ...reasonOf(post) } }, post, (now) => ({ value: { topic: now.topic, note: now.note }, revision: now.revision }))
  },
})

const works = entryKind<SheetWork>({
  name: workKind, same: (a, b) => a.id === b.id && a.typeId === b.typeId,
  send(post) {
    const { schoolId } = readPlace(post.place)
    const { id, lessonId, typeId } = post.wanted
    return sendThrough(putWork, { params: { schoolId, lessonId, workId: id }, body: { typeId, basedOn: post.basedOn, ...(post.wanted.criteria?.length ? { criteria: [...post.wanted.criteria] } : {}), ...reasonOf(post) } }, post, (work) => ({ value: { ...post.wanted, typeId: work.typeId }, revision: work.revision }))
  },
})

const checks = entryKind<{ readonly checked: true }>({
  name: checkKind, same: () => true,
  send(post) {
    const { schoolId, of: lessonId } = readPlace(post.place)
    return sendThrough(checkAttendance, { params: { schoolId, lessonId }, body: { checked: true, ...reasonOf(post) } }, post, ({ revision }) => ({ value: { checked: true }, revision }))
  },
})

const wishOf = ({ id, lessonId, text, minutes, links, studentIds, dueDate, dueLessonId, answers }: Homework): HomeworkWish => ({ id, lessonId, text, minutes, links, studentIds, dueDate, dueLessonId, answers })

const homework = entryKind<HomeworkWish>({
  name: homeworkKind, same: (a, b) => a.text === b.text && a.minutes === b.minutes && a.dueDate === b.dueDate && a.dueLessonId === b.dueLessonId && (a.answers ?? false) === (b.answers ?? false),
  send: (post) => post.wanted.text === '' ? takeBack(post) : give(post),
})

function give(post: Post<HomeworkWish>): Promise<Outcome<HomeworkWish>> {
  const { id, lessonId, links, studentIds, ...words } = post.wanted
  const body = { ...words, links: [...links], studentIds: studentIds && [...studentIds], basedOn: post.basedOn, ...timeOf(post), ...reasonOf(post) }
  return sendThrough(putHomework, { params: { schoolId: readPlace(post.place).schoolId, lessonId, homeworkId: id }, body }, post,
    (now) => { const kept = 'homework' in now ? now.homework : now as Homework; return { value: wishOf(kept), revision: kept.revision } })
}

async function takeBack(post: Post<HomeworkWish>): Promise<Outcome<HomeworkWish>> {
  const { id, lessonId } = post.wanted
  const gone = (revision: number | null): Outcome<HomeworkWish> => ({ kind: 'kept', now: { value: post.wanted, revision } })
  if (post.basedOn === null) return gone(null)
  try {
    const removed = await call(removeHomework, { params: { schoolId: readPlace(post.place).schoolId, lessonId, homeworkId: id }, query: { basedOn: post.basedOn, ...reasonOf(post) } }, AbortSignal.timeout(patienceMs), post.about.role)
    return gone(removed.revision)
  } catch (cause) {
    return failed(cause, ({ now }) => now ? { value: wishOf(now as Homework), revision: (now as Homework).revision } : null)
  }
}

/** How everything that is written on pages of the journal travels. */
export const kinds = [works, cellEntries, topics, homework, checks]
