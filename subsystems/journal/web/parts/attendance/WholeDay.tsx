import { Button, Callout, cx, Empty, MarkTile, showToast, TextField, Tick, Waiting } from '@school/ui'
import { ask, dayText, keyOf, listName, Loaded, problemText, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { classAbsences, getAbsentToday, getClassDay, putClassDay, type AbsenceReason, type AttendanceCode, type ClassDay } from '../../../contract/index.ts'
import { lettersOf } from '../grid/entry.ts'
import { DayTurn } from './DayTurn.tsx'
import { undoOf, wholeDayOps } from './whole-day.ts'
import css from './WholeDay.module.css'
import { useT } from './words.ts'

interface Props { schoolId: string; classId: string; date: string; onDate: (date: string) => void }

const codes = [
  { code: 'absent', reason: null }, { code: 'absent', reason: 'illness' }, { code: 'absent', reason: 'excused' }, { code: 'absent', reason: 'unexcused' }, { code: 'remote', reason: null }, { code: 'exempt', reason: null }, { code: 'present', reason: null },
] as const

/** One code for the chosen pupils over all lessons of a day. */
export function WholeDay({ schoolId, classId, date, onDate }: Props) {
  const query = useQuery({ ...ask(getClassDay, { params: { schoolId, classId, date } }), placeholderData: (before) => before })
  return <Loaded query={query} waiting={<Waiting rows={12} height={36} />}>{(day) => <Day key={day.date} {...{ schoolId, classId, day, onDate }} />}</Loaded>
}

interface Refused { readonly lessonId: string; readonly studentId: string; readonly code: string }

function Day({ schoolId, classId, day, onDate }: { schoolId: string; classId: string; day: ClassDay; onDate: (date: string) => void }) {
  const t = useT()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<readonly Refused[]>([])
  const put = useCommand(putClassDay, {
    stale: () => [keyOf(getClassDay, { params: { schoolId, classId, date: day.date } }), keyOf(classAbsences), keyOf(getAbsentToday)],
    onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) },
  })
  const needsReason = day.can.reason && reason.trim() === ''
  const send = (ops: ReturnType<typeof wholeDayOps>, undoable: boolean) => {
    if (ops.length === 0) { showToast({ tone: 'info', text: t.whole.nothing }); return }
    put.mutate({ params: { schoolId, classId, date: day.date }, body: { ops, ...(day.can.reason ? { reason: reason.trim() } : {}) } }, {
      onSuccess: ({ outcomes }) => {
        setRefused(outcomes.flatMap((one, i) => one.kept ? [] : [{ lessonId: ops[i]!.lessonId, studentId: ops[i]!.studentId, code: one.code }]))
        const written = outcomes.filter((one) => one.kept).length
        if (written > 0) showToast({ tone: 'ok', text: t.whole.written(written), ...(undoable ? { undo: () => send(undoOf(day, ops, outcomes), false) } : {}) })
      },
    })
  }
  const toggle = (id: string, on: boolean) => setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)))
  const all = day.students.length > 0 && chosen.size === day.students.length
  return (
    <>
      <DayTurn date={day.date} today={day.today} title={dayText(day.date)} onDate={onDate} />
      {day.lessons.length === 0 ? <Empty>{t.whole.noLessons}</Empty> : (
        <>
          {day.can.put ? (
            <div className={css.acts}>
              {day.can.reason ? <TextField label={t.whole.reason} hint={t.whole.reasonHint} value={reason} maxLength={300} onChange={setReason} required /> : null}
              <div className={css.codes} role="group" aria-label={t.whole.codes}>
                {codes.map(({ code, reason: why }) => <Button key={`${code}${why}`} size="sm" disabled={chosen.size === 0 || put.isPending || needsReason} onClick={() => send(wholeDayOps(day, chosen, code, why), true)}>{code === 'present' ? t.whole.present : t.whole.code(lettersOf(code, why), why ? t.reasons[why] ?? '' : '')}</Button>)}
              </div>
              <p className="muted small">{chosen.size === 0 ? t.whole.choose : t.whole.chosen(chosen.size)}</p>
            </div>
          ) : null}
          {refused.length > 0 ? <Callout tone="warn" title={t.whole.refused(refused.length)}>{refused.map((one) => <span key={`${one.lessonId}${one.studentId}`} className={css.refused}>{t.whole.refusedCell(nameOf(day, one.studentId), day.lessons.find((lesson) => lesson.id === one.lessonId)?.number ?? 0, problemText(one.code, {}))}</span>)}</Callout> : null}
          <Table {...{ day, chosen, all, toggle }} onAll={(on) => setChosen(new Set(on ? day.students.map((one) => one.id) : []))} />
          <p className="muted small">{t.whole.stays}</p>
        </>
      )}
    </>
  )
}

const nameOf = (day: ClassDay, id: string) => { const found = day.students.find((one) => one.id === id); return found ? listName(found) : '' }

interface TableProps { day: ClassDay; chosen: ReadonlySet<string>; all: boolean; toggle: (id: string, on: boolean) => void; onAll: (on: boolean) => void }

function Table({ day, chosen, all, toggle, onAll }: TableProps) {
  const t = useT()
  const places = new Map(day.places.map((one) => [`${one.lessonId} ${one.studentId}`, one]))
  return (
    <div className={css.box}>
      <table className={css.table}>
        <caption className="only-spoken">{t.whole.title}</caption>
        <thead><tr>
          {day.can.put ? <th className={css.tick}><Tick label={t.whole.all} checked={all} part={chosen.size > 0 && !all} onChange={onAll} /></th> : null}
          <th scope="col">{t.columns.pupil}</th>
          {day.lessons.map((lesson) => <th key={lesson.id} scope="col" className={css.lesson} title={`${lesson.subject}, ${lesson.group}`}><b>{lesson.number}</b><span>{lesson.subject}</span></th>)}
        </tr></thead>
        <tbody>{day.students.map((student) => (
          <tr key={student.id} className={cx(chosen.has(student.id) && css.on)}>
            {day.can.put ? <td className={css.tick}><Tick label={t.select(listName(student))} checked={chosen.has(student.id)} onChange={(on) => toggle(student.id, on)} /></td> : null}
            <th scope="row">{listName(student)}</th>
            {day.lessons.map((lesson) => { const place = places.get(`${lesson.id} ${student.id}`); return <td key={lesson.id} className={cx(css.lesson, !place && css.none)}>{place?.now && place.now.code !== 'present' ? <Letters code={place.now.code} reason={place.now.reason} /> : null}</td> })}
          </tr>
        ))}</tbody>
      </table>
    </div>
  )
}

const Letters = ({ code, reason }: { code: Exclude<AttendanceCode, 'present'>; reason: AbsenceReason | null }) => <MarkTile look="absence" value={lettersOf(code, reason)} size="grid" />
