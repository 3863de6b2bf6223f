import { Button, IconCheck, IconChevronDown, Menu } from '@school/ui'
import { actingIn, keyOf, queue, SlotPlace, useEntry, useMessages, useQueryClient, useTo } from '@school/web'
import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { getLessonSheet, lessonPanel, type LessonSheet } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { cursorAt } from '../grid/cursor.ts'
import { AllAwayButton, ManyButton } from '../grid/ManyActs.tsx'
import type { Journal } from '../grid/journal.ts'
import { checkKind, entryPlace } from '../grid/places.ts'
import css from './Conduct.module.css'
import { CloseLesson } from './CloseLesson.tsx'
import { HomeworkField } from './HomeworkField.tsx'
import { PupilRows } from './PupilRows.tsx'
import { PupilSheet } from './PupilSheet.tsx'
import { SavedCorner } from './SavedLine.tsx'
import { CriteriaOf } from './CriteriaOf.tsx'
import { VisibleFrom } from './VisibleFrom.tsx'
import { TopicField } from './TopicField.tsx'
import { tellRefusal, titleOf, useWriting } from './writing.ts'

interface Props { schoolId: string; sheet: LessonSheet; journal: Journal }

/** The whole lesson on one page: who is here, topic, homework, marks, materials, and the end of it. */
export function LessonDesk({ schoolId, sheet, journal }: Props) {
  const writing = useWriting()
  const shape = useSyncExternalStore(journal.sheet.onShape, journal.sheet.shape)
  const column = journal.sheet.columns.findIndex((one) => one.lessonId === sheet.lesson.id)
  const [row, setRow] = useState<number | null>(null)
  return (
    <div className={css.desk} data-shape={shape}>
      <section className={css.pupils}>
        <Attendance schoolId={schoolId} sheet={sheet} journal={journal} column={column} />
        {column >= 0 ? <><WorkChooser schoolId={schoolId} sheet={sheet} journal={journal} column={column} canAdd={sheet.can.write} /><PupilRows journal={journal} column={column} onOpen={setRow} /></> : null}
      </section>
      <div className={css.words}>
        <Due sheet={sheet} />
        <TopicField schoolId={schoolId} sheet={sheet} />
        <HomeworkField schoolId={schoolId} sheet={sheet} />
        <SlotPlace slot={lessonPanel} props={{ schoolId, lessonId: sheet.lesson.id, courseId: sheet.course.id, date: sheet.lesson.date }} />
      </div>
      <div className={css.foot}>
        <SavedCorner journal={journal} writing={writing} />
        <CloseLesson schoolId={schoolId} sheet={sheet} journal={journal} />
      </div>
      {row !== null && column >= 0 ? <PupilSheet journal={journal} row={row} column={column} onClose={() => setRow(null)} onRow={(next) => { journal.sheet.moveTo(cursorAt(next, column)); setRow(next) }} /> : null}
    </div>
  )
}

/** What was to be done for this lesson, with how many ticked it off. */
function Due({ sheet }: { sheet: LessonSheet }): ReactNode {
  const t = useMessages<typeof ru>('journal')
  const to = useTo()
  if (sheet.due.length === 0) return null
  return <section className={css.due}><h3>{t.lesson.check}</h3>{sheet.due.map((one) => <p key={one.id}>{t.lesson.checkDone(one.text, one.done, sheet.students.length)}{one.answers ? <> <a className="link" href={to(`/journal/homework/${one.id}`)}>{t.answers.list(one.handedIn)}</a></> : null}</p>)}</section>
}

function Attendance({ schoolId, sheet, journal, column }: Props & { column: number }) {
  const t = useMessages<typeof ru>('journal')
  const cache = useQueryClient()
  const writing = useWriting()
  const params = { schoolId, lessonId: sheet.lesson.id }
  const place = entryPlace(checkKind, schoolId, sheet.course.id, sheet.lesson.id)
  const { post, held } = useEntry<{ readonly checked: true }>(place, { onKept: () => { writing.saved(); void cache.invalidateQueries({ queryKey: keyOf(getLessonSheet, { params }) }) }, onRefused: tellRefusal })
  useSyncExternalStore(journal.onState, journal.state)
  const away = journal.sheet.pupils.filter((pupil) => { const now = journal.sheet.valueAt(`a:${sheet.lesson.id}:${pupil.studentId}`); return now?.kind === 'absence' && now.code === 'absent' }).length
  const checked = sheet.record.attendanceCheckedAt !== null || held !== null || (post !== null && post.state !== 'refused')
  const check = async () => {
    const reason = await writing.reason(sheet.can.reason)
    if (reason) queue.put(place, { checked: true }, null, { kind: checkKind, role: actingIn(location.pathname)?.role ?? '', title: titleOf(sheet), text: t.lesson.attendance, page: location.pathname, ...reason })
  }
  return (
    <header className={css.bar}>
      <h2>{t.lesson.attendance}</h2>
      <span className="muted">{t.lesson.presence(sheet.students.length - away, sheet.students.length)}</span>
      <span className="push" />
      {column >= 0 && sheet.can.write ? <AllAwayButton journal={journal} column={column} /> : null}
      {column >= 0 && sheet.can.write ? <Button size="sm" look={checked ? 'text' : 'outlined'} icon={<IconCheck size={18} />} onClick={() => void check()} disabled={checked}>{checked ? t.lesson.checked : away > 0 ? t.lesson.checkedList : t.lesson.allHere}</Button> : null}
    </header>
  )
}

function WorkChooser({ schoolId, sheet: of, journal, column, canAdd }: Props & { column: number; canAdd: boolean }) {
  const t = useMessages<typeof ru>('journal')
  const { sheet } = journal
  const work = useSyncExternalStore(sheet.onCursor, () => sheet.typingWork(column))
  const lesson = sheet.columns[column]
  if (!lesson) return null
  const given = work && { schoolId, lessonId: of.lesson.id, work: of.works.find((one) => one.id === work.id), mayPut: canAdd, needsReason: of.can.reason }
  const items = [
    ...lesson.works.map((one) => ({ label: one.name, note: t.works.weight(one.weight), checked: one.id === work?.id, onSelect: () => sheet.chooseWork(lesson.lessonId, one.id) })),
    ...(canAdd ? [...(lesson.works.length > 0 ? [{ line: true } as const] : []), { title: t.works.add }, ...journal.types.filter((type) => !type.archived).map((type) => ({ label: type.name, note: t.works.weight(type.weight), onSelect: () => { journal.addWork(lesson.lessonId, type) } }))] : []),
  ]
  return <div className={css.chooser}><span className="muted small">{t.lesson.work}</span><Menu label={t.works.choose} width={260} items={items} trigger={(props) => <button type="button" className={css.work} {...props}><b>{work ? work.name : t.works.none}</b>{work ? <span>{t.works.weight(work.weight)}</span> : null}<IconChevronDown size={18} /></button>} />{given ? <><CriteriaOf {...given} /><VisibleFrom date={of.lesson.date} {...given} /></> : null}{canAdd ? <span className="push"><ManyButton journal={journal} column={column} /></span> : null}</div>
}
