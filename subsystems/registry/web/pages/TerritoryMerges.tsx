import { Button, Callout, Dialog, Empty, Form, PageBody, PageHeader, Rows, showToast, TextArea, Waiting } from '@school/ui'
import { ask, keyOf, Loaded, ownZone, ProblemError, problemText, useCommand, useQuery, useTo } from '@school/web'
import { useState } from 'react'
import { decideMerge, listTerritoryMerges, undoTerritoryMerge, type Merge } from '../../contract/merging.ts'
import { errorOf } from '../parts/ActDialog.tsx'
import { LookDialog } from '../parts/merging/LookDialog.tsx'
import { MergeCompare } from '../parts/merging/MergeCompare.tsx'
import { MergeRow, type MergeAct } from '../parts/merging/MergeRow.tsx'
import { UndoDialog } from '../parts/merging/UndoDialog.tsx'
import { useT } from '../parts/words.ts'

const stale = () => [keyOf(listTerritoryMerges)]

/** Merges over several schools of a territory: the curator has the last word. */
export function TerritoryMerges() {
  const t = useT()
  const to = useTo()
  const [chosen, choose] = useState<{ merge: Merge; act: MergeAct } | null>(null)
  const merges = useQuery(ask(listTerritoryMerges, {}))
  const close = () => choose(null)
  const undo = useCommand(undoTerritoryMerge, { stale, onDone: () => { showToast({ text: t.doubles.parted, tone: 'ok' }); close() } })
  return (
    <PageBody>
      <PageHeader title={t.doubles.title} sub={t.doubles.territorySub} back={{ href: to('/manage'), label: t.manage }} />
      <Loaded query={merges} waiting={<Waiting rows={5} />}>
        {(rows) => rows.length === 0 ? <Empty>{t.doubles.noTerritoryMerges}</Empty> : (
          <Rows label={t.doubles.merges}>{rows.map((merge) => <MergeRow key={merge.id} merge={merge} zone={ownZone()} onAct={(act) => choose({ merge, act })} />)}</Rows>
        )}
      </Loaded>
      {chosen?.act === 'decide' ? <DecideDialog merge={chosen.merge} onClose={close} /> : null}
      {chosen?.act === 'undo' ? <UndoDialog busy={undo.isPending} problem={undo.error} onClose={close} onAct={(reason) => undo.mutate({ params: { id: chosen.merge.id }, body: { reason } })} /> : null}
      {chosen?.act === 'look' ? <LookDialog merge={chosen.merge} onClose={close} /> : null}
    </PageBody>
  )
}

function DecideDialog({ merge, onClose }: { merge: Merge; onClose: () => void }) {
  const t = useT()
  const [answer, setAnswer] = useState('')
  const decide = useCommand(decideMerge, { stale, onDone: ({ state }) => { showToast({ text: state === 'done' ? t.doubles.merged : t.doubles.refused, tone: 'ok' }); onClose() } })
  const act = (agree: boolean) => decide.mutate({ params: { id: merge.id }, body: { agree, answer: answer.trim() } })
  const stopped = merge.obstacles.length > 0
  return (
    <Dialog open onClose={onClose} title={t.doubles.decideTitle}>
      <Form onSubmit={() => act(true)} foot={<><Button onClick={() => act(false)} busy={decide.isPending}>{t.doubles.refuse}</Button><Button type="submit" look="primary" disabled={stopped} busy={decide.isPending}>{t.doubles.confirm}</Button></>}>
      {decide.error instanceof ProblemError ? <Callout tone="bad" title={problemText(decide.error.code, decide.error.details)} /> : null}
      <MergeCompare kept={merge.kept} gone={merge.gone} />
      {stopped ? <Callout tone="bad" title={t.doubles.cannot}>{merge.obstacles.map((one) => t.doubles.obstacles[one]).join(' ')}</Callout> : null}
      <p className="muted">{t.doubles.effect} {merge.closes > 0 ? t.doubles.closes(merge.closes) : ''}</p>
      <p>{t.doubles.ground}: {merge.reason}</p>
      <TextArea label={t.doubles.answer} hint={t.doubles.answerHint} value={answer} onChange={setAnswer} error={errorOf(decide.error, 'answer')} />
      </Form>
    </Dialog>
  )
}
