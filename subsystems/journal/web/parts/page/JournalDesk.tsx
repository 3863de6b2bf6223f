// not messages: names of things as registers, keys and rails have them
import { Button, Empty, useNarrow } from '@school/ui'
import { dayText, ownZone, timeText, useMessages, weekdayText } from '@school/web'
import { useMemo, useState, useSyncExternalStore } from 'react'
import type { JournalPage, WorkType } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { cursorAt } from '../grid/cursor.ts'
import { CellActs } from '../grid/CellActs.tsx'
import { Floating } from '../grid/Floating.tsx'
import { Grid, type Opened } from '../grid/Grid.tsx'
import { AverageCard } from '../grid/late-average.ts'
import { History } from '../grid/History.tsx'
import type { Journal } from '../grid/journal.ts'
import { periodOf } from '../grid/page-data.ts'
import { PastedTable } from '../grid/ManyActs.tsx'
import { Palette } from '../grid/Palette.tsx'
import { useJournalState } from '../grid/use-journal.ts'
import { LessonPanel } from '../lesson/LessonPanel.tsx'
import { SavedCorner } from '../lesson/SavedLine.tsx'
import { useOwnWriting, WritingPlace } from '../lesson/writing.ts'
import { DayList } from './DayList.tsx'
import css from './Page.module.css'
import { usePhone } from './use-phone.ts'

interface Props { page: JournalPage; schoolId: string; courseId: string; journal: Journal; types: readonly WorkType[]; label: string; askReason: () => Promise<string | null> }

/** The grid with what floats over it and the chosen lesson beside it; on a phone a list of one lesson. */
export function JournalDesk({ page, schoolId, courseId, journal, types, label, askReason }: Props) {
  const t = useMessages<typeof ru>('journal')
  const phone = usePhone()
  const narrow = useNarrow()
  const [opened, setOpened] = useState<Opened | null>(null)
  const writing = useOwnWriting(askReason)
  useState(() => startAtToday(journal))
  const words = useMemo(() => ({
    no: '№', pupil: t.page.pupil, today: t.page.today, average: t.page.average, averageOf: periodOf(page)?.name.replace(/четверть/i, 'четв.') ?? '', missed: t.page.missed, missedOf: t.page.missedOf, mark: t.page.mark, proposed: t.page.proposed, final: t.page.final, none: t.page.none,
    weekday: (day: string) => weekdayText(day, 'short'),
  }), [t, page])
  if (page.lessons.length === 0 || page.students.length === 0) return <div className={css.none}><Empty>{page.students.length === 0 ? t.page.noPupils : t.page.noLessons}</Empty></div>
  return (
    <WritingPlace value={writing}>
      <ConflictLine journal={journal} />
      <PastedTable journal={journal} />
      <div className={css.body}>
        {phone ? <DayList page={page} journal={journal} /> : <Grid desk={journal.desk} label={label} words={words} onOpen={setOpened} />}
        {narrow || phone ? null : <Side {...{ schoolId, courseId, journal, types, page }} writing={writing} />}
        {opened ? <Over key={`${opened.what}${opened.row}:${opened.column}`} {...{ opened, schoolId, courseId, journal, page }} onClose={() => setOpened(null)} /> : null}
      </div>
    </WritingPlace>
  )
}

/** The cursor begins in today's column, or in the last lesson that was. */
function startAtToday({ sheet }: Journal): null {
  const today = sheet.columns.findIndex((column) => column.when === 'today')
  const past = sheet.columns.findLastIndex((column) => column.when === 'past')
  sheet.moveTo(cursorAt(0, Math.max(0, today >= 0 ? today : past)))
  return null
}

type SideProps = Pick<Props, 'page' | 'schoolId' | 'courseId' | 'journal' | 'types'> & { writing: ReturnType<typeof useOwnWriting> }

function Side({ page, schoolId, courseId, journal, types, writing }: SideProps) {
  const { sheet } = journal
  const column = useSyncExternalStore(sheet.onCursor, () => Math.min(sheet.lessonColumn, sheet.columns.length - 1))
  const works = useSyncExternalStore(sheet.onShape, () => sheet.columns[column]?.works)
  const lesson = page.lessons[column]
  const later = useMemo(() => lesson ? page.lessons.filter((one) => one.date > lesson.date && one.state !== 'cancelled').slice(0, 8).map(({ id, date, number }) => ({ id, date, number })) : [], [page, lesson])
  if (!lesson) return <aside className={css.side} />
  return (
    <aside className={css.side} aria-label={dayText(lesson.date)}>
      <LessonPanel {...{ schoolId, courseId, types, later }} lessonId={lesson.id} date={lesson.date} works={works ?? []} onAddWork={(type) => { journal.addWork(lesson.id, type) }}
        foot={<SavedCorner journal={journal} writing={writing} />} />
    </aside>
  )
}

type OverProps = Pick<Props, 'page' | 'schoolId' | 'courseId' | 'journal'> & { opened: Opened; onClose: () => void }

/** What floats beside a cell: the palette, its history, or what an average is made of. */
function Over({ opened, page, schoolId, courseId, journal, onClose }: OverProps) {
  const t = useMessages<typeof ru>('journal')
  const pupil = journal.sheet.pupils[opened.row]
  const lesson = page.lessons[opened.column]
  if (!pupil) return null
  const close = () => { (opened.by as HTMLElement).focus({ preventScroll: true }); onClose() }
  if (opened.what === 'palette') return <Floating by={opened.by} label={t.cell.palette} width={290} onClose={onClose}><Palette journal={journal} row={opened.row} column={opened.column} onDone={close} /></Floating>
  if (opened.what === 'history') return lesson ? <Floating by={opened.by} label={t.history.title} onClose={onClose}><History schoolId={schoolId} lessonId={lesson.id} studentId={pupil.studentId} name={pupil.name} when={dayText(lesson.date)} acts={<CellActs journal={journal} row={opened.row} column={opened.column} onDone={close} />} /></Floating> : null
  return <Floating by={opened.by} label={t.page.average} onClose={onClose}><AverageCard {...{ schoolId, courseId }} studentId={pupil.studentId} name={pupil.name} periodId={periodOf(page)?.id} /></Floating>
}

/** Cells that another person changed meanwhile: leads to them one by one. */
function ConflictLine({ journal }: { journal: Journal }) {
  const t = useMessages<typeof ru>('journal')
  const places = useJournalState(journal).conflicts
  if (places.length === 0) return null
  const show = () => {
    const [kind, of, studentId] = places[0]?.split(':') ?? []
    const lessonId = kind === 'm' ? journal.sheet.workOf(of ?? '')?.lessonId : of
    const column = journal.sheet.columns.findIndex((one) => one.lessonId === lessonId)
    const row = journal.sheet.rowOf(studentId ?? '')
    if (row < 0 || column < 0) return
    journal.sheet.active = true
    journal.sheet.moveTo(cursorAt(row, column))
    requestAnimationFrame(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'F2', bubbles: true })))
  }
  const first = journal.outbox.postOf(places[0] ?? '')
  return <div className={css.conflicts} role="alert"><span>{t.conflict.line(places.length, first ? timeText(new Date(first.since), ownZone()) : '')}</span><Button size="sm" onClick={show}>{t.conflict.show}</Button></div>
}
