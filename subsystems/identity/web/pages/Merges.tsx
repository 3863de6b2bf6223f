import { Button, Dialog, Empty, PageBody, PageHeader, RadioGroup, Row, Rows, showToast, StatusWord, TextField } from '@school/ui'
import { ask, dateTimeText, dayDigits, explain, keyOf, Loaded, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { decideMergeCase, listMergeCases, type MergeCase } from '../../contract/sign-in.ts'
import { ConnectionTabs } from '../parts/ConnectionTabs.tsx'
import { moscow, useT } from '../parts/words.ts'

/** Two accounts claim one СНИЛС: an operator looks and says whose it is. */
export function Merges() {
  const t = useT()
  const cases = useQuery(ask(listMergeCases, {}))
  const [open, setOpen] = useState<MergeCase | null>(null)
  return (
    <PageBody>
      <PageHeader title={t.connection} sub={t.mergesSub} />
      <ConnectionTabs at="merges" />
      <Loaded query={cases}>{(rows) => rows.length === 0 ? <Empty>{t.noMerges}</Empty> : (
        <Rows label={t.merges}>{rows.map((row) => (
          <Row key={row.id} title={`${t.fields.snils} ${row.snils}`} sub={t.mergeLine(row.came.name, dayDigits(row.came.birthDate), row.known.name, dayDigits(row.known.birthDate))}
            end={<span className="wrap"><span>{dateTimeText(row.at, moscow)}</span>{row.state === 'OPEN' ? <Button size="sm" onClick={() => setOpen(row)}>{t.decide}</Button> : <StatusWord tone={row.state === 'MOVED' ? 'ok' : 'mute'}>{t.mergeStates[row.state]}</StatusWord>}</span>} />
        ))}</Rows>
      )}</Loaded>
      <Decide key={open?.id ?? ''} row={open} onClose={() => setOpen(null)} />
    </PageBody>
  )
}

function Decide({ row, onClose }: { row: MergeCase | null; onClose: () => void }) {
  const t = useT()
  const [decision, setDecision] = useState<'move' | 'refuse'>('refuse')
  const [reason, setReason] = useState('')
  const decide = useCommand(decideMergeCase, { stale: () => [keyOf(listMergeCases)], onDone: () => { onClose(); showToast({ text: t.decided }) }, onProblem: (problem) => showToast({ text: explain(problem).text, tone: 'bad' }) })
  const act = () => { if (row) decide.mutate({ params: { id: row.id }, body: { decision, reason: reason.trim() } }) }
  return (
    <Dialog open={row !== null} onClose={onClose} title={t.mergeTitle} foot={<><Button onClick={onClose}>{t.cancel}</Button><Button look="primary" busy={decide.isPending} disabled={reason.trim().length < 3} onClick={act}>{t.decide}</Button></>}>
      <div className="stack">
        <RadioGroup label={t.mergeWhose} value={decision} onChange={(value) => setDecision(value as 'move')} options={[{ value: 'refuse', label: t.mergeRefuse, note: row?.known.name }, { value: 'move', label: t.mergeMove, note: row?.came.name }]} />
        <TextField label={t.reason} value={reason} onChange={setReason} required maxLength={300} />
      </div>
    </Dialog>
  )
}
