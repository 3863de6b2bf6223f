import { newId } from '@school/contract'
import { Button, Callout, PageBody, PageHeader, showToast, Steps } from '@school/ui'
import { explain, keyOf, meKey, useAddress, useCommand, useQueryClient, useUrlValue } from '@school/web'
import { useState } from 'react'
import { askToJoin, listKids, listOwnRequests, type OwnRequest, type Wish } from '../../contract/requests.ts'
import { ChildForm } from '../parts/ChildForm.tsx'
import { OwnState } from '../parts/OwnState.tsx'
import { PupilForm } from '../parts/PupilForm.tsx'
import { SchoolPicker, type PickedSchool } from '../parts/SchoolPicker.tsx'
import { StaffForm } from '../parts/StaffForm.tsx'
import { useT } from '../parts/words.ts'

type Kind = 'staff' | 'child' | 'pupil'
const isKind = (text: string): text is Kind => text === 'staff' || text === 'child' || text === 'pupil'

/** Asking a school, in three steps: which school, what exactly, sent. */
export function Ask({ kind: given = '' }: { kind?: string }) {
  const t = useT()
  const kind: Kind = isKind(given) ? given : 'child'
  const [school, setSchool] = useState<PickedSchool | null>(null)
  const [sent, setSent] = useState<OwnRequest | null>(null)
  const [id] = useState(newId)
  const at = sent ? 2 : school ? 1 : 0
  return (
    <PageBody narrow>
      <PageHeader title={t.askTitles[kind]} sub={t.askSubs[kind]} back={{ href: '/join', label: t.myRequests }} />
      <Steps label={t.askTitles[kind]} steps={[t.stepSchool, kind === 'child' ? t.stepChild : t.stepDetails, t.stepSent]} at={at} />
      {sent ? <Sent row={sent} /> : school ? <Details kind={kind} school={school} id={id} back={() => setSchool(null)} onSent={setSent} /> : <SchoolPicker onPick={setSchool} />}
    </PageBody>
  )
}

function Details({ kind, school, id, back, onSent }: { kind: Kind; school: PickedSchool; id: string; back: () => void; onSent: (row: OwnRequest) => void }) {
  const t = useT()
  const cache = useQueryClient()
  const [kid] = useUrlValue('kid')
  const send = useCommand(askToJoin, {
    stale: () => [keyOf(listOwnRequests), keyOf(listKids)],
    onDone: (row) => { onSent(row); if (row.state === 'APPROVED') void cache.invalidateQueries({ queryKey: meKey }) },
    onProblem: (problem) => showToast({ text: explain(problem).text, tone: 'bad' }),
  })
  const submit = (body: Wish) => send.mutate({ params: { schoolId: school.id, id }, body })
  return (
    <div className="stack">
      <Callout tone="mute" title={school.name} action={<Button look="text" onClick={back}>{t.otherSchool}</Button>}>{school.place}</Callout>
      {kind === 'staff' ? <StaffForm busy={send.isPending} onSubmit={(staff) => submit({ kind: 'staff', staff })} /> : null}
      {kind === 'child' ? <ChildForm schoolId={school.id} kidOid={kid} busy={send.isPending} onSubmit={(child) => submit({ kind: 'child', child })} /> : null}
      {kind === 'pupil' ? <PupilForm schoolId={school.id} busy={send.isPending} onSubmit={(pupil) => submit({ kind: 'pupil', pupil })} /> : null}
    </div>
  )
}

function Sent({ row }: { row: OwnRequest }) {
  const t = useT()
  const [, go] = useAddress()
  return (
    <div className="stack">
      <Callout tone="ok" title={t.sentTo(row.schoolName)}>{t.sentNote}</Callout>
      <div className="stack"><OwnState row={row} /></div>
      <div className="wrap"><Button look="primary" onClick={() => go('/join')}>{t.toRequests}</Button></div>
    </div>
  )
}
