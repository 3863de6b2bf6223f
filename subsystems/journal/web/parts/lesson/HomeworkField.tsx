import { newId } from '@school/contract'
import { Button, IconPaperclip, IconPlus } from '@school/ui'
import { actingIn, dayText, keyOf, queue, useEntries, useEntry, useMessages, useQueryClient, useTo, weekdayText } from '@school/web'
import { useId, useState } from 'react'
import { getLessonSheet, homeworkLoad, type Homework, type LessonSheet } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import type { HomeworkWish } from '../grid/kinds.ts'
import { entryPlace, homeworkKind } from '../grid/places.ts'
import css from './Lesson.module.css'
import { LoadMeter } from './LoadMeter.tsx'
import { useAutosave } from './use-autosave.ts'
import { tellRefusal, titleOf, useWriting } from './writing.ts'

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
  const unsent = useUnsent(schoolId, sheet).filter((id) => id !== fresh && !sheet.given.some((one) => one.id === id))
  const written = [...sheet.given.map((homework) => ({ id: homework.id, homework })), ...unsent.map((id) => ({ id, homework: null }))]
  const items: { id: string; homework: Homework | null }[] = written.length === 0 || (more && !known) ? [...written, { id: fresh, homework: null }] : written
  return (
    <section className={css.block}>
      {items.map(({ id, homework }, i) => <One key={id} id={id} schoolId={schoolId} sheet={sheet} homework={homework} dues={dues} first={i === 0} />)}
      {sheet.can.write && written.length > 0 && !(more && !known) ? <Button size="sm" look="text" flush icon={<IconPlus size={18} />} onClick={() => { setFresh(newId()); setMore(true) }}>{t.homework.more}</Button> : null}
    </section>
  )
}

interface OneProps { id: string; schoolId: string; sheet: LessonSheet; homework: Homework | null; dues: readonly DueLesson[]; first: boolean }

function One({ id, schoolId, sheet, homework, dues, first }: OneProps) {
  const t = useMessages<typeof ru>('journal')
  const field = useId()
  const { answers: w } = t
  const to = useTo()
  const { answers, setAnswers, due, setDue, minutes, setMinutes, dueDate, dueLessonId, write, text, theirs, settle } = useHomework({ id, schoolId, sheet, homework, dues })
  return (
    <div>
      <h3><label htmlFor={field}>{first ? t.homework.title : t.homework.another}</label>{dueDate ? <span>{t.homework.due(weekdayText(dueDate, 'short'), dayText(dueDate))}</span> : null}</h3>
      <textarea id={field} className={`${css.field} ${css.task}`} maxLength={4000} rows={3} value={text.text} disabled={!sheet.can.write} placeholder={t.homework.hint} onChange={(event) => text.type(event.target.value)} onBlur={text.leave} />
      {theirs !== null ? (
        <div role="alert" className="stack" style={{ gap: 8, marginTop: 8 }}>
          <p className="small">{t.conflict.textNow} <b>{theirs || t.conflict.nothing}</b></p>
          <div className="row"><Button size="sm" look="primary" onClick={() => settle('mine')}>{t.conflict.keepMine}</Button><Button size="sm" onClick={() => settle('theirs')}>{t.conflict.takeTheirs}</Button></div>
        </div>
      ) : null}
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
      {sheet.can.write ? <div className={css.due}><label><input type="checkbox" checked={answers} disabled={text.text.trim() === ''} onChange={(event) => setAnswers(event.target.checked)} />{w.ask}</label>{homework?.answers ? <a className="link small" href={to(`/journal/homework/${homework.id}`)}>{w.list(0)}</a> : null}</div> : null}
      {dueDate ? <LoadMeter schoolId={schoolId} lessonId={sheet.lesson.id} date={dueDate} group={sheet.course.group.name} /> : null}
    </div>
  )
}

interface Due { readonly date: string; readonly lessonId: string | null }

function useHomework({ id, schoolId, sheet, homework, dues }: Omit<OneProps, 'first'>) {
  const t = useMessages<typeof ru>('journal')
  const cache = useQueryClient()
  const writing = useWriting()
  const lessonId = sheet.lesson.id
  const place = homeworkPlace(schoolId, sheet, id)
  const { post, held } = useEntry<HomeworkWish>(place, {
    onKept: () => {
      writing.saved()
      void cache.invalidateQueries({ queryKey: keyOf(getLessonSheet, { params: { schoolId, lessonId } }) })
      void cache.invalidateQueries({ queryKey: keyOf(homeworkLoad) })
    },
    onRefused: tellRefusal,
  })
  const newer = held && (held.revision ?? 0) > (homework?.revision ?? 0) ? held : null
  const wish = post && post.state !== 'refused' ? post.wanted : newer?.value ?? homework
  const [chosen, setChosen] = useState<Due | null>(null)
  const [minutes, setMinutes] = useState(wish?.minutes ? String(wish.minutes) : '')
  const due = chosen ?? (wish ? { date: wish.dueDate, lessonId: wish.dueLessonId } : dues[0] ? { date: dues[0].date, lessonId: dues[0].id } : null)
  const [asked, setAsked] = useState<boolean | null>(null)
  const answers = asked ?? wish?.answers ?? false
  const write = async (words: string, until: Due | null, handIn = answers) => {
    const reason = await writing.reason(sheet.can.reason)
    if (reason === null) return text.drop()
    const wanted: HomeworkWish = {
      id, lessonId, text: words.trim(), minutes: Number(minutes) > 0 ? Number(minutes) : null, links: homework?.links ?? [], studentIds: homework?.studentIds ?? null, dueDate: until?.date ?? sheet.lesson.date, dueLessonId: until?.lessonId ?? null, answers: handIn,
    }
    queue.put<HomeworkWish>(place, wanted, newer?.revision ?? homework?.revision ?? null, {
      kind: homeworkKind, role: actingIn(location.pathname)?.role ?? '', title: titleOf(sheet), text: t.homework.entry(wanted.text), page: location.pathname, seen: newer?.value ?? homework, ...reason,
    })
  }
  const text = useAutosave(wish?.text ?? '', (words) => void write(words, due))
  const setDue = (next: Due) => { setChosen(next); if (text.text.trim() !== '') void write(text.text, next) }
  const setAnswers = (next: boolean) => { setAsked(next); if (text.text.trim() !== '') void write(text.text, due, next) }
  const settle = (whose: 'mine' | 'theirs') => { if (whose === 'theirs') { text.drop(); setChosen(null) } queue.settle(place, whose) }
  return { answers, setAnswers, due, setDue, minutes, setMinutes, dueDate: due?.date ?? null, dueLessonId: due?.lessonId ?? null, write, text, theirs: post?.state === 'conflict' ? post.theirs?.value.text ?? '' : null, settle }
}

const homeworkPlace = (schoolId: string, sheet: LessonSheet, id: string) => entryPlace(homeworkKind, schoolId, sheet.course.id, `${sheet.lesson.id} ${id}`)

/** Homework of this lesson that was given here and is not the server's yet. */
function useUnsent(schoolId: string, sheet: LessonSheet): string[] {
  const start = homeworkPlace(schoolId, sheet, '')
  return useEntries().flatMap((post) => post.place.startsWith(start) && post.state !== 'refused' ? [post.place.slice(start.length)] : [])
}
