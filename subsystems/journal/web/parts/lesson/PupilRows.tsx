import { cx } from '@school/ui'
import { useMessages } from '@school/web'
import { memo, useCallback, useLayoutEffect, useRef, useSyncExternalStore, type KeyboardEvent } from 'react'
import type { ru } from '../../messages/ru.ts'
import { cursorAt, moved } from '../grid/cursor.ts'
import { lettersOf, type Absence, type AbsenceCode } from '../grid/entry.ts'
import type { Journal } from '../grid/journal.ts'
import { actOf } from '../grid/keys.ts'
import { absencePlace, markPlace } from '../grid/sheet-data.ts'
import css from './PupilRows.module.css'

interface Props { journal: Journal; column: number; onOpen: (row: number) => void }

const figures = ['5', '4', '3', '2'] as const
const away: readonly Absence[] = [{ code: 'absent', reason: null }, { code: 'late', reason: null }]

/** The pupils of a lesson: one touch for an absence, one for a mark; arrows and the letters of the journal work too. */
export function PupilRows({ journal, column, onOpen }: Props) {
  const { sheet, desk } = journal
  const typed = (event: KeyboardEvent<HTMLElement>) => {
    const act = actOf(event)
    if (!act || event.key === 'Tab' || (event.target as Element).closest('button')) return
    if (act.act === 'move' || act.act === 'edge') {
      const next = moved({ ...sheet.cursor, column }, act, { rows: sheet.pupils.length, columns: sheet.columns.length })
      sheet.moveTo(cursorAt(next.row, column))
    } else if (act.act === 'type') desk.type(act.letter)
    else if (act.act === 'clear') desk.clear()
    else if (act.act === 'undo') desk.undo()
    else if (act.act === 'redo') desk.redo()
    else if (act.act === 'palette') onOpen(sheet.cursor.row)
    else return
    event.preventDefault()
  }
  return (
    <ol className={css.rows} onKeyDown={typed} onFocus={() => { sheet.active = true }} onBlur={(event) => { sheet.active = event.currentTarget.contains(event.relatedTarget) }}>
      {sheet.pupils.map((pupil, row) => <PupilRow key={pupil.studentId} journal={journal} row={row} column={column} onOpen={onOpen} />)}
    </ol>
  )
}

const PupilRow = memo(function PupilRow({ journal, row, column, onOpen }: Props & { row: number }) {
  const t = useMessages<typeof ru>('journal')
  const { sheet, desk } = journal
  const ref = useRef<HTMLDivElement>(null)
  useSyncExternalStore(useCallback((tell) => sheet.onRow(row, tell), [sheet, row]), () => sheet.versionOf(row))
  useSyncExternalStore(sheet.onCursor, () => sheet.typingWork(column)?.id)
  const focus = sheet.cursor.row === row
  useLayoutEffect(() => { if (focus && sheet.active) ref.current?.focus() }, [focus, sheet])
  const pupil = sheet.pupils[row]
  const lesson = sheet.columns[column]
  if (!pupil || !lesson) return null
  const work = sheet.typingWork(column)
  const mark = work ? sheet.valueAt(markPlace(work.id, pupil.studentId)) : null
  const value = mark?.kind === 'mark' ? mark.value : ''
  const now = sheet.valueAt(absencePlace(lesson.lessonId, pupil.studentId))
  const code = now?.kind === 'absence' ? now.code : 'present'
  const lettersNow = (of: AbsenceCode) => lettersOf(of, now?.kind === 'absence' && now.code === of ? now.reason : null)
  const view = sheet.cellAt(row, column)
  const at = (change: () => void) => () => { sheet.moveTo(cursorAt(row, column)); change() }
  const toggle = (absence: Absence) => at(() => desk.apply([desk.absenceWish(lesson.lessonId, pupil.studentId, code === absence.code ? null : absence)]))
  const put = (figure: string) => at(() => { const to = work ?? journal.addWork(lesson.lessonId, null); if (to) desk.apply([desk.markWish(to.id, pupil.studentId, value === figure ? '' : figure)]) })
  return (
    <li>
      <div ref={ref} className={cx(css.row, view.state === 'conflict' && css.conflict)} role="group" aria-label={view.spoken} tabIndex={focus ? 0 : -1} onFocus={() => { if (sheet.cursor.row !== row) sheet.moveTo(cursorAt(row, column)) }}>
        <span className={css.no}>{row + 1}</span>
        <button type="button" tabIndex={-1} className={css.name} onClick={at(() => onOpen(row))}>{pupil.name}</button>
        <span className={css.keys}>
          {away.map((absence) => <button key={absence.code} type="button" tabIndex={-1} className={css.code} aria-pressed={code === absence.code} disabled={!lesson.canRecord} title={t.cell.absence(absence.code, null)} aria-label={`${pupil.name}: ${lettersNow(absence.code)}, ${t.cell.absence(absence.code, null)}`} onClick={toggle(absence)}>{lettersNow(absence.code)}</button>)}
        </span>
        <span className={cx(css.keys, css.marks)}>
          {work?.scale === 'hundred' || work?.scale === 'criteria' ? null : figures.map((figure) => <button key={figure} type="button" tabIndex={-1} disabled={!lesson.canWrite} className={cx(css.figure, css[`m${figure}`])} aria-pressed={value === figure} aria-label={`${pupil.name}: ${figure}`} onClick={put(figure)}>{figure}</button>)}
        </span>
        <button type="button" tabIndex={-1} className={css.more} onClick={at(() => onOpen(row))}><span aria-hidden="true">{view.marks.length > 0 ? view.marks.map((one) => one.figure).join(' / ') : '…'}</span><span className="only-spoken">{`${pupil.name}: ${t.lesson.marks}`}</span></button>
      </div>
    </li>
  )
})
