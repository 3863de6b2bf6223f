import type { Reply } from '@school/contract'
import { Button, DateField, Empty, QuickSelect, Row, Rows, Section, showToast, SideBySide, StatusWord, Tick, Waiting } from '@school/ui'
import { ask, dayText, keyOf, listName, Loaded, problemText, useCommand, useQuery } from '@school/web'
import { useState } from 'react'
import { classAbsences, getAbsentToday, putAbsenceReason, type AbsenceReason } from '../../../contract/index.ts'
import { Inbox } from './Inbox.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'
import { useT } from './words.ts'

type Absences = Reply<typeof classAbsences>
type Pupil = Absences['students'][number]
type Lesson = Pupil['lessons'][number]

interface Props { schoolId: string; classId: string; from: string; to: string; onRange: (from: string, to: string) => void }

const isUnknown = (lesson: Lesson) => lesson.code === 'absent' && lesson.reason === null

/** Absences of a class on some days: families' letters, who is away without a known reason first, reasons for one lesson or for many pupils. */
export function ClassDesk({ schoolId, classId, from, to, onRange }: Props) {
  const t = useT()
  const query = useQuery({ ...ask(classAbsences, { params: { schoolId, classId }, query: { ...(from ? { from } : {}), ...(to ? { to } : {}) } }), placeholderData: (before) => before })
  return (
    <Loaded query={query} waiting={<Waiting rows={8} height={52} />}>
      {(found) => (
        <>
          <SideBySide>
            <DateField label={t.from} value={found.from} onChange={(next) => { if (next) onRange(next, found.to < next ? next : found.to) }} />
            <DateField label={t.to} value={found.to} onChange={(next) => { if (next) onRange(next < found.from ? next : found.from, next) }} />
          </SideBySide>
          {found.excuses.length > 0 ? <Inbox schoolId={schoolId} excuses={found.excuses} names={new Map(found.students.map(({ student }) => [student.id, listName(student)]))} may={found.can.reason} /> : null}
          <Pupils schoolId={schoolId} classId={classId} found={found} />
        </>
      )}
    </Loaded>
  )
}

function Pupils({ schoolId, classId, found }: { schoolId: string; classId: string; found: Absences }) {
  const t = useT()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [giving, setGiving] = useState(false)
  const away = found.students.filter(({ lessons }) => lessons.some((lesson) => lesson.code === 'absent' || lesson.code === 'late' || lesson.code === 'leftEarly'))
    .toSorted((a, b) => Number(b.lessons.some(isUnknown)) - Number(a.lessons.some(isUnknown)))
  const unknown = away.filter(({ lessons }) => lessons.some(isUnknown)).map(({ student }) => student.id)
  const toggle = (id: string, on: boolean) => setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)))
  if (away.length === 0) return <Empty>{t.everyoneClass}</Empty>
  return (
    <Section title={t.away(away.length)} lined action={found.can.reason ? (
      <span className="wrap">
        {unknown.length > 0 ? <Button size="sm" look="text" onClick={() => setChosen(new Set(unknown))}>{t.selectUnknown}</Button> : null}
        <Button size="sm" look="primary" disabled={chosen.size === 0} onClick={() => setGiving(true)}>{t.give}</Button>
      </span>
    ) : undefined}>
      <Rows label={t.title}>{away.map((pupil) => (
        <Row key={pupil.student.id} top title={listName(pupil.student)} {...(found.can.reason ? { lead: <Tick label={t.select(listName(pupil.student))} checked={chosen.has(pupil.student.id)} onChange={(on) => toggle(pupil.student.id, on)} /> } : {})}
          sub={<Lessons schoolId={schoolId} classId={classId} pupil={pupil} may={found.can.reason} />} end={unknown.includes(pupil.student.id) ? <StatusWord tone="warn">{t.unknown}</StatusWord> : null} />
      ))}</Rows>
      <ReasonDialog key={String(giving)} open={giving} schoolId={schoolId} classId={classId} studentIds={[...chosen]} from={found.from} to={found.to} onClose={() => setGiving(false)} onDone={() => { setGiving(false); setChosen(new Set()) }} />
    </Section>
  )
}

function Lessons({ schoolId, classId, pupil, may }: { schoolId: string; classId: string; pupil: Pupil; may: boolean }) {
  const t = useT()
  const put = useCommand(putAbsenceReason, {
    stale: () => [keyOf(classAbsences, { params: { schoolId, classId } }), keyOf(getAbsentToday)], onProblem: (problem) => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) },
  })
  const options = [{ value: '', label: t.unknown }, ...Object.entries(t.reasons).map(([value, label]) => ({ value, label }))]
  const choose = (lesson: Lesson, value: string) =>
    put.mutate({ params: { schoolId, lessonId: lesson.lessonId, studentId: pupil.student.id }, body: { reason: value === '' ? null : value as AbsenceReason, note: lesson.reasonNote, basedOn: lesson.revision } })
  return <>{pupil.lessons.map((lesson) => {
    const words = `${dayText(lesson.date)}, ${t.lesson(lesson.number, lesson.subject)}`
    const explains = lesson.code === 'absent' || lesson.code === 'late' || lesson.code === 'leftEarly'
    return (
      <span key={lesson.lessonId} className="wrap">
        <span>{words}{lesson.reasonNote ? `. ${lesson.reasonNote}` : ''}</span>
        {may && explains ? <QuickSelect label={`${t.choose}: ${words}`} value={lesson.reason ?? ''} options={options} onChange={(value) => choose(lesson, value)} /> : lesson.reason ? <StatusWord tone="mute">{t.reasons[lesson.reason]}</StatusWord> : null}
      </span>
    )
  })}</>
}
