import { BulkBar, Button, DataTable, Empty, ProgressLine, QuickSelect, Segmented, StatusWord, type Column } from '@school/ui'
import { dayText, shortName, useTo } from '@school/web'
import { useState } from 'react'
import type { ClassClosing, ClosingBoard as Board, ClosingState } from '../../../contract/index.ts'
import { useFinalWords } from '../finals/words.ts'
import css from '../finals/Finals.module.css'
import { ChecklistDrawer } from './ChecklistDrawer.tsx'
import { ClosingDialog } from './ClosingDialog.tsx'

interface Props { board: Board; schoolId: string; onScope: (scope: string) => void }
const tones = { OPEN: 'mute', FINALIZING: 'warn', CLOSED: 'ok' } as const
const lacks = ({ lack }: ClassClosing) => lack.unfilled + lack.withoutMark > 0

/** The classes of a scheme with what each lacks; chosen ones are moved on together. */
export function ClosingBoard({ board, schoolId, onScope }: Props) {
  const { closing: t, states, due } = useFinalWords()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [moving, setMoving] = useState<ClosingState | null>(null)
  const [looking, setLooking] = useState<ClassClosing | null>(null)
  const scheme = board.schemes.find((one) => one.id === board.schemeId)
  if (!scheme || !board.scopeId) return <Empty>{t.empty}</Empty>
  const begun = scheme.periods.filter((period) => period.starts <= board.today)
  const period = scheme.periods.find((one) => one.id === board.scopeId)
  const chosen = board.classes.filter((one) => selected.has(one.classId))
  const all = (state: ClosingState) => chosen.length > 0 && chosen.every((one) => one.state === state)
  const count = (value: number) => value === 0 ? <span className="faint">—</span> : <span className="need">{value}</span>
  const columns: Column<ClassClosing>[] = [
    { key: 'name', head: t.className, names: true, width: '110px', cell: (one) => <b>{one.name}</b> },
    { key: 'state', head: t.state, width: '220px', cell: (one) => <StatusWord tone={one.state === 'OPEN' && !lacks(one) && one.places > 0 ? 'info' : tones[one.state]}>{one.state === 'FINALIZING' && one.due ? `${states[one.state]}, ${due(dayText(one.due))}` : one.state === 'OPEN' && !lacks(one) && one.places > 0 ? t.ready : states[one.state]}</StatusWord> },
    { key: 'put', head: t.put, width: '180px', cell: (one) => one.places === 0 ? <span className="faint">—</span> : <span className="row"><ProgressLine label={t.put} value={one.putMarks} max={one.places} tone={one.putMarks === one.places ? 'ok' : 'now'} /><span className="small nowrap">{one.putMarks} / {one.places}</span></span> },
    { key: 'without', head: t.without, align: 'right', width: '130px', cell: (one) => count(one.lack.withoutMark) },
    { key: 'unfilled', head: t.unfilled, align: 'right', width: '170px', cell: (one) => count(one.lack.unfilled) },
    { key: 'na', head: t.notAttested, align: 'right', width: '70px', cell: (one) => one.lack.notAttested || <span className="faint">—</span> },
    { key: 'homeroom', head: t.homeroom, cell: (one) => one.homeroom ? shortName(one.homeroom) : '' },
  ]
  return (
    <>
      <div className={css.head}>
        {board.schemes.length > 1 ? <QuickSelect label={t.scheme} value={scheme.id} options={board.schemes.map((one) => ({ value: one.id, label: t.grades(one.grades) }))} onChange={(id) => onScope(board.schemes.find((one) => one.id === id)?.periods.findLast((one) => one.starts <= board.today)?.id ?? '')} /> : null}
        <Segmented label={t.title} value={board.scopeId} onChange={onScope} options={[...begun.map((one) => ({ value: one.id, label: one.name })), { value: scheme.id, label: t.year }]} />
      </div>
      <DataTable caption={t.title} columns={columns} rows={board.classes} rowKey={(one) => one.classId} rowLabel={(one) => one.name} empty={<Empty>{t.empty}</Empty>} density="reading" onOpen={setLooking}
        {...(board.can.close ? { selected, onSelect: setSelected, selectable: (one: ClassClosing) => one.state !== 'CLOSED' } : {})}
        phone={(one) => <PhoneRow one={one} picked={board.can.close ? selected.has(one.classId) : null} onPick={() => { const next = new Set(selected); if (!next.delete(one.classId)) next.add(one.classId); setSelected(next) }} onOpen={() => setLooking(one)} />} />
      {board.can.close && chosen.length > 0 ? (
        <BulkBar title={t.chosen(chosen.length)}>
          {all('FINALIZING') ? <Button onClick={() => setMoving('OPEN')}>{t.back}</Button> : null}
          {all('OPEN') ? <Button onClick={() => setMoving('FINALIZING')}>{t.begin}</Button> : null}
          <Button look="primary" onClick={() => setMoving('CLOSED')}>{t.close}</Button>
        </BulkBar>
      ) : null}
      {moving ? <ClosingDialog schoolId={schoolId} scopeId={board.scopeId} classes={chosen} state={moving} today={board.today} early={(period?.ends ?? scheme.periods.at(-1)?.ends ?? '') > board.today} onClose={() => setMoving(null)} onDone={() => { setMoving(null); setSelected(new Set()) }} /> : null}
      {looking ? <ChecklistDrawer schoolId={schoolId} of={looking} onClose={() => setLooking(null)} /> : null}
    </>
  )
}

function PhoneRow({ one, picked, onPick, onOpen }: { one: ClassClosing; picked: boolean | null; onPick: () => void; onOpen: () => void }) {
  const { closing: t, states, ofClass } = useFinalWords()
  const to = useTo()
  return (
    <div className="row" style={{ minHeight: 60, gap: 12, padding: '9px 0' }}>
      {picked !== null && one.state !== 'CLOSED' ? <input type="checkbox" aria-label={one.name} checked={picked} onChange={onPick} style={{ width: 24, height: 24 }} /> : null}
      <button type="button" onClick={onOpen} style={{ textAlign: 'start', flex: 1 }}><b>{one.name}</b><p className="muted small" style={{ margin: 0 }}>{[states[one.state], one.lack.withoutMark > 0 ? `${t.without.toLowerCase()}: ${one.lack.withoutMark}` : '', one.lack.unfilled > 0 ? `${t.unfilled.toLowerCase()}: ${one.lack.unfilled}` : ''].filter(Boolean).join(', ')}</p></button>
      <a className="link small" href={to(`/classes/${one.classId}/finals`)}>{ofClass.open}</a>
    </div>
  )
}
