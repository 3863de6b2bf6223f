import { Button, Dialog, IconCheck, IconSend, showToast, TextArea, TextField } from '@school/ui'
import { explain, keyOf, useCommand, type ProblemError } from '@school/web'
import { useState } from 'react'
import { approveRequest, correctByRequest, getRequest, listRequests, matchRequest, rejectRequest, type RequestCard } from '../../contract/requests.ts'
import css from './RequestPanel.module.css'
import { useT } from './words.ts'

interface Props { schoolId: string; card: RequestCard }

const refresh = () => [keyOf(listRequests), keyOf(getRequest)]
const onProblem = (problem: ProblemError) => { showToast({ text: explain(problem).text, tone: 'bad' }) }

/** What the administrator may do with a waiting request; the next step is filled, the rest stays beside it. */
export function RequestActs({ schoolId, card }: Props) {
  const t = useT()
  const [asking, setAsking] = useState<'document' | 'reject' | null>(null)
  const params = { schoolId, id: card.row.id }
  const done = (text: string) => ({ stale: refresh, onProblem, onDone: () => { setAsking(null); showToast({ text }) } })
  const approve = useCommand(approveRequest, done(t.approvedOne))
  const correct = useCommand(correctByRequest, done(t.correctedOne))
  const reject = useCommand(rejectRequest, done(t.rejectedOne))
  const basedOn = card.revision
  return (
    <div className={css.acts}>
      <h3>{t.whatToDo}</h3>
      <p className="muted">{advice(t, card)}</p>
      <div className={css.first}>
        {card.can.correct ? <Button look="primary" size="lg" icon={<IconSend size={18} />} busy={correct.isPending} onClick={() => correct.mutate({ params, body: { fields: card.row.differing, basedOn } })}>{t.correctInRegistry}</Button> : null}
        {card.can.approve ? <Button look="primary" size="lg" icon={<IconCheck size={18} />} busy={approve.isPending} onClick={() => approve.mutate({ params, body: { document: null, basedOn } })}>{t.approve}</Button> : null}
        {card.can.approveByDocument && !card.can.correct ? <Button look="primary" size="lg" onClick={() => setAsking('document')}>{t.approveByDocument}</Button> : null}
      </div>
      <div className={css.second}>
        {card.can.approveByDocument && card.can.correct ? <Button look="text" flush onClick={() => setAsking('document')}>{t.approveByDocument}</Button> : <span />}
        {card.can.reject ? <Button look="danger" flush onClick={() => setAsking('reject')}>{t.rejectWithReason}</Button> : null}
      </div>
      <DocumentDialog open={asking === 'document'} kind={card.row.kind} busy={approve.isPending} onClose={() => setAsking(null)} onAct={(document) => approve.mutate({ params, body: { document, basedOn } })} />
      <RejectDialog open={asking === 'reject'} busy={reject.isPending} onClose={() => setAsking(null)} onAct={(reason) => reject.mutate({ params, body: { reason, basedOn } })} />
    </div>
  )
}

function advice(t: ReturnType<typeof useT>, card: RequestCard): string {
  if (card.can.approve) return t.advice.approve
  if (card.can.correct) return card.fault === 'registry' ? t.advice.registryWrong : t.advice.unknownWrong
  if (card.row.check === 'notFound') return t.advice.notFound
  return card.row.kind === 'staff' ? t.advice.staffDocument : card.row.check === 'noSnils' ? t.advice.noSnils : t.advice.document
}

interface AskedProps { open: boolean; busy: boolean; onClose: () => void; onAct: (text: string) => void }

function DocumentDialog({ open, busy, kind, onClose, onAct }: AskedProps & { kind: RequestCard['row']['kind'] }) {
  const t = useT()
  const [document, setDocument] = useState('')
  const short = document.trim().length < 3
  return (
    <Dialog open={open} onClose={onClose} title={t.approveByDocument} foot={<><Button onClick={onClose}>{t.cancel}</Button><Button look="primary" busy={busy} disabled={short} onClick={() => onAct(document.trim())}>{t.approve}</Button></>}>
      <TextField label={t.document} hint={kind === 'staff' ? t.documentHintStaff : t.documentHintChild} value={document} onChange={setDocument} required maxLength={300} />
    </Dialog>
  )
}

function RejectDialog({ open, busy, onClose, onAct }: AskedProps) {
  const t = useT()
  const [reason, setReason] = useState('')
  const short = reason.trim().length < 3
  return (
    <Dialog open={open} onClose={onClose} title={t.rejectTitle} foot={<><Button onClick={onClose}>{t.cancel}</Button><Button look="danger" busy={busy} disabled={short} onClick={() => onAct(reason.trim())}>{t.reject}</Button></>}>
      <TextArea label={t.reason} hint={t.reasonHint} value={reason} onChange={setReason} required maxLength={300} />
    </Dialog>
  )
}

/** Points at the pupil who is meant. */
export function MatchButton({ schoolId, card, pupilId }: Props & { pupilId: string }) {
  const t = useT()
  const match = useCommand(matchRequest, { stale: refresh, onProblem })
  return <Button size="sm" busy={match.isPending} onClick={() => match.mutate({ params: { schoolId, id: card.row.id }, body: { pupilId, basedOn: card.revision } })}>{t.compareWith}</Button>
}
