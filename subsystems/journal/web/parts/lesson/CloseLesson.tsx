import { AskOnce, Button } from '@school/ui'
import { call, keyOf, useEntries, useMessages, useQueryClient } from '@school/web'
import { useState } from 'react'
import { closeLesson, getLessonSheet, type LessonSheet } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import type { Journal } from '../grid/journal.ts'
import { readPlace } from '../grid/places.ts'
import { useSaves } from './writing.ts'

interface Props { schoolId: string; sheet: LessonSheet; journal: Journal }

/** The end of a lesson: names what is still missing, asks once; the office may open it again. */
export function CloseLesson({ schoolId, sheet, journal }: Props) {
  const waiting = useEntries().filter((post) => post.state !== 'refused' && readPlace(post.place).courseId === journal.courseId).length
  const t = useMessages<typeof ru>('journal')
  const cache = useQueryClient()
  const save = useSaves<{ revision: number | null }>(null)
  const [asking, setAsking] = useState(false)
  const params = { schoolId, lessonId: sheet.lesson.id }
  const put = (closed: boolean) => save(!closed || sheet.can.reason, async (_basedOn, reason) => {
    const record = await call(closeLesson, { params, body: { closed, ...reason } })
    await cache.invalidateQueries({ queryKey: keyOf(getLessonSheet, { params }) })
    return record
  }, () => {})
  if (sheet.record.closed) return sheet.can.reopen ? <Button onClick={() => void put(false)}>{t.lesson.reopen}</Button> : null
  if (!sheet.can.close) return null
  const missing = missingOf(sheet)
  return (
    <>
      <Button look="primary" size="lg" onClick={() => setAsking(true)} {...(waiting > 0 ? { why: t.saved.sending } : {})}>{t.lesson.finish}</Button>
      <AskOnce open={asking} onClose={() => setAsking(false)} title={t.lesson.finish} act={t.lesson.finish} cancel={t.cancel} onAct={() => { setAsking(false); void put(true) }}>
        {missing.length > 0 ? <p className="need">{t.lesson.missing} {missing.map((one) => t.missing[one]).join(', ')}</p> : null}
        <p>{t.lesson.finishText}</p>
      </AskOnce>
    </>
  )
}

function missingOf(sheet: LessonSheet): ('topic' | 'homework' | 'attendance')[] {
  return [...(sheet.record.topic === '' ? ['topic' as const] : []), ...(sheet.given.length === 0 ? ['homework' as const] : []), ...(sheet.record.attendanceCheckedAt === null && sheet.attendance.length === 0 ? ['attendance' as const] : [])]
}
