import { Button, IconArrowBackUp, IconButton, IconUsers } from '@school/ui'
import { dayText, useMessages } from '@school/web'
import { lazy, Suspense, useState } from 'react'
import type { ru } from '../../messages/ru.ts'
import type { Journal } from './journal.ts'
import { useJournalState } from './use-journal.ts'

const ManyDialog = lazy(() => import('./ManyDialog.tsx'))
const PastePreview = lazy(() => import('./PastePreview.tsx'))

interface Props { journal: Journal; /** The lesson the acts are for; on the page of the journal the one of the cursor. */ column?: number }

/** Opens the acts for many pupils; Ctrl+Enter in the grid presses it. */
export function ManyButton({ journal, column }: Props) {
  const t = useMessages<typeof ru>('journal')
  const { sheet } = journal
  const [open, setOpen] = useState(false)
  const show = () => {
    if (column !== undefined && sheet.cursor.column !== column) sheet.moveTo({ row: sheet.cursor.row, column, from: { row: sheet.cursor.row, column } })
    setOpen(true)
  }
  const close = () => { setOpen(false); sheet.active = true }
  const day = sheet.columns[Math.min(sheet.cursor.column, sheet.columns.length - 1)]?.date
  return (
    <>
      <Button size="sm" icon={<IconUsers size={18} />} data-many="" title={t.many.hint} onClick={show}>{t.many.open}</Button>
      {open ? <Suspense fallback={null}><ManyDialog journal={journal} day={day ? dayText(day) : ''} onClose={close} /></Suspense> : null}
    </>
  )
}

/** Everybody away at once; what somebody has already stays. */
export function AllAwayButton({ journal, column }: Required<Props>) {
  const t = useMessages<typeof ru>('journal')
  const { desk, sheet } = journal
  const state = useJournalState(journal)
  const lesson = sheet.columns[column]
  if (!lesson?.canRecord) return null
  const all = () => {
    sheet.moveTo({ row: sheet.cursor.row, column, from: { row: sheet.cursor.row, column } })
    desk.apply(desk.many({ who: 'unmarked', entry: { absence: { code: 'absent', reason: null } }, note: '' }))
  }
  return (
    <>
      <Button size="sm" look="text" onClick={all}>{t.many.allAway}</Button>
      <IconButton label={t.page.undo} disabled={!state.canUndo} onClick={() => desk.undo()}><IconArrowBackUp /></IconButton>
    </>
  )
}

/** A pasted table that waits for a decision. */
export function PastedTable({ journal }: { journal: Journal }) {
  const { pasted } = useJournalState(journal)
  return pasted ? <Suspense fallback={null}><PastePreview pasted={pasted} onClose={() => journal.decide(null)} /></Suspense> : null
}
