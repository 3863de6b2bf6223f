import { Button, Empty, PageBody, PageHeader, PrintButton, QuickSelect, Section, Waiting } from '@school/ui'
import { ask, dayText, listName, Loaded, useQuery, useTo, useUrlValue, weekdayText } from '@school/web'
import { useState } from 'react'
import { getTimetable, lessonPickers, type Clash, type Entry } from '../../contract/index.ts'
import { dayOf } from '../parts/CalendarDialogs.tsx'
import { EntryDialog, type EntryPlace } from '../parts/EntryDialog.tsx'
import { useSchoolId, useT } from '../parts/words.ts'
import css from './TimetableEdit.module.css'

/** One version of the timetable by class, teacher or room, with its clashes; an entry is added, moved or removed by hand. */
export function TimetableEdit({ timetableId }: { timetableId: string }) {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const pickers = useQuery(ask(lessonPickers, { params: { schoolId } }))
  const first = pickers.data?.classes[0]
  const [whose, setWhose] = useUrlValue('of', '')
  const [kind, id] = (whose || (first ? `classId:${first.id}` : '')).split(':') as [string, string | undefined]
  const found = useQuery({ ...ask(getTimetable, { params: { schoolId, id: timetableId }, query: id ? { [kind]: id } : {} }), enabled: pickers.isSuccess })
  const [open, setOpen] = useState<EntryPlace | null>(null)
  const options = [
    ...(pickers.data?.classes ?? []).map((one) => ({ value: `classId:${one.id}`, label: one.name, group: t.class })),
    ...(pickers.data?.teachers ?? []).map((one) => ({ value: `teacherId:${one.id}`, label: listName(one), group: t.teacher })),
    ...(pickers.data?.rooms ?? []).map((one) => ({ value: `roomId:${one.id}`, label: one.name, group: t.room })),
  ]
  return (
    <PageBody>
      <Loaded query={found} waiting={<Waiting title rows={9} height={56} />}>
        {({ timetable, entries, clashes, can }) => (
          <>
            <PageHeader title={timetable.name} sub={`${t.fromDay(dayText(timetable.validFrom))}${timetable.inForce ? `, ${t.inForce}` : ''}, ${t.entriesCount(timetable.entries)}`} back={{ href: to('/manage/timetables'), label: t.timetables }} actions={
              <>
                <QuickSelect label={t.whose} value={`${kind}:${id ?? ''}`} onChange={setWhose} options={options} />
                {can.change && kind === 'classId' && id ? <Button look="primary" onClick={() => setOpen({ entry: null, classId: id, weekday: 1, number: 1 })}>{t.addEntry}</Button> : null}
                <span className="only-wide"><PrintButton /></span>
              </>} />
            <Grid own={kind === 'classId' ? pickers.data?.classes.find((one) => one.id === id)?.name : undefined} entries={entries} clashes={clashes} onOpen={can.change ? (weekday, number, entry) => setOpen({ entry, classId: kind === 'classId' ? id ?? null : null, weekday, number }) : null} />
            <Clashes clashes={clashes} />
            {open ? <EntryDialog timetableId={timetableId} place={open} onClose={() => setOpen(null)} /> : null}
          </>
        )}
      </Loaded>
    </PageBody>
  )
}

function Grid({ own, entries, clashes, onOpen }: { own: string | undefined; entries: readonly Entry[]; clashes: readonly Clash[]; onOpen: ((weekday: number, number: number, entry: Entry | null) => void) | null }) {
  const t = useT()
  const clashing = new Set(clashes.flatMap((one) => one.entries))
  const lastDay = entries.some((one) => one.weekday === 6) ? 6 : 5
  const days = Array.from({ length: lastDay }, (_, i) => i + 1)
  const [low, high] = [Math.min(1, ...entries.map((one) => one.number)), Math.max(7, ...entries.map((one) => one.number))]
  if (entries.length === 0 && !onOpen) return <Empty>{t.noLessonsWeek}</Empty>
  return (
    <div className={css.scroll}>
      <table className={css.grid}>
        <thead><tr><th scope="col"><span className="only-spoken">{t.weekNumber}</span></th>{days.map((day) => <th key={day} scope="col">{weekdayText(dayOf(day))}</th>)}</tr></thead>
        <tbody>{Array.from({ length: high - low + 1 }, (_, i) => low + i).map((number) => (
          <tr key={number}>
            <th scope="row">{number}</th>
            {days.map((day) => (
              <td key={day}>{entries.filter((one) => one.weekday === day && one.number === number).map((one) => <Cell key={one.id} own={own} entry={one} clashes={clashing.has(one.id)} onOpen={onOpen ? () => onOpen(day, number, one) : null} />)}
                {onOpen && !entries.some((one) => one.weekday === day && one.number === number) ? <button type="button" className={css.empty} aria-label={`${t.addEntry}: ${weekdayText(dayOf(day))}, ${number}`} onClick={() => onOpen(day, number, null)} /> : null}</td>
            ))}
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}

function Cell({ own, entry, clashes, onOpen }: { own: string | undefined; entry: Entry; clashes: boolean; onOpen: (() => void) | null }) {
  const t = useT()
  const week = entry.week === 'A' ? t.aWeek : entry.week === 'B' ? t.bWeek : ''
  const body = <><b>{entry.subject.name}</b><span>{[entry.group.name === own ? '' : entry.group.name, entry.teachers.map(listName).join(', '), entry.room ? t.cab(entry.room.name) : '', week].filter(Boolean).join(' · ')}</span>{clashes ? <span className={css.clash}>{t.clash}</span> : null}</>
  return onOpen ? <button type="button" className={css.cell} onClick={onOpen}>{body}</button> : <div className={css.cell}>{body}</div>
}

function Clashes({ clashes }: { clashes: readonly Clash[] }) {
  const t = useT()
  if (clashes.length === 0) return <p className="muted no-print">{t.noClashes}</p>
  return (
    <Section title={t.clashes} count={clashes.length}>
      <ul className={css.clashes}>{clashes.slice(0, 60).map((one) => <li key={`${one.kind} ${one.weekday} ${one.number} ${one.name}`}><b>{`${weekdayText(dayOf(one.weekday), 'short')}, ${t.lessonNo(one.number)}`}</b> {`${one.name}: ${t.clashKinds[one.kind]}`}</li>)}</ul>
      {clashes.length > 60 ? <p className="muted">{t.more(clashes.length - 60)}</p> : null}
    </Section>
  )
}
