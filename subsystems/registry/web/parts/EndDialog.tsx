import { DateField, TextField } from '@school/ui'
import { addDays } from '@school/web'
import { useState } from 'react'
import { ActDialog, errorOf } from './ActDialog.tsx'
import { useToday } from './use-school.ts'
import { useT } from './words.ts'

interface Props { title: string; note: string; act: string; /** Asks for a document too. */ document?: string; busy: boolean; problem: unknown; onClose: () => void; onAct: (validTo: string, document: string) => void }

/** Ends something by its last day; yesterday is offered, so that access closes now. */
export function EndDialog({ title, note, act, document: documentLabel, busy, problem, onClose, onAct }: Props) {
  const t = useT()
  const today = useToday()
  const [validTo, setTo] = useState(() => addDays(today, -1))
  const [document, setDocument] = useState('')
  const [tried, setTried] = useState(false)
  const missing = documentLabel !== undefined && document.trim().length < 2
  return (
    <ActDialog open danger onClose={onClose} title={title} act={act} busy={busy} problem={problem} onAct={() => { setTried(true); if (validTo && !missing) onAct(validTo, document) }}>
      <p className="muted">{note}</p>
      <DateField label={t.lastDay} required value={validTo} onChange={setTo} error={errorOf(problem, 'validTo')} />
      {documentLabel === undefined ? null : <TextField label={documentLabel} required value={document} onChange={setDocument} error={tried && missing ? t.required : null} />}
    </ActDialog>
  )
}
