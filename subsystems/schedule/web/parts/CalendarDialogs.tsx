import { newId } from '@school/contract'
import { Button, Checkbox, DateField, Dialog, Form, SelectField, SideBySide, TextField } from '@school/ui'
import { useCommand, weekdayText } from '@school/web'
import { useState } from 'react'
import { editYear, putClassSetting, putSpecialDay, putVacation, type Calendar } from '../../contract/index.ts'
import { useCalendarAct } from './acts.ts'
import { dayOf, useSchoolId, useT } from './words.ts'

const grades = Array.from({ length: 11 }, (_, i) => String(i + 1))

export function YearDialog({ year, onClose }: { year: NonNullable<Calendar['year']>; onClose(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [starts, setStarts] = useState(year.starts)
  const [ends, setEnds] = useState(year.ends)
  const [twoWeek, setTwoWeek] = useState(year.twoWeek)
  const [aWeek, setAWeek] = useState(year.aWeekStarts ?? '')
  const put = useCommand(editYear, { ...useCalendarAct(), onDone: onClose })
  const send = () => put.mutate({ params: { schoolId, year: year.year }, body: { starts, ends, twoWeek, aWeekStarts: twoWeek && aWeek ? aWeek : null, basedOn: year.revision } })
  return (
    <Dialog open onClose={onClose} title={t.editYear} foot={<Button look="primary" busy={put.isPending} {...(starts && ends ? {} : { why: t.fillAll })} onClick={send}>{t.save}</Button>}>
      <Form onSubmit={send} foot={null}>
        <SideBySide><DateField label={t.yearStarts} value={starts} onChange={setStarts} /><DateField label={t.yearEnds} value={ends} onChange={setEnds} /></SideBySide>
        <Checkbox label={t.twoWeek} checked={twoWeek} onChange={setTwoWeek} />
        {twoWeek ? <DateField label={t.aWeekStarts} value={aWeek} onChange={setAWeek} /> : null}
      </Form>
    </Dialog>
  )
}

export function DayDialog({ onClose }: { onClose(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [date, setDate] = useState('')
  const [kind, setKind] = useState<'off' | 'asWeekday'>('off')
  const [weekday, setWeekday] = useState('1')
  const [name, setName] = useState('')
  const put = useCommand(putSpecialDay, { ...useCalendarAct(), onDone: onClose })
  const send = () => put.mutate({ params: { schoolId, date }, body: { kind, asWeekday: kind === 'off' ? null : Number(weekday), name } })
  return (
    <Dialog open onClose={onClose} title={t.addDay} foot={<Button look="primary" busy={put.isPending} {...(date ? {} : { why: t.fillAll })} onClick={send}>{t.save}</Button>}>
      <Form onSubmit={send} foot={null}>
        <DateField label={t.date} value={date} onChange={setDate} />
        <SelectField label={t.kind} value={kind} onChange={(value) => setKind(value as 'off')} options={[{ value: 'off', label: t.off }, { value: 'asWeekday', label: t.asWeekday }]} />
        {kind === 'asWeekday' ? <SelectField label={t.weekday} value={weekday} onChange={setWeekday} options={[1, 2, 3, 4, 5, 6].map((one) => ({ value: String(one), label: weekdayText(dayOf(one)) }))} /> : null}
        <TextField label={t.name} optional value={name} onChange={setName} />
      </Form>
    </Dialog>
  )
}

export function VacationDialog({ year, vacation, onClose }: { year: number; vacation: Calendar['vacations'][number] | null; onClose(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [id] = useState(vacation?.id ?? newId())
  const [name, setName] = useState(vacation?.name ?? '')
  const [starts, setStarts] = useState(vacation?.starts ?? '')
  const [ends, setEnds] = useState(vacation?.ends ?? '')
  const [from, setFrom] = useState(String(vacation?.fromGrade ?? ''))
  const [to, setTo] = useState(String(vacation?.toGrade ?? ''))
  const put = useCommand(putVacation, { ...useCalendarAct(), onDone: onClose })
  const send = () => put.mutate({ params: { schoolId, id }, body: { year, name, starts, ends, fromGrade: from ? Number(from) : null, toGrade: to ? Number(to) : null } })
  const options = [{ value: '', label: t.allGrades }, ...grades.map((one) => ({ value: one, label: one }))]
  return (
    <Dialog open onClose={onClose} title={vacation?.name ?? t.addVacation} foot={<Button look="primary" busy={put.isPending} {...(starts && ends && name ? {} : { why: t.fillAll })} onClick={send}>{t.save}</Button>}>
      <Form onSubmit={send} foot={null}>
        <TextField label={t.name} value={name} onChange={setName} />
        <SideBySide><DateField label={t.from} value={starts} onChange={setStarts} /><DateField label={t.to} value={ends} onChange={setEnds} /></SideBySide>
        <SideBySide><SelectField label={t.fromGrade} value={from} onChange={setFrom} options={options} /><SelectField label={t.toGrade} value={to} onChange={setTo} options={options} /></SideBySide>
      </Form>
    </Dialog>
  )
}

export function ClassDialog({ calendar, setting, onClose }: { calendar: Calendar; setting: Calendar['classes'][number]; onClose(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [schemeId, setScheme] = useState(setting.schemeId ?? calendar.schemes[0]?.id ?? '')
  const [bellScheduleId, setBells] = useState(setting.bellScheduleId ?? calendar.bells[0]?.id ?? '')
  const [weekDays, setWeekDays] = useState(String(setting.weekDays ?? calendar.year?.weekDays ?? 5))
  const put = useCommand(putClassSetting, { ...useCalendarAct(), onDone: onClose })
  const send = () => put.mutate({ params: { schoolId, classId: setting.classId }, body: { schemeId, bellScheduleId, weekDays: Number(weekDays) } })
  return (
    <Dialog open onClose={onClose} title={t.classSetting(setting.className)} foot={<Button look="primary" busy={put.isPending} onClick={send}>{t.save}</Button>}>
      <Form onSubmit={send} foot={null}>
        <SelectField label={t.scheme} value={schemeId} onChange={setScheme} options={calendar.schemes.map((one) => ({ value: one.id, label: one.name }))} />
        <SelectField label={t.bellSchedule} value={bellScheduleId} onChange={setBells} options={calendar.bells.filter((one) => one.weekday === null).map((one) => ({ value: one.id, label: one.name }))} />
        <SelectField label={t.week} value={weekDays} onChange={setWeekDays} options={[{ value: '5', label: t.fiveDays }, { value: '6', label: t.sixDays }]} />
      </Form>
    </Dialog>
  )
}
