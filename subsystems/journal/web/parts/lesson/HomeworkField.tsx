import { newId } from '@school/contract'
import { Button, IconPaperclip, IconPlus } from '@school/ui'
import { call, dayText, keyOf, useMessages, useQueryClient, weekdayText } from '@school/web'
import { useId, useState } from 'react'
import { getLessonSheet, homeworkLoad, putHomework, removeHomework, type Homework, type LessonSheet } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import css from './Lesson.module.css'
import { LoadMeter } from './LoadMeter.tsx'
import { useAutosave } from './use-autosave.ts'
import { useSaves } from './writing.ts'

/** A later lesson at which homework may be due. */
export interface DueLesson { readonly id: string; readonly date: string; readonly number: number }
interface Props { schoolId: string; sheet: LessonSheet; later?: readonly DueLesson[] }

/** What is given for home: the text, until when, how long it takes, and the load of that day. */
export function HomeworkField({ schoolId, sheet, later = [] }: Props) {
  const t = useMessages<typeof ru>('journal')
  const [fresh, setFresh] = useState(newId)
  const dues = later.length > 0 ? later : sheet.next ? [sheet.next] : []
  const known = sheet.given.some((one) => one.id === fresh)
  const [more, setMore] = useState(false)
  const items: (Homework | null)[] = sheet.given.length === 0 || (more && !known) ? [...sheet.given, null] : sheet.given
  return (
    <section className={css.block}>
      {items.map((homework, i) => <One key={homework?.id ?? fresh} id={homework?.id ?? fresh} schoolId={schoolId} sheet={sheet} homework={homework} dues={dues} first={i === 0} />)}
      {sheet.can.write && sheet.given.length > 0 && !(more && !known) ? <Button size="sm" look="text" flush icon={<IconPlus size={18} />} onClick={() => { setFresh(newId()); setMore(true) }}>{t.homework.more}</Button> : null}
    </section>
  )
}

interface OneProps { id: string; schoolId: string; sheet: LessonSheet; homework: Homework | null; dues: readonly DueLesson[]; first: boolean }

function One({ id, schoolId, sheet, homework, dues, first }: OneProps) {
  const t = useMessages<typeof ru>('journal')
  const field = useId()
  const { due, setDue, minutes, setMinutes, dueDate, dueLessonId, write, text } = useHomework({ id, schoolId, sheet, homework, dues })
  return (
    <div>
      <h3><label htmlFor={field}>{first ? t.homework.title : t.homework.another}</label>{dueDate ? <span>{t.homework.due(weekdayText(dueDate, 'short'), dayText(dueDate))}</span> : null}</h3>
      <textarea id={field} className={`${css.field} ${css.task}`} maxLength={4000} rows={3} value={text.text} disabled={!sheet.can.write} placeholder={t.homework.hint} onChange={(event) => text.type(event.target.value)} onBlur={text.leave} />
      {homework?.links.map((link) => <p key={link.href} className="row small" style={{ marginTop: 8 }}><IconPaperclip size={16} /><a className="link ellipsis" href={link.href}>{link.title}</a></p>)}
      {sheet.can.write ? (
        <div className={css.due}>
          <label><span className="only-spoken">{t.homework.dueLabel}</span>
            <select value={dueLessonId ?? 'date'} onChange={(event) => { const lesson = dues.find((one) => one.id === event.target.value); setDue(lesson ? { date: lesson.date, lessonId: lesson.id } : { date: dueDate ?? sheet.lesson.date, lessonId: null }) }}>
              {dues.map((lesson) => <option key={lesson.id} value={lesson.id}>{t.homework.dueLesson(weekdayText(lesson.date, 'short'), dayText(lesson.date))}</option>)}
              {dueLessonId && !dues.some((one) => one.id === dueLessonId) && dueDate ? <option value={dueLessonId}>{t.homework.dueLesson(weekdayText(dueDate, 'short'), dayText(dueDate))}</option> : null}
              <option value="date">{t.homework.onDate}</option>
            </select>
          </label>
          {dueLessonId === null ? <label><span className="only-spoken">{t.homework.date}</span><input type="date" min={sheet.lesson.date} value={dueDate ?? ''} onChange={(event) => { if (event.target.value) setDue({ date: event.target.value, lessonId: null }) }} /></label> : null}
          <label><input type="number" min={1} max={600} step={5} value={minutes} onChange={(event) => setMinutes(event.target.value)} onBlur={() => { if (homework && Number(minutes || 0) !== (homework.minutes ?? 0)) void write(text.text, due) }} />{t.homework.minutes}</label>
        </div>
      ) : null}
      {dueDate ? <LoadMeter schoolId={schoolId} lessonId={sheet.lesson.id} date={dueDate} group={sheet.course.group.name} /> : null}
    </div>
  )
}

interface Due { readonly date: string; readonly lessonId: string | null }

function useHomework({ id, schoolId, sheet, homework, dues }: Omit<OneProps, 'first'>) {
  const cache = useQueryClient()
  const save = useSaves<{ revision: number | null }>(homework?.revision ?? null)
  const [chosen, setChosen] = useState<Due | null>(null)
  const [minutes, setMinutes] = useState(homework?.minutes ? String(homework.minutes) : '')
  const params = { schoolId, lessonId: sheet.lesson.id, homeworkId: id }
  const due = chosen ?? (homework ? { date: homework.dueDate, lessonId: homework.dueLessonId } : dues[0] ? { date: dues[0].date, lessonId: dues[0].id } : null)
  const stale = async () => {
    await cache.invalidateQueries({ queryKey: keyOf(getLessonSheet, { params: { schoolId, lessonId: sheet.lesson.id } }) })
    await cache.invalidateQueries({ queryKey: keyOf(homeworkLoad) })
  }
  const write = (words: string, until: Due | null) => save(sheet.can.reason, async (basedOn, reason) => {
    if (words.trim() === '') {
      if (basedOn !== null && homework) await call(removeHomework, { params, query: { basedOn, ...reason } })
      await stale()
      return { revision: null }
    }
    const { homework: kept } = await call(putHomework, { params, body: {
      text: words.trim(), minutes: Number(minutes) > 0 ? Number(minutes) : null, links: homework?.links ?? [], studentIds: homework?.studentIds ?? null,
      dueDate: until?.date ?? sheet.lesson.date, dueLessonId: until?.lessonId ?? null, basedOn, enteredAt: new Date().toISOString(), ...reason,
    } })
    await stale()
    return kept
  }, () => void stale())
  const text = useAutosave(homework?.text ?? '', (words) => void write(words, due))
  const setDue = (next: Due) => { setChosen(next); if (text.text.trim() !== '') void write(text.text, next) }
  return { due, setDue, minutes, setMinutes, dueDate: due?.date ?? null, dueLessonId: due?.lessonId ?? null, write, text }
}
