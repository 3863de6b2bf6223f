import { Button, Dialog, TextField } from '@school/ui'
import { useMessages } from '@school/web'
import { useCallback, useState } from 'react'
import type { ru } from '../../messages/ru.ts'

/** Asks why the office writes in a teacher's page; every write of this visit carries the answer. */
export function useReason(): { askReason: () => Promise<string | null>; reasonDialog: React.ReactNode } {
  const t = useMessages<typeof ru>('journal')
  const [answer, setAnswer] = useState<((reason: string | null) => void) | null>(null)
  const [text, setText] = useState('')
  const askReason = useCallback(() => new Promise<string | null>((resolve) => setAnswer(() => resolve)), [])
  const close = (reason: string | null) => { answer?.(reason); setAnswer(null) }
  const reason = text.trim()
  const reasonDialog = (
    <Dialog open={answer !== null} onClose={() => close(null)} title={t.reason.title}
      foot={<><Button onClick={() => close(null)}>{t.cancel}</Button><Button look="primary" {...(reason === '' ? { why: t.reason.empty } : {})} onClick={() => close(reason)}>{t.reason.act}</Button></>}>
      <TextField label={t.reason.label} hint={t.reason.hint} value={text} onChange={setText} />
    </Dialog>
  )
  return { askReason, reasonDialog }
}
