import { AskOnce, Button, Callout, DataTable, Facts, IconButton, IconPencil, IconTrash, PageBody, PageHeader, Row, Rows, Section, SelectField, Waiting, type Column } from '@school/ui'
import { ask, daysText, dayText, dayWithWeekday, Loaded, todayIn, useCommand, useQuery, useTo, weekdayText } from '@school/web'
import { useState } from 'react'
import { getCalendar, openYear, removeSpecialDay, removeVacation, type Calendar as CalendarData } from '../../contract/index.ts'
import { useCalendarAct } from '../parts/acts.ts'
import { BellsDialog } from '../parts/BellsDialog.tsx'
import { ClassDialog, DayDialog, VacationDialog, YearDialog } from '../parts/CalendarDialogs.tsx'
import { SchemeDialog } from '../parts/SchemeDialog.tsx'
import { dayOf, useSchoolId, useT } from '../parts/words.ts'
import css from './Calendar.module.css'

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
            <PageHeader title={t.calendar} sub={calendar.year ? t.yearTitle(dayText(calendar.year.starts), dayText(calendar.year.ends)) : ''} back={{ href: to('/manage'), label: t.manage }} />
            {calendar.year ? <Opened calendar={calendar} year={calendar.year} /> : <NotOpened />}
          </>
        )}
      </Loaded>
    </PageBody>
  )
}

function NotOpened() {
  const t = useT()
  const schoolId = useSchoolId()
  const [weekDays, setWeekDays] = useState('5')
  const open = useCommand(openYear, useCalendarAct())
  const year = yearNow()
  return (
    <Callout tone="info" title={t.openYear} action={<Button look="primary" busy={open.isPending} onClick={() => open.mutate({ params: { schoolId, year }, body: { weekDays: Number(weekDays) } })}>{t.openYear}</Button>}>
      <p>{t.openYearText(`${year}/${String(year + 1).slice(2)}`)}</p>
      <SelectField label={t.week} value={weekDays} onChange={setWeekDays} options={[{ value: '5', label: t.fiveDays }, { value: '6', label: t.sixDays }]} />
    </Callout>
  )
}

type Open = { what: 'year' | 'day' } | { what: 'scheme'; of: CalendarData['schemes'][number] | null } | { what: 'vacation'; of: CalendarData['vacations'][number] | null } | { what: 'bells'; of: CalendarData['bells'][number] | null } | { what: 'class'; of: CalendarData['classes'][number] }

function Opened({ calendar, year }: { calendar: CalendarData; year: NonNullable<CalendarData['year']> }) {
  const t = useT()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <div className={css.columns}>
        <Section title={t.periods} action={<Button look="text" flush onClick={() => setOpen({ what: 'scheme', of: null })}>{t.addScheme}</Button>}>
          {calendar.schemes.map((scheme) => (
            <Section key={scheme.id} level={3} lined={false} title={scheme.name} action={<Button look="text" flush onClick={() => setOpen({ what: 'scheme', of: scheme })}>{t.edit}</Button>}>
              <Facts ruled items={scheme.periods.map((one) => [one.name, daysText(one.starts, one.ends)] as [string, string])} />
            </Section>
          ))}
        </Section>
        <div>
          <Vacations calendar={calendar} onOpen={(of) => setOpen({ what: 'vacation', of })} />
          <SpecialDays calendar={calendar} onAdd={() => setOpen({ what: 'day' })} />
        </div>
      </div>
      <Section title={t.bells} action={<Button look="text" flush onClick={() => setOpen({ what: 'bells', of: null })}>{t.addBells}</Button>}>
        <div className={css.columns}>
          {calendar.bells.map((one) => (
            <Section key={one.id} level={3} lined={false} title={one.name} action={<Button look="text" flush onClick={() => setOpen({ what: 'bells', of: one })}>{t.edit}</Button>}>
              <Facts ruled items={one.bells.map((bell) => [t.lessonNo(bell.number), `${bell.starts}–${bell.ends}`] as [string, string])} />
            </Section>
          ))}
        </div>
      </Section>
      <Classes calendar={calendar} onOpen={(of) => setOpen({ what: 'class', of })} />
      <div className="no-print"><Button look="outlined" onClick={() => setOpen({ what: 'year' })}>{t.editYear}</Button></div>
      {open?.what === 'year' ? <YearDialog year={year} onClose={close} /> : null}
      {open?.what === 'day' ? <DayDialog onClose={close} /> : null}
      {open?.what === 'vacation' ? <VacationDialog year={year.year} vacation={open.of} onClose={close} /> : null}
      {open?.what === 'scheme' ? <SchemeDialog year={year.year} scheme={open.of} onClose={close} /> : null}
      {open?.what === 'bells' ? <BellsDialog schedule={open.of} onClose={close} /> : null}
      {open?.what === 'class' ? <ClassDialog calendar={calendar} setting={open.of} onClose={close} /> : null}
    </>
  )
}

function Vacations({ calendar, onOpen }: { calendar: CalendarData; onOpen(of: CalendarData['vacations'][number] | null): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const [asked, setAsked] = useState<CalendarData['vacations'][number] | null>(null)
  const drop = useCommand(removeVacation, { ...useCalendarAct(), onDone: () => setAsked(null) })
  return (
    <Section title={t.vacations} action={<Button look="text" flush onClick={() => onOpen(null)}>{t.addVacation}</Button>}>
      <Rows>{calendar.vacations.map((one) => (
        <Row key={one.id} title={one.name} sub={[daysText(one.starts, one.ends), one.fromGrade !== null || one.toGrade !== null ? t.grades(one.fromGrade ?? 1, one.toGrade ?? 11) : ''].filter(Boolean).join(', ')}
          end={<><IconButton label={`${t.edit}: ${one.name}`} onClick={() => onOpen(one)}><IconPencil size={18} /></IconButton><IconButton label={`${t.remove}: ${one.name}`} onClick={() => setAsked(one)}><IconTrash size={18} /></IconButton></>} />
      ))}</Rows>
      <AskOnce open={asked !== null} onClose={() => setAsked(null)} title={t.vacations} act={t.remove} cancel={t.cancel} danger busy={drop.isPending} onAct={() => { if (asked) drop.mutate({ params: { schoolId, id: asked.id } }) }}>{asked ? t.removeAsk(asked.name) : ''}</AskOnce>
    </Section>
  )
}

function SpecialDays({ calendar, onAdd }: { calendar: CalendarData; onAdd(): void }) {
  const t = useT()
  const schoolId = useSchoolId()
  const drop = useCommand(removeSpecialDay, useCalendarAct())
  return (
    <Section title={t.specialDays} action={<Button look="text" flush onClick={onAdd}>{t.addDay}</Button>}>
      <Rows>{calendar.specialDays.map((one) => (
        <Row key={one.date} title={dayWithWeekday(one.date)} sub={[one.name, one.kind === 'off' ? t.off : `${t.asWeekday}: ${weekdayText(dayOf(one.asWeekday ?? 1))}`].filter(Boolean).join(', ')}
          end={<IconButton label={`${t.remove}: ${dayText(one.date)}`} onClick={() => drop.mutate({ params: { schoolId, date: one.date } })}><IconTrash size={18} /></IconButton>} />
      ))}</Rows>
    </Section>
  )
}

function Classes({ calendar, onOpen }: { calendar: CalendarData; onOpen(of: CalendarData['classes'][number]): void }) {
  const t = useT()
  type Setting = CalendarData['classes'][number]
  const scheme = (row: Setting) => calendar.schemes.find((one) => one.id === row.schemeId)?.name ?? t.notSet
  const bells = (row: Setting) => calendar.bells.find((one) => one.id === row.bellScheduleId)?.name ?? t.notSet
  const columns: Column<Setting>[] = [
    { key: 'name', head: t.class, names: true, width: 140, cell: (row) => row.className },
    { key: 'scheme', head: t.scheme, cell: scheme },
    { key: 'bells', head: t.bellSchedule, cell: bells },
    { key: 'days', head: t.daysInWeek, align: 'right', width: 130, cell: (row) => row.weekDays ?? '' },
  ]
  return (
    <Section title={t.classesLive} count={calendar.classes.length}>
      <DataTable caption={t.classesLive} density="dense" columns={columns} rows={calendar.classes} rowKey={(row) => row.classId} onOpen={onOpen} empty={null} phone={(row) => <Row title={row.className} sub={[scheme(row), bells(row), t.days(row.weekDays ?? 5)].join(', ')} onOpen={() => onOpen(row)} />} />
    </Section>
  )
}
