import { Button } from '@school/ui'
import { call, keyOf, useMessages, useQueryClient } from '@school/web'
import { useId, useState } from 'react'
import { getLessonSheet, putLessonRecord, type LessonSheet } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import css from './Lesson.module.css'
import { PlannedTopics } from './PlannedTopics.tsx'
import { useAutosave } from './use-autosave.ts'
import { useSaves } from './writing.ts'

/** The topic of a lesson; it saves itself, and what a colleague wrote meanwhile is shown, not overwritten. */
export function TopicField({ schoolId, sheet }: { schoolId: string; sheet: LessonSheet }) {
  const t = useMessages<typeof ru>('journal')
  const id = useId()
  const cache = useQueryClient()
  const save = useSaves<{ revision: number | null }>(sheet.record.revision)
  const [conflict, setConflict] = useState(false)
  const params = { schoolId, lessonId: sheet.lesson.id }
  const stale = () => cache.invalidateQueries({ queryKey: keyOf(getLessonSheet, { params }) })
  const write = (topic: string, planItemIds?: string[]) => save(sheet.can.reason, async (basedOn, reason) => {
    const record = await call(putLessonRecord, { params, body: { topic: topic.trim(), note: sheet.record.note, basedOn, ...reason, ...(planItemIds ? { planItemIds } : {}) } })
    setConflict(false)
    await stale()
    return record
  }, (problem) => {
    if (problem.code === 'journal.changed_meanwhile') { setConflict(true); void stale() }
  })
  const field = useAutosave(sheet.record.topic, (text) => void write(text))
  return (
    <section className={css.block}>
      <h3><label htmlFor={id}>{t.lesson.topic}</label><span>{t.lesson.ordinal(sheet.ordinal, sheet.lessonsTotal)}</span></h3>
      <textarea id={id} className={css.field} rows={2} maxLength={500} value={field.text} disabled={!sheet.can.write} placeholder={t.lesson.topicHint} onChange={(event) => field.type(event.target.value)} onBlur={field.leave} />
      {sheet.can.write && sheet.plan ? <PlannedTopics plan={sheet.plan} written={field.text} onTake={(topics) => { field.drop(); void write(topics.map((one) => one.topic).join('. '), topics.map((one) => one.id)) }} /> : null}
      {conflict ? (
        <div role="alert" className="stack" style={{ gap: 8, marginTop: 8 }}>
          <p className="small">{t.conflict.textNow} <b>{sheet.record.topic || t.conflict.nothing}</b></p>
          <div className="row"><Button size="sm" look="primary" onClick={() => void write(field.text)}>{t.conflict.keepMine}</Button><Button size="sm" onClick={() => { field.drop(); setConflict(false) }}>{t.conflict.takeTheirs}</Button></div>
        </div>
      ) : null}
    </section>
  )
}
