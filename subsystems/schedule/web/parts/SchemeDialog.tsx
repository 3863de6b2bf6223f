import { newId } from '@school/contract'
import { Button, DateField, Dialog, Form, IconButton, IconTrash, SelectField, SideBySide, TextField } from '@school/ui'
import { useCommand } from '@school/web'
import { useState } from 'react'
import { putScheme, type Calendar } from '../../contract/index.ts'
import { useCalendarAct } from './acts.ts'
import { useSchoolId, useT } from './words.ts'
import css from './rows.module.css'

type Scheme = Calendar['schemes'][number]

/** A scheme of periods: its kind, and each period with name and dates. */
export function SchemeDialog({ year, scheme, onClose }: { year: number; scheme: Scheme | null; onClose(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [id] = useState(scheme?.id ?? newId())
  const [name, setName] = useState(scheme?.name ?? '')
  const [kind, setKind] = useState<Scheme['kind']>(scheme?.kind ?? 'trimester')
  const [periods, setPeriods] = useState(scheme?.periods ?? [{ id: newId(), ordinal: 1, name: '', starts: '', ends: '' }])
  const put = useCommand(putScheme, { ...useCalendarAct(), onDone: onClose })
  const change = (at: number, over: Partial<Scheme['periods'][number]>) => setPeriods(periods.map((one, i) => (i === at ? { ...one, ...over } : one)))
  const ready = name.length > 1 && periods.every((one) => one.name && one.starts && one.ends)
  const send = () => put.mutate({ params: { schoolId, id }, body: { year, name, kind, periods: periods.map((one, i) => ({ ...one, ordinal: i + 1 })) } })
  return (
    <Dialog open wide onClose={onClose} title={scheme?.name ?? t.addScheme} foot={<Button look="primary" busy={put.isPending} {...(ready ? {} : { why: t.fillAll })} onClick={send}>{t.save}</Button>}>
      <Form onSubmit={send} foot={null}>
        <SideBySide>
          <TextField label={t.name} value={name} onChange={setName} />
          <SelectField label={t.schemeKind} value={kind} onChange={(value) => setKind(value as Scheme['kind'])} options={(['quarter', 'trimester', 'semester', 'module'] as const).map((value) => ({ value, label: t.schemeKinds[value] }))} />
        </SideBySide>
        {periods.map((one, i) => (
          <div key={one.id} className={css.row}>
            <TextField label={t.periodName} value={one.name} onChange={(value) => change(i, { name: value })} />
            <DateField label={t.from} value={one.starts} onChange={(value) => change(i, { starts: value })} />
            <DateField label={t.to} value={one.ends} onChange={(value) => change(i, { ends: value })} />
            <IconButton label={`${t.remove}: ${one.name}`} onClick={() => setPeriods(periods.filter((_, other) => other !== i))}><IconTrash size={18} /></IconButton>
          </div>
        ))}
        <Button look="text" flush onClick={() => setPeriods([...periods, { id: newId(), ordinal: periods.length + 1, name: '', starts: '', ends: '' }])}>{t.addPeriod}</Button>
      </Form>
    </Dialog>
  )
}
