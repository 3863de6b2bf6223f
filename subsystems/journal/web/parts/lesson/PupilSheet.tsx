import { Button, Drawer } from '@school/ui'
import { dayText, useMessages } from '@school/web'
import type { ru } from '../../messages/ru.ts'
import type { Journal } from '../grid/journal.ts'
import { Palette } from '../grid/Palette.tsx'

interface Props { journal: Journal; row: number; column: number; onClose: () => void; onRow: (row: number) => void }

/** The palette of one pupil as a sheet from below; after a mark it goes on to the next pupil. */
export function PupilSheet({ journal, row, column, onClose, onRow }: Props) {
  const t = useMessages<typeof ru>('journal')
  const { sheet } = journal
  const pupil = sheet.pupils[row]
  const lesson = sheet.columns[column]
  if (!pupil || !lesson) return null
  const next = row + 1 < sheet.pupils.length ? row + 1 : null
  return (
    <Drawer open side="bottom" onClose={onClose} title={pupil.name}>
      <p className="muted small" style={{ padding: '0 4px' }}>{dayText(lesson.date)}</p>
      <Palette key={row} journal={journal} row={row} column={column} onDone={() => next === null ? onClose() : onRow(next)} />
      {next === null ? null : <Button wide onClick={() => onRow(next)}>{t.lesson.next(sheet.pupils[next]?.name ?? '')}</Button>}
    </Drawer>
  )
}
