import { TextArea } from '@school/ui'
import { useState } from 'react'
import { ActDialog, errorOf } from '../ActDialog.tsx'
import { useT } from '../words.ts'

/** Parts two records again, with the reason. */
export function UndoDialog({ busy, problem, onClose, onAct }: { busy: boolean; problem: unknown; onClose: () => void; onAct: (reason: string) => void }) {
  const t = useT()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <ActDialog open danger onClose={onClose} title={t.doubles.undoTitle} act={t.doubles.undo} busy={busy} problem={problem} onAct={() => { setTried(true); if (reason.trim().length >= 3) onAct(reason.trim()) }}>
      <p className="muted">{t.doubles.undoNote}</p>
      <TextArea label={t.doubles.undoReason} required value={reason} onChange={setReason} error={tried && reason.trim().length < 3 ? t.required : errorOf(problem, 'reason')} />
    </ActDialog>
  )
}
