import { Button, Callout, DataTable, DateField, Dialog, Facts, Form, PageBody, PageHeader, Row, Rows, Section, SelectField, showToast, TextField, Waiting, type Column } from '@school/ui'
import { ask, dayText, daysText, keyOf, Loaded, problemText, todayIn, useCommand, useQuery, useTo, weekdayText } from '@school/web'
import { newId } from '@school/contract'
import { useState } from 'react'
import { getCalendar, openYear, putSpecialDay, putVacation, removeSpecialDay, removeVacation, type Calendar as CalendarData } from '../../contract/index.ts'
import { useSchoolId, useT } from '../parts/words.ts'

const yearNow = () => { const day = todayIn('Europe/Moscow'); return Number(day.slice(0, 4)) - (day.slice(5) < '07-01' ? 1 : 0) }

/** The school year: periods, vacations, special days, bells, and by what each class lives. */
export function Calendar() {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const found = useQuery(ask(getCalendar, { params: { schoolId }, query: {} }))
  return (
    <PageBody>
      <Loaded query={found} waiting={<Waiting title rows={8} />}>
        {(calendar) => (
          <>
            <PageHeader title={t.calendar} sub={calendar.year ? t.yearTitle(dayText(calendar.year.starts), dayText(calendar.year.ends)) : ''} back={{ href: to('/manage'), label: t.calendarSub }} />
            {calendar.year ? <Opened calendar={calendar} year={calendar.year.year} /> : <NotOpened />}
          </>
        )}
      </Loaded>
    </PageBody>
  )
}

function useStale() {
  const schoolId = useSchoolId()
  return { stale: () => [keyOf(getCalendar, { params: { schoolId } })], onProblem: (problem: { code: string; details: Record<string, unknown> }) => showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) }
}

function NotOpened() {
  const t = useT()
  const schoolId = useSchoolId()
  const [weekDays, setWeekDays] = useState('5')
  const open = useCommand(openYear, useStale())
  const year = yearNow()
  return (
    <Callout tone="info" title={t.openYear} action={<Button busy={open.isPending} onClick={() => open.mutate({ params: { schoolId, year }, body: { weekDays: Number(weekDays) } })}>{t.openYear}</Button>}>
      <p>{t.openYearText(`${year}/${String(year + 1).slice(2)}`)}</p>
      <SelectField label={t.week} value={weekDays} onChange={setWeekDays} options={[{ value: '5', label: t.fiveDays }, { value: '6', label: t.sixDays }]} />
    </Callout>
  )
}

function Opened({ calendar, year }: { calendar: CalendarData; year: number }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [adding, setAdding] = useState<'day' | 'vacation' | null>(null)
  const dropDay = useCommand(removeSpecialDay, useStale())
  const dropVacation = useCommand(removeVacation, useStale())
  return (
    <>
      <Section title={t.periods}>{calendar.schemes.map((scheme) => <Facts key={scheme.id} items={[[scheme.name, ''], ...scheme.periods.map((one) => [one.name, daysText(one.starts, one.ends)] as [string, string])]} />)}</Section>
      <Section title={t.vacations} action={<Button look="text" onClick={() => setAdding('vacation')}>{t.addVacation}</Button>}>
        <Rows>{calendar.vacations.map((one) => <Row key={one.id} title={one.name} sub={[daysText(one.starts, one.ends), one.fromGrade !== null ? t.grades(one.fromGrade, one.toGrade ?? one.fromGrade) : ''].filter(Boolean).join(', ')} end={<Button look="danger" onClick={() => dropVacation.mutate({ params: { schoolId, id: one.id } })}>{t.remove}</Button>} />)}</Rows>
      </Section>
      <Section title={t.specialDays} action={<Button look="text" onClick={() => setAdding('day')}>{t.addDay}</Button>}>
        <Rows>{calendar.specialDays.map((one) => <Row key={one.date} title={dayText(one.date)} sub={[one.name, one.kind === 'off' ? t.off : `${t.asWeekday}: ${weekdayText(`2026-11-0${1 + (one.asWeekday ?? 1)}`)}`].filter(Boolean).join(', ')} end={<Button look="danger" onClick={() => dropDay.mutate({ params: { schoolId, date: one.date } })}>{t.remove}</Button>} />)}</Rows>
      </Section>
      <Section title={t.bells}>{calendar.bells.map((one) => <Facts key={one.id} items={[[one.name, ''], ...one.bells.map((bell) => [`${t.lesson} ${bell.number}`, `${bell.starts}–${bell.ends}`] as [string, string])]} />)}</Section>
      <Classes calendar={calendar} />
      {adding === 'day' ? <DayDialog onClose={() => setAdding(null)} /> : null}
      {adding === 'vacation' ? <VacationDialog year={year} onClose={() => setAdding(null)} /> : null}
    </>
  )
}

function Classes({ calendar }: { calendar: CalendarData }) {
  const t = useT()
  type Setting = CalendarData['classes'][number]
  const columns: Column<Setting>[] = [
    { key: 'name', head: t.class, names: true, width: 140, cell: (row) => row.className },
    { key: 'scheme', head: t.scheme, cell: (row) => calendar.schemes.find((one) => one.id === row.schemeId)?.name ?? t.notSet },
    { key: 'bells', head: t.bellSchedule, cell: (row) => calendar.bells.find((one) => one.id === row.bellScheduleId)?.name ?? t.notSet },
    { key: 'days', head: t.weekDays, align: 'right', width: 80, cell: (row) => row.weekDays ?? '' },
  ]
  return <Section title={t.classesLive} count={calendar.classes.length}><DataTable caption={t.classesLive} density="dense" columns={columns} rows={calendar.classes} rowKey={(row) => row.classId} empty={null} /></Section>
}

function DayDialog({ onClose }: { onClose(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [date, setDate] = useState('')
  const [kind, setKind] = useState<'off' | 'asWeekday'>('off')
  const [weekday, setWeekday] = useState('1')
  const [name, setName] = useState('')
  const put = useCommand(putSpecialDay, { ...useStale(), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t.addDay} foot={<Button busy={put.isPending} {...(date ? {} : { why: t.date })} onClick={() => put.mutate({ params: { schoolId, date }, body: { kind, asWeekday: kind === 'off' ? null : Number(weekday), name } })}>{t.save}</Button>}>
      <Form onSubmit={() => {}} foot={null}>
        <DateField label={t.date} value={date} onChange={setDate} />
        <SelectField label={t.kind} value={kind} onChange={(value) => setKind(value as 'off')} options={[{ value: 'off', label: t.off }, { value: 'asWeekday', label: t.asWeekday }]} />
        {kind === 'asWeekday' ? <SelectField label={t.weekday} value={weekday} onChange={setWeekday} options={[1, 2, 3, 4, 5, 6].map((one) => ({ value: String(one), label: weekdayText(`2026-11-0${1 + one}`) }))} /> : null}
        <TextField label={t.name} optional value={name} onChange={setName} />
      </Form>
    </Dialog>
  )
}

function VacationDialog({ year, onClose }: { year: number; onClose(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [name, setName] = useState('')
  const [starts, setStarts] = useState('')
  const [ends, setEnds] = useState('')
  const put = useCommand(putVacation, { ...useStale(), onDone: onClose })
  return (
    <Dialog open onClose={onClose} title={t.addVacation} foot={<Button busy={put.isPending} {...(starts && ends && name ? {} : { why: t.name })} onClick={() => put.mutate({ params: { schoolId, id: newId() }, body: { year, name, starts, ends, fromGrade: null, toGrade: null } })}>{t.save}</Button>}>
      <Form onSubmit={() => {}} foot={null}>
        <TextField label={t.name} value={name} onChange={setName} />
        <DateField label={t.from} value={starts} onChange={setStarts} />
        <DateField label={t.to} value={ends} onChange={setEnds} />
      </Form>
    </Dialog>
  )
}
