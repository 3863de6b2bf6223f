import { newId } from '@school/contract'
import { Button, Dialog, Empty, IconUserPlus, Row, Rows, Section, StatusWord, TextField } from '@school/ui'
import { dayText, Loaded } from '@school/web'
import { useState } from 'react'
import type { Appointee } from '../../contract/appointee.ts'
import type { Appointment } from '../../contract/grants.ts'
import type { StepUpOperation } from '../../contract/step-up.ts'
import { AppointDialog } from './AppointDialog.tsx'
import { SignDialog } from './SignDialog.tsx'
import { useSigned } from './use-signed.ts'
import { useT } from './words.ts'

interface Acts { readonly busy: boolean; appoint(id: string, who: Appointee, basis: string, signedBy: string | null): void; release(id: string, reason: string, signedBy: string | null): void }
interface Props {
  title: string; empty: string; act: string; query: { data: Appointment[] | undefined; error: unknown; isPending: boolean; isError: boolean; refetch: () => unknown }; may: boolean
  operations: { appoint: StepUpOperation; release: StepUpOperation; scopeId: string }
  acts: Acts; open: boolean; setOpen: (open: boolean) => void; leaving: Appointment | null; setLeaving: (leaving: Appointment | null) => void
}

/** Those appointed to a place, with appointing and releasing; each act is signed first. */
export function Appointments({ title, empty, act, query, may, operations, acts, open, setOpen, leaving, setLeaving }: Props) {
  const t = useT()
  const signed = useSigned()
  return (
    <Section title={title} action={may ? <Button size="sm" icon={<IconUserPlus size={16} />} onClick={() => setOpen(true)}>{act}</Button> : null}>
      <Loaded query={query}>{(rows) => rows.length === 0 ? <Empty compact>{empty}</Empty> : <Rows label={title}>{rows.map((row) => <Line key={row.id} row={row} may={may} onLeave={() => setLeaving(row)} />)}</Rows>}</Loaded>
      <AppointDialog open={open} title={act} busy={acts.busy || signed.busy} onClose={() => setOpen(false)}
        onAct={(who, basis) => { const id = newId(); void signed.ask(operations.appoint, operations.scopeId, { who, basis }, (signedBy) => acts.appoint(id, who, basis, signedBy)) }} />
      <Release key={leaving?.id ?? ''} row={leaving} busy={acts.busy || signed.busy} onClose={() => setLeaving(null)} onAct={(reason) => { if (leaving) void signed.ask(operations.release, leaving.id, { reason }, (signedBy) => acts.release(leaving.id, reason, signedBy)) }} />
      <SignDialog signed={signed} />
      {may ? null : <p className="small muted">{t.appointedAbove}</p>}
    </Section>
  )
}

function Line({ row, may, onLeave }: { row: Appointment; may: boolean; onLeave: () => void }) {
  const t = useT()
  const serves = row.validTo === null
  const sub = `${row.basis}. ${serves ? t.sinceDay(dayText(row.validFrom)) : t.untilDay(dayText(row.validTo!))}`
  const state = !serves ? <StatusWord tone="mute">{t.released}</StatusWord> : row.signedIn ? <StatusWord tone="ok">{t.hasSignedIn}</StatusWord> : <StatusWord tone="warn">{t.hasNotSignedIn}</StatusWord>
  return <Row title={row.name} sub={sub} end={<span className="wrap">{state}{may && serves ? <Button look="danger" size="sm" onClick={onLeave}>{t.release}</Button> : null}</span>} />
}

function Release({ row, busy, onClose, onAct }: { row: Appointment | null; busy: boolean; onClose: () => void; onAct: (reason: string) => void }) {
  const t = useT()
  const [reason, setReason] = useState('')
  return (
    <Dialog open={row !== null} onClose={onClose} title={t.releaseTitle(row?.name ?? '')} foot={<><Button onClick={onClose}>{t.cancel}</Button><Button look="danger" busy={busy} disabled={reason.trim().length < 3} onClick={() => onAct(reason.trim())}>{t.release}</Button></>}>
      <div className="stack"><p>{t.releaseLead}</p><TextField label={t.reason} value={reason} onChange={setReason} required maxLength={300} /></div>
    </Dialog>
  )
}
