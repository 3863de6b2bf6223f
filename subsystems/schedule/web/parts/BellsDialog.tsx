import { newId } from '@school/contract'
import { listPlaces } from '@school/registry/contract'
import { Button, Dialog, Form, IconButton, IconTrash, SelectField, SideBySide, TextField } from '@school/ui'
import { ask, useCommand, useQuery, weekdayText } from '@school/web'
import { useState } from 'react'
import { putBells, type Calendar } from '../../contract/index.ts'
import { useCalendarAct } from './acts.ts'
import { dayOf, useSchoolId, useT } from './words.ts'
import css from './rows.module.css'

type Bells = Calendar['bells'][number]
const clock = /^([01]\d|2[0-3]):[0-5]\d$/

/** A schedule of bells for a shift, a building or one weekday. */
export function BellsDialog({ schedule, onClose }: { schedule: Bells | null; onClose(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [id] = useState(schedule?.id ?? newId())
  const [name, setName] = useState(schedule?.name ?? '')
  const [shift, setShift] = useState(String(schedule?.shift ?? 1))
  const [weekday, setWeekday] = useState(String(schedule?.weekday ?? ''))
  const [buildingId, setBuilding] = useState(schedule?.buildingId ?? '')
  const [bells, setBells] = useState(schedule?.bells ?? [{ number: 1, starts: '08:30', ends: '09:15' }])
  const places = useQuery(ask(listPlaces, { params: { schoolId } }))
  const put = useCommand(putBells, { ...useCalendarAct(), onDone: onClose })
  const change = (at: number, over: Partial<Bells['bells'][number]>) => setBells(bells.map((one, i) => (i === at ? { ...one, ...over } : one)))
  const ready = name.length > 1 && bells.length > 0 && bells.every((one) => clock.test(one.starts) && clock.test(one.ends))
  const send = () => put.mutate({ params: { schoolId, id }, body: { name, shift: Number(shift), weekday: weekday ? Number(weekday) : null, buildingId: buildingId || null, bells } })
  const next = (bells.at(-1)?.number ?? 0) + 1
  return (
    <Dialog open wide onClose={onClose} title={schedule?.name ?? t.addBells} foot={<Button look="primary" busy={put.isPending} {...(ready ? {} : { why: t.fillAll })} onClick={send}>{t.save}</Button>}>
      <Form onSubmit={send} foot={null}>
        <SideBySide>
          <TextField label={t.name} value={name} onChange={setName} />
          <SelectField label={t.shift} value={shift} onChange={setShift} options={[{ value: '1', label: t.firstShift }, { value: '2', label: t.secondShift }]} />
        </SideBySide>
        <SideBySide>
          <SelectField label={t.onWeekday} value={weekday} onChange={setWeekday} options={[{ value: '', label: t.anyWeekday }, ...[1, 2, 3, 4, 5, 6].map((one) => ({ value: String(one), label: weekdayText(dayOf(one)) }))]} />
          <SelectField label={t.building} value={buildingId} onChange={setBuilding} options={[{ value: '', label: t.anyBuilding }, ...(places.data?.buildings ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
        </SideBySide>
        {bells.map((one, i) => (
          <div key={one.number} className={css.row}>
            <span className={css.lead}>{t.lessonNo(one.number)}</span>
            <TextField type="time" label={t.starts} value={one.starts} onChange={(value) => change(i, { starts: value })} />
            <TextField type="time" label={t.ends} value={one.ends} onChange={(value) => change(i, { ends: value })} />
            {i === bells.length - 1 ? <IconButton label={`${t.remove}: ${t.lessonNo(one.number)}`} onClick={() => setBells(bells.slice(0, -1))}><IconTrash size={18} /></IconButton> : <span />}
          </div>
        ))}
        {next <= 14 ? <Button look="text" flush onClick={() => setBells([...bells, { number: next, starts: '', ends: '' }])}>{t.addBell}</Button> : null}
      </Form>
    </Dialog>
  )
}
