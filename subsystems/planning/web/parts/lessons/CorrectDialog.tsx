import { newId } from '@school/contract'
import { Button, Callout, Dialog, showToast, TextField, Tick } from '@school/ui'
import { keyOf, useCommand } from '@school/web'
import { useState } from 'react'
import { correctCoursePlan, getCoursePlan, listCoursePlans, type CoursePlan } from '../../../contract/index.ts'
import { tellProblem, useSchoolId, useT } from '../words.ts'

/** The proposal that makes the rest fit: looked at, thinned out, then made with its reason. */
export function CorrectDialog({ plan, onClose }: { plan: CoursePlan; onClose(): void }) {
  const words = useT()
  const t = words.lessons
  const schoolId = useSchoolId()
  const [id] = useState(newId())
  const [reason, setReason] = useState('')
  const proposal = plan.proposal!
  const [skip, setSkip] = useState<ReadonlySet<string>>(new Set())
  const turn = (itemId: string) => { const next = new Set(skip); if (!next.delete(itemId)) next.add(itemId); setSkip(next) }
  const params = { schoolId, courseId: plan.row.courseId }
  const correct = useCommand(correctCoursePlan, { stale: () => [keyOf(getCoursePlan, { params }), keyOf(listCoursePlans, { params: { schoolId } })], onProblem: tellProblem, onDone: () => { showToast({ tone: 'ok', text: t.corrected }); onClose() } })
  const changes = proposal.changes.filter((one) => !skip.has(one.itemId))
  const send = () => correct.mutate({ params: { ...params, id }, body: { kind: proposal.kind, reason, changes: changes.map(({ itemId, to }) => ({ itemId, to })), basedOn: plan.revision ?? 1 } })
  return (
    <Dialog open onClose={onClose} title={proposal.kind === 'merge' ? t.mergeTitle : t.restore} foot={<Button look="primary" busy={correct.isPending} {...(reason.trim().length > 1 && changes.length > 0 ? {} : { why: words.fillAll })} onClick={send}>{proposal.kind === 'merge' ? t.merge : t.restore}</Button>}>
      <p className="muted">{t.mergeText}</p>
      <ul className="stack" style={{ listStyle: 'none', margin: '12px 0', padding: 0, gap: 8 }}>
        {proposal.changes.map((one) => (
          <li key={one.itemId} className="row" style={{ alignItems: 'start' }}><Tick label={one.topic} checked={!skip.has(one.itemId)} onChange={() => turn(one.itemId)} /><div><b className="small">{one.topic}</b><br /><span className="small muted">{t.h(one.from)} → {one.joins === null ? t.h(one.to) : t.joins(one.joins)}</span></div></li>
        ))}
      </ul>
      {proposal.rest > 0 ? <Callout>{t.rest(proposal.rest)}</Callout> : null}
      <TextField label={t.reason} hint={t.reasonHint} value={reason} onChange={setReason} />
    </Dialog>
  )
}
