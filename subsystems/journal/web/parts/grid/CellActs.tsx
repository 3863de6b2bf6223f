import { Button, cx, TextField } from '@school/ui'
import { useMessages } from '@school/web'
import { useState, useSyncExternalStore, type FormEvent } from 'react'
import type { ru } from '../../messages/ru.ts'
import { figureOf } from './entry.ts'
import type { Journal } from './journal.ts'
import css from './Palette.module.css'

interface Props { journal: Journal; row: number; column: number; onDone: () => void }

const five = ['5', '4', '3', '2'] as const
const pass = ['pass', 'fail'] as const

/** What may be done with marks that stand in the selected cells: a second try beside the first, and a comment. */
export function CellActs({ journal, row, column, onDone }: Props) {
  const t = useMessages<typeof ru>('journal')
  const { sheet, desk } = journal
  useSyncExternalStore((tell) => sheet.onRow(row, tell), () => sheet.versionOf(row))
  const standing = desk.standingMarks()
  const [note, setNote] = useState(() => (new Set(standing.map((one) => one.note ?? '')).size === 1 ? standing[0]?.note ?? '' : ''))
  const first = standing[0]
  if (!first || !sheet.columns[column]?.canWrite) return null
  const scale = standing.every((one) => one.value === 'pass' || one.value === 'fail') ? pass : five
  const again = (value: string | null) => { desk.retake(value); onDone() }
  const say = (event: FormEvent) => { event.preventDefault(); desk.comment(note.trim()); onDone() }
  return (
    <div className={css.acts}>
      <div className={css.again} role="group" aria-label={t.cell.retake}>
        <span>{t.cell.retake}</span>
        {scale.map((value) => <button key={value} type="button" className={cx(css.small, first.retake === value && css.chosen)} aria-pressed={first.retake === value} aria-label={t.cell.retakeOf(figureOf(value))} onClick={() => again(value)}>{figureOf(value)}</button>)}
        {first.retake ? <button type="button" className={cx(css.small, css.wide)} onClick={() => again(null)}>{t.cell.noRetake}</button> : null}
      </div>
      <form className={css.say} onSubmit={say}>
        <TextField label={standing.length > 1 ? t.cell.commentAll(standing.length) : t.cell.comment} value={note} maxLength={500} onChange={setNote} />
        <Button size="sm" type="submit" disabled={note.trim() === (first.note ?? '') && standing.length === 1}>{t.cell.commentSave}</Button>
      </form>
    </div>
  )
}
