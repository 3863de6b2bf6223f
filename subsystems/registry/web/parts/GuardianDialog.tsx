import { newId } from '@school/contract'
import { Checkbox, DateField, SelectField, showToast, SideBySide, TextField } from '@school/ui'
import { fullName, keyOf, useCommand } from '@school/web'
import { useState } from 'react'
import { putGuardianship, type Basis, type Guardianship } from '../../contract/guardianship.ts'
import { getPerson } from '../../contract/people.ts'
import { ActDialog, errorOf } from './ActDialog.tsx'
import { useSchoolId, useToday } from './use-school.ts'
import { isWhoComplete, useWho, WhoFields, whoOf } from './WhoFields.tsx'
import { useT } from './words.ts'

const bases = ['parent', 'adopter', 'guardian', 'custodian', 'representative'] as const

/** Adds a representative of a pupil, or corrects and restricts one who is there. */
export function GuardianDialog({ studentId, known, onClose }: { studentId: string; known: Guardianship | null; onClose: () => void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const today = useToday()
  const [id] = useState(() => known?.id ?? newId())
  const [who, setWho] = useWho()
  const [draft, set] = useState({ basis: known?.basis ?? 'parent' as Basis, document: known?.document ?? '', restricted: known?.restricted ?? false, validFrom: known?.validFrom ?? today })
  const [tried, setTried] = useState(false)
  const put = useCommand(putGuardianship, {
    stale: () => [keyOf(getPerson, { params: { schoolId, personId: studentId } })],
    onDone: () => { showToast({ text: known ? t.guardianSaved : t.guardianAdded, tone: 'ok' }); onClose() },
  })
  const act = () => {
    setTried(true)
    if (draft.restricted && !draft.document.trim()) return
    const body = { ...draft, studentId, who: known ? { personId: known.guardian.id, data: null } : whoOf(who), basedOn: known?.revision ?? null }
    if (known || isWhoComplete(who)) put.mutate({ params: { schoolId, id }, body })
  }
  return (
    <ActDialog open onClose={onClose} title={known ? fullName(known.guardian) : t.addGuardian} act={t.save} busy={put.isPending} problem={put.error} onAct={act}>
      {known ? null : <WhoFields who={who} onChange={setWho} problem={put.error} tried={tried} />}
      <SideBySide>
        <SelectField label={t.basis} value={draft.basis} onChange={(basis) => set({ ...draft, basis: basis as Basis })} options={bases.map((value) => ({ value, label: t.bases[value] ?? value }))} />
        <DateField label={t.firstDay} required value={draft.validFrom} onChange={(validFrom) => set({ ...draft, validFrom })} />
      </SideBySide>
      <TextField label={t.document} value={draft.document} onChange={(document) => set({ ...draft, document })} hint={t.documentHint} error={tried && draft.restricted && !draft.document.trim() ? t.required : errorOf(put.error, 'document')} />
      <Checkbox label={t.restricted} note={t.restrictedNote} checked={draft.restricted} onChange={(restricted) => set({ ...draft, restricted })} />
    </ActDialog>
  )
}
