import { Button, Callout, Empty, PageBody, PageHeader, PrintButton, QuickSelect, showToast, Waiting } from '@school/ui'
import { ask, dateTimeText, dayText, keyOf, Loaded, problemText, useCommand, useContextOfPage, useQuery, useTo, useUrlValue } from '@school/web'
import { newId } from '@school/contract'
import { useState } from 'react'
import { explainFinal, getCourseFinals, putFinals, type CourseFinals as Page, type FinalCell, type FinalOp } from '../../contract/index.ts'
import { finalFigure, waits } from '../parts/finals/figures.ts'
import { leftNote, useFinalWords } from '../parts/finals/words.ts'
import css from '../parts/finals/Finals.module.css'
import { FinalDialog } from '../parts/finals/FinalDialog.tsx'
import { FinalsTable, type FinalColumn, type FinalLine } from '../parts/finals/FinalsTable.tsx'
import { columnOf, columnsOf, firstColumn } from '../parts/finals/columns.ts'
import { UnlockDialog } from '../parts/closing/UnlockDialog.tsx'
import { ownZone } from '../parts/diary-week/words.ts'
import { usePhone } from '../parts/page/use-phone.ts'

/** Period, year and final marks of one page: proposals are confirmed all at once or one by one. */
export default function CourseFinals({ courseId }: { courseId: string }) {
  const { schoolId } = useContextOfPage()
  const query = useQuery(ask(getCourseFinals, { params: { schoolId: schoolId ?? '', courseId } }))
  return <PageBody><Loaded query={query} waiting={<Waiting title rows={14} height={36} />}>{(page) => <Opened key={courseId} page={page} schoolId={schoolId ?? ''} />}</Loaded></PageBody>
}

interface Open { readonly cell: FinalCell; readonly line: FinalLine; readonly column: FinalColumn; readonly value: string | null }

function Opened({ page, schoolId }: { page: Page; schoolId: string }) {
  const t = useFinalWords()
  const to = useTo()
  const phone = usePhone()
  const [chosen, setChosen] = useUrlValue('column', firstColumn(page))
  const [open, setOpen] = useState<Open | null>(null)
  const [asking, setAsking] = useState(false)
  const courseId = page.course.id
  const put = useCommand(putFinals, {
    stale: () => [keyOf(getCourseFinals, { params: { schoolId, courseId } }), keyOf(explainFinal)],
    onDone: ({ outcomes }, input) => told(outcomes, (input as { body: { ops: readonly FinalOp[] } }).body.ops.length),
    onProblem: (problem) => showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }),
  })
  const told = (outcomes: Awaited<ReturnType<typeof put.mutateAsync>>['outcomes'], asked: number) => {
    const refused = outcomes.flatMap((one) => (one.kept ? [] : [one.code]))
    if (refused.length > 0) showToast({ tone: 'bad', text: asked === 1 ? problemText(refused[0]!) : t.refused(refused.length) })
    else if (asked > 1) showToast({ tone: 'ok', text: t.confirmed(asked) })
    if (refused.length === 0) setOpen(null)
  }
  const columns = columnsOf(page, t)
  const shown = columns.find((one) => one.key === chosen) ?? columns[0]!
  const cells = page.cells.filter((cell) => columnOf(cell) === shown.key)
  const opOf = (cell: FinalCell, of: Pick<FinalOp, 'value' | 'reason' | 'protocol'>): FinalOp => ({ id: cell.mark?.id ?? newId(), studentId: cell.studentId, kind: cell.kind, periodId: cell.periodId, basedOn: cell.mark?.revision ?? null, ...of })
  const send = (ops: readonly FinalOp[]) => put.mutate({ params: { schoolId, courseId }, body: { ops: [...ops] } })
  const type = (cell: FinalCell, value: string, line: FinalLine, column: FinalColumn) => {
    if (cell.closed) return setOpen({ cell, line, column, value: null })
    const plain = !page.can.reason && (value === '' || value === cell.proposed || cell.kind === 'exam')
    if (plain) send([opOf(cell, { value: value as FinalOp['value'] })])
    else setOpen({ cell, line, column, value })
  }
  const state = page.closings.find((one) => (one.periodId ?? 'year') === (shown.key.startsWith('period ') ? shown.key.slice(7) : 'year'))
  const heads = columns.map((column) => ({ ...column, chosen: column.key === shown.key, head: <button type="button" aria-pressed={column.key === shown.key} onClick={() => setChosen(column.key)}>{column.name}{column.state ? <small>{t.states[column.state]}</small> : null}</button> }))
  return (
    <>
      <PageHeader title={t.label(page.course.subject.name, page.course.group.name)} back={{ href: to(`/journal/${courseId}`), label: t.page }} actions={<PrintButton />}
        {...(page.rule ? { sub: page.rule.title } : {})} />
      {state?.state === 'CLOSED' && !state.unlockedUntil && page.can.put ? <Callout tone="mute" title={t.unlock.closed(shown.name)} action={<Button onClick={() => setAsking(true)}>{t.unlock.ask}</Button>}>{t.unlock.closedText}</Callout> : null}
      {page.students.length === 0 ? <Empty>{t.noPupils}</Empty> : (
        <>
          <div className={css.head}>
            <QuickSelect label={t.period} value={shown.key} onChange={setChosen} options={columns.map((column) => ({ value: column.key, label: column.name }))} />
            <p className="small">{[state ? t.states[state.state] ?? '' : '', state?.due && state.state === 'FINALIZING' ? t.due(dayText(state.due)) : '', state?.unlockedUntil ? t.unlockedUntil(dateTimeText(state.unlockedUntil, ownZone())) : '', leftText(t, cells)].filter(Boolean).join('. ')}</p>
            {page.can.put && !page.can.reason ? <Confirm cells={cells} busy={put.isPending} onConfirm={(list) => send(list.map((cell) => opOf(cell, { value: cell.proposed as FinalOp['value'] })))} /> : null}
          </div>
          <FinalsTable label={t.label(page.course.subject.name, page.course.group.name)} corner={t.pupil} columns={phone ? heads.filter((column) => column.chosen) : heads}
            rows={page.students.map((one) => ({ id: one.id, person: one, note: [page.course.classes.length > 1 ? one.className : '', leftNote(t, one, page.today)].filter(Boolean).join(', ') }))}
            cellOf={(line, column) => page.cells.find((cell) => cell.studentId === line.id && columnOf(cell) === column.key)} onOpen={(cell, line, column) => setOpen({ cell, line, column, value: null })} onValue={page.can.put ? type : undefined} />
          {page.can.put ? <p className="small muted only-wide no-print" style={{ marginTop: 12 }}>{t.keys}</p> : null}
        </>
      )}
      {open ? <FinalDialog key={`${open.line.id} ${open.column.key}`} schoolId={schoolId} courseId={courseId} cell={page.cells.find((cell) => cell.studentId === open.cell.studentId && columnOf(cell) === columnOf(open.cell)) ?? open.cell} person={open.line.person} column={open.column.name} can={page.can} busy={put.isPending} problem={null} value={open.value} onPut={(of) => send([opOf(open.cell, of)])} onClose={() => setOpen(null)} /> : null}
      {asking && state ? <UnlockDialog schoolId={schoolId} classId={state.classId} courseId={courseId} scopeId={state.periodId} today={page.today} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function leftText(t: ReturnType<typeof useFinalWords>, cells: readonly FinalCell[]): string {
  const left = cells.filter((cell) => cell.mark === null || cell.mark.value === '').length
  return cells.length === 0 ? t.notStarted : left === 0 ? t.allPut : t.left(left)
}

/** The one primary act of the page: everything proposed in the column is put as proposed. */
function Confirm({ cells, busy, onConfirm }: { cells: readonly FinalCell[]; busy: boolean; onConfirm: (cells: readonly FinalCell[]) => void }) {
  const t = useFinalWords()
  const waiting = cells.filter(waits)
  const title = waiting.slice(0, 3).map((cell) => finalFigure(t, cell.proposed ?? '')).join(', ')
  return <Button look="primary" busy={busy} {...(waiting.length === 0 ? { why: t.nothingToConfirm } : { title })} onClick={() => onConfirm(waiting)}>{t.confirm(waiting.length)}</Button>
}
