import { Button } from '@school/ui'
import { actingIn, keyOf, queue, useEntry, useMessages, useQueryClient } from '@school/web'
import { useId } from 'react'
import { getLessonSheet, type LessonSheet } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import type { TopicWish } from '../grid/kinds.ts'
import { entryPlace, topicKind } from '../grid/places.ts'
import css from './Lesson.module.css'
import { PlannedTopics } from './PlannedTopics.tsx'
import { useAutosave } from './use-autosave.ts'
import { tellRefusal, titleOf, useWriting } from './writing.ts'

/** The topic of a lesson; it saves itself, and what a colleague wrote meanwhile is shown, not overwritten. */
export function TopicField({ schoolId, sheet }: { schoolId: string; sheet: LessonSheet }) {
  const t = useMessages<typeof ru>('journal')
  const id = useId()
  const cache = useQueryClient()
  const writing = useWriting()
  const { record } = sheet
  const place = entryPlace(topicKind, schoolId, sheet.course.id, sheet.lesson.id)
  const { post, held } = useEntry<TopicWish>(place, {
    onKept: () => { writing.saved(); void cache.invalidateQueries({ queryKey: keyOf(getLessonSheet, { params: { schoolId, lessonId: sheet.lesson.id } }) }) },
    onRefused: tellRefusal,
  })
  const newer = held?.revision && held.revision > (record.revision ?? 0) ? held : null
  const known = post && post.state !== 'refused' ? post.wanted.topic : newer?.value.topic ?? record.topic
  const write = async (topic: string, planItemIds?: readonly string[]) => {
    const reason = await writing.reason(sheet.can.reason)
    if (reason === null) return field.drop()
    queue.put<TopicWish>(place, { topic: topic.trim(), note: record.note, ...(planItemIds ? { planItemIds } : {}) }, newer?.revision ?? record.revision, {
      kind: topicKind, role: actingIn(location.pathname)?.role ?? '', title: titleOf(sheet), text: t.lesson.topicText(topic.trim()), page: location.pathname, seen: { topic: newer?.value.topic ?? record.topic, note: record.note }, ...reason,
    })
  }
  const field = useAutosave(known, (text) => void write(text))
  const theirs = post?.state === 'conflict' ? post.theirs?.value.topic ?? '' : null
  return (
    <section className={css.block}>
      <h3><label htmlFor={id}>{t.lesson.topic}</label><span>{t.lesson.ordinal(sheet.ordinal, sheet.lessonsTotal)}</span></h3>
      <textarea id={id} className={css.field} rows={2} maxLength={500} value={field.text} disabled={!sheet.can.write} placeholder={t.lesson.topicHint} onChange={(event) => field.type(event.target.value)} onBlur={field.leave} />
      {sheet.can.write && sheet.plan ? <PlannedTopics plan={sheet.plan} written={field.text} onTake={(topics) => { field.drop(); void write(topics.map((one) => one.topic).join('. '), topics.map((one) => one.id)) }} /> : null}
      {theirs !== null ? (
        <div role="alert" className="stack" style={{ gap: 8, marginTop: 8 }}>
          <p className="small">{t.conflict.textNow} <b>{theirs || t.conflict.nothing}</b></p>
          <div className="row"><Button size="sm" look="primary" onClick={() => queue.settle(place, 'mine')}>{t.conflict.keepMine}</Button><Button size="sm" onClick={() => { field.drop(); queue.settle(place, 'theirs') }}>{t.conflict.takeTheirs}</Button></div>
        </div>
      ) : null}
    </section>
  )
}
