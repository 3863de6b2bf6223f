import { newId } from '@school/contract'
import { Button, Checkbox, Dialog, Form, SelectField, SideBySide, TextField } from '@school/ui'
import { keyOf, problemText, useCommand, useMessages } from '@school/web'
import { useState } from 'react'
import { getSettings, putWorkType, type WorkType } from '../../../contract/index.ts'
import type { ru } from '../../messages/ru.ts'
import { wholeBetween } from './numbers.ts'

interface Props { schoolId: string; type: WorkType | null; onClose: () => void }

/** One work type: name, short name for the heading of a column, weight and scale. */
export function WorkTypeDialog({ schoolId, type, onClose }: Props) {
  const t = useMessages<typeof ru>('journal')
  const [draft, setDraft] = useState({ name: type?.name ?? '', shortName: type?.shortName ?? '', weight: String(type?.weight ?? 1), sort: String(type?.sort ?? 100), scale: type?.scale ?? 'five', isControl: type?.isControl ?? false, archived: type?.archived ?? false })
  const [id] = useState(() => type?.id ?? newId())
  const put = useCommand(putWorkType, { stale: () => [keyOf(getSettings, { params: { schoolId } })], onDone: onClose })
  const weight = wholeBetween(draft.weight, [0, 20])
  const sort = wholeBetween(draft.sort, [0, 999])
  const ready = draft.name.trim() !== '' && draft.shortName.trim() !== '' && weight !== null && sort !== null
  const send = () => { if (ready) put.mutate({ params: { schoolId, workTypeId: id }, body: { name: draft.name.trim(), shortName: draft.shortName.trim(), weight, sort, scale: draft.scale, isControl: draft.isControl, archived: draft.archived, basedOn: type?.revision ?? null } }) }
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  return (
    <Dialog open onClose={onClose} title={t.settings.typeTitle}>
      <Form onSubmit={send} foot={<><Button onClick={onClose}>{t.cancel}</Button><Button look="primary" type="submit" busy={put.isPending} disabled={!ready}>{t.save}</Button></>}>
        <TextField label={t.settings.name} value={draft.name} onChange={(name) => set({ name })} maxLength={80} required error={put.error ? problemText(put.error.code, put.error.details) : null} />
        <SideBySide>
          <TextField label={t.settings.short} value={draft.shortName} onChange={(shortName) => set({ shortName })} maxLength={12} required />
          <TextField label={t.settings.weight} type="number" min={0} max={20} value={draft.weight} onChange={(value) => set({ weight: value })} error={weight === null ? t.settings.wrong : null} />
          <TextField label={t.settings.order} type="number" min={0} max={999} value={draft.sort} onChange={(value) => set({ sort: value })} error={sort === null ? t.settings.wrong : null} />
        </SideBySide>
        <SelectField label={t.settings.scale} value={draft.scale} onChange={(scale) => set({ scale: scale as WorkType['scale'] })} options={[{ value: 'five', label: t.settings.five }, { value: 'pass', label: t.settings.pass }, { value: 'hundred', label: t.settings.hundred }, { value: 'criteria', label: t.settings.criteria }]} />
        <Checkbox label={t.settings.control} note={t.settings.controlNote} checked={draft.isControl} onChange={(isControl) => set({ isControl })} />
        {type ? <Checkbox label={t.settings.archived} checked={draft.archived} onChange={(archived) => set({ archived })} /> : null}
      </Form>
    </Dialog>
  )
}
