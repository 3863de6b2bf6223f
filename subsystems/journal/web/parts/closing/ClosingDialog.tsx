import { Button, DateField, Dialog, Form, showToast, TextField } from '@school/ui'
import { addDays, keyOf, problemText, useCommand, useMessages } from '@school/web'
import { useState } from 'react'
import { getClosingBoard, putClosing, type ClassClosing, type ClosingState } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { useFinalWords } from '../finals/words.ts'

interface Props { schoolId: string; scopeId: string; classes: readonly ClassClosing[]; state: ClosingState; today: string; early: boolean; onClose: () => void; onDone: () => void }

/** Says what the step means, and asks for what it needs: a day, or why a period is closed before its end. */
export function ClosingDialog({ schoolId, scopeId, classes, state, today, early, onClose, onDone }: Props) {
  const { closing: t } = useFinalWords()
  const { cancel } = useMessages<typeof ru>('journal')
  const [due, setDue] = useState(addDays(today, 3))
  const [reason, setReason] = useState('')
  const put = useCommand(putClosing, {
    stale: () => [keyOf(getClosingBoard)],
    onDone: ({ outcomes }) => {
      const kept = outcomes.filter((one) => one.kept).length
      showToast(kept === outcomes.length ? { tone: 'ok', text: t.done(kept) } : { tone: 'bad', text: t.refused(outcomes.length - kept) })
      onDone()
    },
  })
  const needsReason = state === 'CLOSED' && early
  const why = needsReason && reason.trim() === '' ? t.early : undefined
  const send = () => { if (!why) put.mutate({ params: { schoolId, scopeId }, body: { classes: classes.map((one) => ({ classId: one.classId, basedOn: one.revision })), state, due: state === 'FINALIZING' && due !== '' ? due : null, ...(reason.trim() ? { reason: reason.trim() } : {}) } }) }
  const lacking = classes.filter((one) => one.lack.unfilled + one.lack.withoutMark > 0).length
  return (
    <Dialog open onClose={onClose} title={state === 'CLOSED' ? t.closeTitle : state === 'FINALIZING' ? t.beginTitle : t.back}>
      <Form onSubmit={send} foot={<><Button onClick={onClose}>{cancel}</Button><Button look="primary" type="submit" busy={put.isPending} why={why}>{state === 'CLOSED' ? t.close : state === 'FINALIZING' ? t.begin : t.back}</Button></>}>
        {state === 'CLOSED' ? <p>{t.closeText(classes.length, lacking)}</p> : null}
        {state === 'FINALIZING' ? <DateField label={t.dueLabel} hint={t.begun} value={due} min={today} required onChange={setDue} /> : null}
        {needsReason ? <TextField label={t.early} value={reason} maxLength={300} required onChange={setReason} /> : null}
        {put.error ? <p role="alert" className="need">{problemText(put.error.code, put.error.details)}</p> : null}
      </Form>
    </Dialog>
  )
}
