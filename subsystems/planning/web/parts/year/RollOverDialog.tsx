import { listClasses, previewRollOver, rollOver, type RollOverRow } from '@school/registry/contract'
import { Button, Checkbox, DataTable, DateField, Dialog, Empty, Form, showToast, SideBySide, StatusWord, TextField, Tick, type Column } from '@school/ui'
import { ask, keyOf, Loaded, todayIn, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { getYearState } from '../../../contract/index.ts'
import { tellProblem, useSchoolId, useT } from '../words.ts'

const growing = (row: RollOverRow) => row.to !== null && !row.nameTaken && (row.made === null || row.pupils > 0)

/** Classes of last year with what they become; made and moved by one order. */
export function RollOverDialog({ year, onClose }: { year: number; onClose(): void }) {
  const t = useT().year
  const schoolId = useSchoolId()
  const params = { schoolId, year }
  const preview = useQuery(ask(previewRollOver, { params }))
  return <Dialog open wide onClose={onClose} title={t.rollTitle(year)}><p className="muted">{t.rollText}</p><Loaded query={preview}>{(data) => <RollOver key={data.rows.length} rows={data.rows} year={year} onClose={onClose} />}</Loaded></Dialog>
}

function RollOver({ rows, year, onClose }: { rows: readonly RollOverRow[]; year: number; onClose(): void }) {
  const words = useT()
  const t = words.year
  const schoolId = useSchoolId()
  const [skip, setSkip] = useState<ReadonlySet<string>>(new Set())
  const [moving, setMoving] = useState(true)
  const [on, setOn] = useState(`${year}-09-01`)
  const [orderNumber, setNumber] = useState('')
  const [orderDate, setDate] = useState(todayIn('Europe/Moscow'))
  const roll = useCommand(rollOver, { stale: () => [keyOf(getYearState, { params: { schoolId } }), keyOf(previewRollOver, { params: { schoolId, year } }), keyOf(listClasses, { params: { schoolId } })], onProblem: tellProblem, onDone: (reply) => { showToast({ tone: 'ok', text: t.rolled(reply.classes, reply.pupils) }); onClose() } })
  const turn = (id: string) => { const next = new Set(skip); if (!next.delete(id)) next.add(id); setSkip(next) }
  const wanted = rows.filter((row) => growing(row) && !skip.has(row.from.id))
  const columns: Column<RollOverRow>[] = [
    { key: 'take', head: '', width: 40, cell: (row) => (growing(row) ? <Tick label={row.from.name} checked={!skip.has(row.from.id)} onChange={() => turn(row.from.id)} /> : null) }, { key: 'from', head: t.fromClass, names: true, cell: (row) => row.from.name },
    { key: 'to', head: t.toClass, cell: (row) => (row.to === null ? <span className="muted">{t.leaves}</span> : row.nameTaken ? <StatusWord tone="warn">{t.taken}</StatusWord> : row.made ? t.made(row.made.name) : row.to.name) }, { key: 'pupils', head: t.pupils, align: 'right', width: 100, cell: (row) => row.pupils },
  ]
  if (!rows.some(growing)) return <Empty compact>{t.nothing}</Empty>
  const send = () => roll.mutate({ params: { schoolId, year }, body: { classIds: wanted.map((row) => row.from.id), movePupils: moving, on, orderNumber, orderDate: orderDate || null } })
  return (
    <div className="stack">
      <DataTable caption={t.rollOver} density="dense" columns={columns} rows={rows} rowKey={(row) => row.from.id} empty={null} />
      <Form onSubmit={send} foot={<Button type="submit" look="primary" busy={roll.isPending} {...(wanted.length > 0 && on !== '' ? {} : { why: words.fillAll })}>{t.roll(wanted.length)}</Button>}>
        <Checkbox label={t.movePupils} checked={moving} onChange={setMoving} />
        {moving ? <SideBySide><TextField label={t.orderNumber} value={orderNumber} onChange={setNumber} /><DateField label={t.orderDate} value={orderDate} onChange={setDate} /><DateField label={t.on} value={on} onChange={setOn} /></SideBySide> : null}
      </Form>
    </div>
  )
}
