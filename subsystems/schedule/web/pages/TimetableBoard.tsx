import { addressOf } from '@school/contract'
import { Button, IconAdjustments, IconArrowBackUp, IconButton, Menu, PageBody, PageHeader, QuickSelect, Segmented, StatusWord, Waiting } from '@school/ui'
import { dayText, Loaded, useLanguage, useTo, useUrlValue } from '@school/web'
import { useMemo, useState } from 'react'
import { faultsOf, printTimetable, severityOf, targetsOf, type Fault, type Placed } from '../../contract/index.ts'
import { BoardGrid, keyOfCell } from '../parts/board/BoardGrid.tsx'
import css from '../parts/board/Board.module.css'
import { DetailsDialog } from '../parts/board/DetailsDialog.tsx'
import { useFaultText } from '../parts/board/fault-text.ts'
import { Faults } from '../parts/board/Faults.tsx'
import { PublishDialog } from '../parts/board/PublishDialog.tsx'
import { Tray } from '../parts/board/Tray.tsx'
import { useBoard, type Editing } from '../parts/board/use-board.ts'
import { blockOf, cellsOf, choicesOf, freshOf, namesOf, placedIn, waitingFor, type By, type Cell } from '../parts/board/view.ts'
import { useSchoolId, useT } from '../parts/words.ts'

/** The editor of a timetable: by class, teacher or room; every move tells its price before it is made. */
export function TimetableBoard({ timetableId }: { timetableId: string }) {
  const { query, editing } = useBoard(timetableId)
  return <PageBody><Loaded query={query} waiting={<Waiting title rows={9} height={56} />}>{() => (editing ? <Desk editing={editing} /> : null)}</Loaded></PageBody>
}

function Desk({ editing }: { editing: Editing }) {
  const { board, data, apply } = editing
  const t = useT()
  const [kind, setKind] = useUrlValue('by', 'class')
  const by = kind as By
  const [chosen, setChosen] = useUrlValue('of', '')
  const choices = choicesOf(data, by)
  const id = choices.some(({ value }) => value === chosen) ? chosen : choices[0]?.value ?? ''
  const names = useMemo(() => namesOf(data), [data])
  const [held, setHeld] = useState<readonly Placed[]>([])
  const [whole, setWhole] = useState(false)
  const [focused, setFocused] = useState<Cell | null>(null)
  const [open, setOpen] = useState<Placed | null>(null)
  const placed = placedIn(board, by, id)
  const { days, numbers } = cellsOf(data, placed, by === 'class' ? id : null)
  const block = useMemo(() => (whole && held[0] && held[0].weekday > 0 ? blockOf(board, held[0]) : held), [whole, held, board])
  const targets = useMemo(() => new Map(targetsOf(board, block, days.flatMap((weekday) => numbers.map((number) => ({ weekday, number })))).map((one) => [keyOfCell(one), one])), [board, block, days.length, numbers.length])
  const faults = useMemo(() => faultsOf(board), [board])
  const own = faults.filter((one) => one.about === id && severityOf[one.kind] === 'error')
  const pick = (one: Placed) => { setHeld(held.some((other) => other.id === one.id) ? [] : [one]) }
  const drop = (cell: Cell) => { const target = targets.get(keyOfCell(cell)); if (target) { apply(target.changes); setHeld([]) } }
  /** Another view opens at the lesson that is held: its class, its teacher, its room. */
  const see = (next: By) => {
    const one = held[0] ?? (focused ? placed.find((other) => other.weekday === focused.weekday && other.number === focused.number) : undefined)
    const of = one && { class: names.course.get(one.courseId)?.classIds[0], teacher: one.teacherIds[0], room: one.roomId ?? undefined }[next]
    setKind(next)
    setChosen(of ?? '')
  }
  const show = (fault: Fault) => { setKind(data.classes.some((one) => one.id === fault.about) ? 'class' : data.rooms.some((one) => one.id === fault.about) ? 'room' : 'teacher'); setChosen(fault.about) }
  return (
    <>
      <Head editing={editing} by={by} id={id} errors={faults.filter((one) => severityOf[one.kind] === 'error').length} />
      <div className={css.holding}>
        <Segmented label={t.whose} value={by} onChange={(value) => see(value as By)} options={(['class', 'teacher', 'room'] as const).map((value) => ({ value, label: t.board.by[value] }))} />
        <QuickSelect label={t.board.by[by]} value={id} onChange={setChosen} options={choices} />
        <Holding held={held} block={block} names={names} whole={whole} setWhole={setWhole} target={focused ? targets.get(keyOfCell(focused)) : undefined} onCancel={() => setHeld([])} />
      </div>
      <div className={css.desk}>
        <BoardGrid by={by} days={days} numbers={numbers} placed={placed} names={names} held={block} targets={targets} faulty={new Set(own.map((one) => `${one.weekday} ${one.number}`))}
          onPick={pick} onDrop={drop} onOpen={setOpen} onFocusCell={setFocused} onCancel={() => setHeld([])} onRemove={(one) => apply([{ id: one.id, to: null }])} />
        <div className="no-print">
          {by === 'room' ? null : <Tray waiting={waitingFor(board, data, by, id)} names={names} held={held} onTake={(one) => setHeld([freshOf(board, data, one)])} onDrop={() => { const gone = block.filter((one) => board.placed.has(one.id)); if (gone.length > 0) apply(gone.map((one) => ({ id: one.id, to: null }))); setHeld([]) }} />}
          <Faults faults={faults} names={names} onShow={show} />
        </div>
      </div>
      {open ? <DetailsDialog editing={editing} one={open} names={names} onClose={() => setOpen(null)} /> : null}
    </>
  )
}

function Head({ editing: { data, undo, redo, saving }, by, id, errors }: { editing: Editing; by: By; id: string; errors: number }) {
  const t = useT()
  const to = useTo()
  const schoolId = useSchoolId()
  const { timetable } = data
  const [publishing, setPublishing] = useState(false)
  const lang = useLanguage()
  const file = (as: 'pdf' | 'xlsx' | 'fet', of?: string, size?: 'A4' | 'A3') => addressOf(printTimetable, { params: { schoolId, id: timetable.id }, query: { as, by, of, size, lang } })
  return (
    <>
      <PageHeader title={timetable.name} back={{ href: to('/manage/timetables'), label: t.timetables }}
        sub={<>{timetable.state === 'draft' ? <StatusWord tone="warn">{t.board.draft}</StatusWord> : timetable.inForce ? <StatusWord tone="ok">{t.inForce}</StatusWord> : null}{timetable.state === 'draft' || timetable.inForce ? ', ' : ''}{[t.fromDay(dayText(timetable.validFrom)), saving ? t.board.saving : ''].filter(Boolean).join(', ')}</>}
        actions={
          <>
            <IconButton label={t.board.undo} disabled={!undo} onClick={() => undo?.()}><IconArrowBackUp size={20} /></IconButton>
            <IconButton label={t.board.redo} disabled={!redo} onClick={() => redo?.()}><IconArrowBackUp size={20} style={{ transform: 'scaleX(-1)' }} /></IconButton>
            <IconButton label={t.board.rules} href={to('/manage/timetable-rules')}><IconAdjustments size={20} /></IconButton>
            <Menu label={t.board.files} trigger={(props) => <Button look="outlined" {...props}>{t.board.files}</Button>} items={[
              { label: t.board.poster('A4'), href: file('pdf', id, 'A4') }, { label: t.board.poster('A3'), href: file('pdf', id, 'A3') }, { label: t.board.allPosters(t.board.of[by]), href: file('pdf', undefined, 'A4') },
              { label: t.board.excel(t.board.of[by]), href: file('xlsx') }, { label: t.board.fet, href: file('fet') },
            ]} />
            {timetable.state === 'draft' ? <Button look="primary" onClick={() => setPublishing(true)}>{t.board.publish}</Button> : null}
          </>} />
      {publishing ? <PublishDialog data={data} errors={errors} onClose={() => setPublishing(false)} /> : null}
    </>
  )
}

interface HoldingProps { held: readonly Placed[]; block: readonly Placed[]; names: ReturnType<typeof namesOf>; whole: boolean; setWhole(whole: boolean): void; target: ReturnType<typeof targetsOf>[number] | undefined; onCancel(): void }

/** What is in hand, and all that the cell under it would cost. */
function Holding({ held, block, names, whole, setWhole, target, onCancel }: HoldingProps) {
  const t = useT()
  const text = useFaultText()
  const one = held[0]
  if (!one) return <span className="muted small">{t.board.pickUp}</span>
  const course = names.course.get(one.courseId)
  return (
    <>
      <b>{`${course?.subject.name}, ${course?.groupName}${block.length > 1 ? ` × ${block.length}` : ''}`}</b>
      {one.weekday > 0 ? <label className="small"><input type="checkbox" checked={whole} onChange={(event) => setWhole(event.target.checked)} /> {t.board.asBlock}</label> : null}
      <Button size="sm" onClick={onCancel}>{t.cancel}</Button>
      <span className={`${css.why} small`} role="status">{target ? [...target.verdict.appear.slice(0, 3).map(text), ...target.verdict.vanish.slice(0, 2).map((fault) => t.board.solves(text(fault)))].join('; ') : ''}</span>
    </>
  )
}
