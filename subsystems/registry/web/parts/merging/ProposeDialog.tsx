import { newId } from '@school/contract'
import { Callout, showToast, TextArea, Waiting } from '@school/ui'
import { ask, keyOf, Loaded, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { askMerge, listDoubles, listMerges, previewMerge } from '../../../contract/merging.ts'
import { ActDialog, errorOf } from '../ActDialog.tsx'
import { useSchoolId } from '../use-school.ts'
import { useT } from '../words.ts'
import { MergeCompare } from './MergeCompare.tsx'

/** What a merge would join, who decides, and the ground on which it is proposed. */
export function ProposeDialog({ personId, otherId, onClose }: { personId: string; otherId: string; onClose: () => void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [id] = useState(newId)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const preview = useQuery({ ...ask(previewMerge, { params: { schoolId, personId, otherId } }), staleTime: 0 })
  const put = useCommand(askMerge, { stale: () => [keyOf(listDoubles, { params: { schoolId } }), keyOf(listMerges, { params: { schoolId } })], onDone: () => { showToast({ text: t.doubles.proposed, tone: 'ok' }); onClose() } })
  const stopped = (preview.data?.pair.obstacles.length ?? 1) > 0
  const act = () => { setTried(true); if (!stopped && reason.trim().length >= 3) put.mutate({ params: { schoolId, id }, body: { personId, otherId, reason: reason.trim() } }) }
  return (
    <ActDialog open onClose={onClose} title={t.doubles.compare} act={t.doubles.propose} idle={stopped} busy={put.isPending} problem={put.error} onAct={act}>
      <Loaded query={preview} waiting={<Waiting rows={8} />}>
        {({ pair, judge, judgeName, closes, undoDays }) => (
          <>
            <MergeCompare kept={pair.kept} gone={pair.gone} />
            {pair.obstacles.length > 0
              ? <Callout tone="bad" title={t.doubles.cannot}>{pair.obstacles.map((one) => t.doubles.obstacles[one]).join(' ')}</Callout>
              : (
                <>
                  <p className="muted">{t.doubles.effect} {closes > 0 ? t.doubles.closes(closes) : ''} {t.doubles.undoTerm(undoDays)}</p>
                  <p><b>{judge === 'school' ? t.doubles.judgeSchool : t.doubles.judgeCurator(judgeName)}</b></p>
                  <TextArea label={t.doubles.reason} hint={t.doubles.reasonHint} required value={reason} onChange={setReason} error={tried && reason.trim().length < 3 ? t.required : errorOf(put.error, 'reason')} />
                </>
              )}
          </>
        )}
      </Loaded>
    </ActDialog>
  )
}
