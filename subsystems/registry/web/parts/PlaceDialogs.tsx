import { newId } from '@school/contract'
import { SelectField, showToast, SideBySide, TextField } from '@school/ui'
import { keyOf, useCommand } from '@school/web'
import { useState } from 'react'
import { listPlaces, listSubjects, putBuilding, putRoom, putSubject, type Building, type Room, type Subject } from '../../contract/places.ts'
import { ActDialog, errorOf } from './ActDialog.tsx'
import { useSchoolId } from './use-school.ts'
import { useT } from './words.ts'

/** What every small form here needs: the id, whether saving was tried, and what happens when it is done. */
function usePut(known: { id: string } | null, onClose: () => void) {
  const t = useT()
  const schoolId = useSchoolId()
  const [id] = useState(() => known?.id ?? newId())
  const [tried, setTried] = useState(false)
  return { t, schoolId, params: { schoolId, id }, tried, setTried, onDone: () => { showToast({ text: t.saved, tone: 'ok' }); onClose() } }
}

export function SubjectDialog({ known, onClose }: { known: Subject | null; onClose: () => void }) {
  const { t, schoolId, params, tried, setTried, onDone } = usePut(known, onClose)
  const [draft, set] = useState({ name: known?.name ?? '', shortName: known?.shortName ?? '', kind: known?.kind ?? 'core' as Subject['kind'] })
  const put = useCommand(putSubject, { stale: () => [keyOf(listSubjects, { params: { schoolId } })], onDone })
  const act = () => { setTried(true); if (draft.name.trim().length > 1 && draft.shortName.trim()) put.mutate({ params, body: draft }) }
  return (
    <ActDialog open onClose={onClose} title={known ? t.editSubject : t.addSubject} act={t.save} busy={put.isPending} problem={put.error} onAct={act}>
      <TextField label={t.name} required value={draft.name} onChange={(name) => set({ ...draft, name })} error={tried && draft.name.trim().length < 2 ? t.required : errorOf(put.error, 'name')} />
      <SideBySide>
        <TextField label={t.short} required value={draft.shortName} onChange={(shortName) => set({ ...draft, shortName })} error={tried && !draft.shortName.trim() ? t.required : null} />
        <SelectField label={t.subjectKind} value={draft.kind} onChange={(kind) => set({ ...draft, kind: kind as Subject['kind'] })} options={(['core', 'extracurricular'] as const).map((value) => ({ value, label: t.subjectKinds[value] ?? value }))} />
      </SideBySide>
    </ActDialog>
  )
}

export function RoomDialog({ known, buildings, onClose }: { known: Room | null; buildings: readonly Building[]; onClose: () => void }) {
  const { t, schoolId, params, tried, setTried, onDone } = usePut(known, onClose)
  const [draft, set] = useState({ name: known?.name ?? '', buildingId: known?.buildingId ?? '', capacity: known?.capacity ? String(known.capacity) : '' })
  const put = useCommand(putRoom, { stale: () => [keyOf(listPlaces, { params: { schoolId } })], onDone })
  const act = () => { setTried(true); if (draft.name.trim()) put.mutate({ params, body: { name: draft.name, buildingId: draft.buildingId || null, capacity: Number(draft.capacity) || null } }) }
  return (
    <ActDialog open onClose={onClose} title={known ? t.editRoom : t.addRoom} act={t.save} busy={put.isPending} problem={put.error} onAct={act}>
      <SideBySide>
        <TextField label={t.roomName} required value={draft.name} onChange={(name) => set({ ...draft, name })} error={tried && !draft.name.trim() ? t.required : errorOf(put.error, 'name')} />
        <TextField label={t.capacity} optional inputMode="numeric" value={draft.capacity} onChange={(capacity) => set({ ...draft, capacity: capacity.replace(/\D/g, '') })} />
      </SideBySide>
      <SelectField label={t.building} value={draft.buildingId} onChange={(buildingId) => set({ ...draft, buildingId })} placeholder={t.anyBuilding} options={buildings.map(({ id, name }) => ({ value: id, label: name }))} />
    </ActDialog>
  )
}

export function BuildingDialog({ known, onClose }: { known: Building | null; onClose: () => void }) {
  const { t, schoolId, params, tried, setTried, onDone } = usePut(known, onClose)
  const [draft, set] = useState({ name: known?.name ?? '', address: known?.address ?? '' })
  const put = useCommand(putBuilding, { stale: () => [keyOf(listPlaces, { params: { schoolId } })], onDone })
  const act = () => { setTried(true); if (draft.name.trim()) put.mutate({ params, body: draft }) }
  return (
    <ActDialog open onClose={onClose} title={known ? t.editBuilding : t.addBuilding} act={t.save} busy={put.isPending} problem={put.error} onAct={act}>
      <TextField label={t.name} required value={draft.name} onChange={(name) => set({ ...draft, name })} error={tried && !draft.name.trim() ? t.required : errorOf(put.error, 'name')} />
      <TextField label={t.address} optional value={draft.address} onChange={(address) => set({ ...draft, address })} />
    </ActDialog>
  )
}
