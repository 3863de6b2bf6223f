import { newId } from '@school/contract'
import { Checkbox, SelectField, showToast, TextField } from '@school/ui'
import { ask, keyOf, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { listClasses } from '../../contract/classes.ts'
import { getGroup, listGroups, putGroup, type Group } from '../../contract/groups.ts'
import { ActDialog, errorOf } from './ActDialog.tsx'
import { useSchoolId } from './use-school.ts'
import { useT } from './words.ts'

const kinds = ['subgroup', 'crossClass', 'combined'] as const

/** Makes a group of one class or of several, or changes its name and classes. */
export function GroupDialog({ year, known, onClose, onDone }: { year: number; known: Group | null; onClose: () => void; onDone?: (group: Group) => void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [groupId] = useState(() => known?.id ?? newId())
  const [kind, setKind] = useState<(typeof kinds)[number]>(known && known.kind !== 'class' ? known.kind : 'subgroup')
  const [name, setName] = useState(known?.name ?? '')
  const [chosen, setChosen] = useState<readonly string[]>(known?.classes.map(({ id }) => id) ?? [])
  const [tried, setTried] = useState(false)
  const classes = useQuery(ask(listClasses, { params: { schoolId }, query: { year } }))
  const put = useCommand(putGroup, { stale: () => [keyOf(listGroups, { params: { schoolId } }), keyOf(getGroup, { params: { schoolId, groupId } })], onDone: (group) => { showToast({ text: t.groupSaved, tone: 'ok' }); onClose(); onDone?.(group) } })
  const right = kind === 'subgroup' ? chosen.length === 1 : chosen.length > 1
  const act = () => { setTried(true); if (right && name.trim()) put.mutate({ params: { schoolId, groupId }, body: { schoolYear: known?.schoolYear ?? year, kind, name, classIds: [...chosen], basedOn: known?.revision ?? null } }) }
  const open = (classes.data ?? []).filter((one) => one.closedOn === null)
  return (
    <ActDialog open onClose={onClose} title={known ? t.editGroup : t.addGroup} act={t.save} busy={put.isPending} problem={put.error} onAct={act}>
      <TextField label={t.groupName} required value={name} onChange={setName} error={tried && !name.trim() ? t.required : errorOf(put.error, 'name')} />
      <SelectField label={t.groupKind} value={kind} onChange={(next) => { setKind(next as typeof kind); setChosen(chosen.slice(0, 1)) }} options={kinds.map((value) => ({ value, label: t.groupKinds[value] ?? value }))} />
      {kind === 'subgroup' ? (
        <SelectField label={t.classColumn} required value={chosen[0] ?? ''} onChange={(id) => setChosen(id ? [id] : [])} placeholder={t.chooseClass} options={open.map(({ id, name: label }) => ({ value: id, label }))} error={tried && !right ? t.oneClass : null} />
      ) : (
        <fieldset><legend className="small">{t.groupClasses}</legend><div className="row wrap">{open.map((one) => <Checkbox key={one.id} label={one.name} checked={chosen.includes(one.id)} onChange={(on) => setChosen(on ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))} />)}</div>{tried && !right ? <p className="need" role="alert">{t.severalClasses}</p> : null}</fieldset>
      )}
    </ActDialog>
  )
}
