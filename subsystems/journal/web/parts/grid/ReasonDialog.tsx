import { Button, Dialog, Form, TextField } from '@school/ui'
import { useMessages } from '@school/web'
import { useCallback, useState, type ReactNode } from 'react'
import type { ru } from '../../messages/ru.ts'

/** Asks why the office writes in a teacher's page; every write of this visit carries the answer. */
export function useReason(): { askReason: () => Promise<string | null>; reasonDialog: ReactNode } {
  const t = useMessages<typeof ru>('journal')
  const [answer, setAnswer] = useState<((reason: string | null) => void) | null>(null)
  const [text, setText] = useState('')
  const askReason = useCallback(() => new Promise<string | null>((resolve) => setAnswer(() => resolve)), [])
  const close = (reason: string | null) => { answer?.(reason); setAnswer(null) }
  const reason = text.trim()
  const reasonDialog = (
    <Dialog open={answer !== null} onClose={() => close(null)} title={t.reason.title}>
      <Form onSubmit={() => { if (reason !== '') close(reason) }} foot={<><Button onClick={() => close(null)}>{t.cancel}</Button><Button look="primary" type="submit" {...(reason === '' ? { why: t.reason.empty } : {})}>{t.reason.act}</Button></>}>
        <div ref={focusField}><TextField label={t.reason.label} hint={t.reason.hint} value={text} maxLength={300} onChange={setText} /></div>
      </Form>
    </Dialog>
  )
  return { askReason, reasonDialog }
}

/** The field takes the focus once the dialog has opened around it. */
const focusField = (box: HTMLDivElement | null) => { if (box) requestAnimationFrame(() => box.querySelector('input')?.focus()) }
