import { Button, IconChevronLeft, IconChevronRight, IconButton, IconPlayerPlay, MarkTile, QuickSelect } from '@school/ui'
import { dayText, useMessages, useTo, weekdayText } from '@school/web'
import { useState, useSyncExternalStore } from 'react'
import type { JournalPage } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { cursorAt } from '../grid/cursor.ts'
import type { Journal } from '../grid/journal.ts'
import { PupilSheet } from '../lesson/PupilSheet.tsx'
import { SavedCorner } from '../lesson/SavedLine.tsx'
import css from './DayList.module.css'

interface Props { page: JournalPage; journal: Journal }

/** The page on a phone: one lesson, its pupils below one another, marks by touch. */
export function DayList({ page, journal }: Props) {
  const t = useMessages<typeof ru>('journal')
  const to = useTo()
  const { sheet } = journal
  const column = useSyncExternalStore(sheet.onCursor, () => Math.max(0, Math.min(sheet.cursor.column, sheet.columns.length - 1)))
  const [row, setRow] = useState<number | null>(null)
  const lesson = page.lessons[column]
  if (!lesson) return null
  const go = (next: number) => sheet.moveTo(cursorAt(sheet.cursor.row, Math.max(0, Math.min(sheet.columns.length - 1, next))))
  return (
    <div className={css.list}>
      <div className={css.bar}>
        <IconButton label={t.page.before} disabled={column === 0} onClick={() => go(column - 1)}><IconChevronLeft /></IconButton>
        <QuickSelect label={t.page.lesson} value={lesson.id} onChange={(id) => go(page.lessons.findIndex((one) => one.id === id))} options={page.lessons.map((one) => ({ value: one.id, label: `${weekdayText(one.date, 'short')}, ${dayText(one.date)}${one.works.length > 0 ? ` · ${one.works.map((work) => work.shortName).join(', ')}` : ''}` }))} />
        <IconButton label={t.page.after} disabled={column === page.lessons.length - 1} onClick={() => go(column + 1)}><IconChevronRight /></IconButton>
      </div>
      {lesson.can.write ? <Button wide icon={<IconPlayerPlay size={18} />} href={to(`/lessons/${lesson.id}`)}>{t.lesson.conduct}</Button> : null}
      <ol>{sheet.pupils.map((pupil, at) => <PupilLine key={pupil.studentId} journal={journal} row={at} column={column} onOpen={() => { sheet.moveTo(cursorAt(at, column)); setRow(at) }} />)}</ol>
      <SavedCorner journal={journal} />
      {row !== null ? <PupilSheet journal={journal} row={row} column={column} onClose={() => setRow(null)} onRow={(next) => { sheet.moveTo(cursorAt(next, column)); setRow(next) }} /> : null}
    </div>
  )
}

function PupilLine({ journal: { sheet }, row, column, onOpen }: { journal: Journal; row: number; column: number; onOpen: () => void }) {
  const version = useSyncExternalStore((tell) => sheet.onRow(row, tell), () => sheet.versionOf(row))
  const view = sheet.cellAt(row, column)
  const summary = sheet.summaryOf(row)
  return (
    <li data-version={version}>
      <button type="button" onClick={onOpen}>
        <span className="only-spoken">{view.spoken}</span>
        <span className={css.no} aria-hidden="true">{row + 1}</span>
        <span className={css.name} aria-hidden="true">{sheet.pupils[row]?.name}{summary?.average ? <small>{summary.average}</small> : null}</span>
        <span className={css.marks}>{view.absence ? <MarkTile value={view.absence} look="absence" silent /> : null}{view.marks.map((mark) => <MarkTile key={mark.key} value={mark.figure} weight={mark.figure === '•' ? 1 : mark.weight} silent noted={mark.noted} {...(mark.as ? { as: mark.as } : {})} />)}</span>
      </button>
    </li>
  )
}
