import { Button, DateField, Dialog, Form, showToast, TextField } from '@school/ui'
import { addDays, keyOf, problemText, useCommand, useMessages } from '@school/web'
import { newId } from '@school/contract'
import { useState } from 'react'
import { askUnlock, listUnlocks } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { useFinalWords } from '../finals/words.ts'

interface Props { schoolId: string; classId: string; courseId: string; scopeId: string | null; today: string; onClose: () => void }

/** Asks to open one subject of one class in a closed period; another person decides. */
export function UnlockDialog({ schoolId, classId, courseId, scopeId, today, onClose }: Props) {
  const { unlock: t } = useFinalWords()
  const { cancel } = useMessages<typeof ru>('journal')
  const [id] = useState(newId)
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState(addDays(today, 3))
  const ask = useCommand(askUnlock, { stale: () => [keyOf(listUnlocks, { params: { schoolId } })], onDone: () => { showToast({ tone: 'ok', text: t.sent }); onClose() } })
  const send = () => { if (scopeId && reason.trim() !== '' && until !== '') ask.mutate({ params: { schoolId, unlockId: id }, body: { classId, courseId, scopeId, reason: reason.trim(), until: new Date(`${until}T23:59:00`).toISOString() } }) }
  return (
    <Dialog open onClose={onClose} title={t.askTitle}>
      <Form onSubmit={send} foot={<><Button onClick={onClose}>{cancel}</Button><Button look="primary" type="submit" busy={ask.isPending} why={reason.trim() === '' ? t.why : undefined}>{t.send}</Button></>}>
        <TextField label={t.why} value={reason} maxLength={300} required onChange={setReason} />
        <DateField label={t.until} value={until} required min={today} max={addDays(today, 30)} onChange={setUntil} error={ask.error ? problemText(ask.error.code, ask.error.details) : null} />
      </Form>
    </Dialog>
  )
}
