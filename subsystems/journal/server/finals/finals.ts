import { addresses } from '@school/contract'
import { notFound, type Work } from '@school/server'
import { finalPut, type FinalOp, type FinalOutcome } from '../../contract/index.ts'
import type { FinalCourse } from './access.ts'
import { presentFinal, type JudgedCell } from './cells.ts'
import { judgeCourse } from './pages.ts'
import { whyNotFinal } from './rules.ts'
import { saveFinals, type FinalRow, type FinalWrite } from './store.ts'

const placeOf = (one: { studentId: string; kind: string; periodId: string | null }) => `${one.studentId} ${one.kind} ${one.periodId ?? ''}`

/**
 * Puts, confirms or takes back final marks of a page, each judged by itself against the proposal of this moment; families hear of each.
 * One based on an older revision is told, not swallowed; the same again changes nothing. Of two for one place the first is taken.
 */
export async function putFinalsOf(work: Work, head: FinalCourse, ops: readonly FinalOp[]): Promise<FinalOutcome[]> {
  if (head.puts === null) throw notFound()
  const { cells } = await judgeCourse(work, head)
  const byPlace = new Map(cells.map((cell) => [placeOf(cell), cell]))
  const judged = ops.map((op, i) => judge(head, op, ops.findIndex((one) => placeOf(one) === placeOf(op)) === i ? byPlace.get(placeOf(op)) : undefined))
  const writes = ops.flatMap((op, i) => (judged[i] === null ? [{ i, op, cell: byPlace.get(placeOf(op))! }] : []))
  const saved = writes.length === 0 ? [] : await saveFinals(work, writes.map(({ op, cell }) => writeOf(head, op, cell)))
  const taken = new Map(saved.map((row) => [placeOf({ studentId: row.student_id, kind: row.kind, periodId: row.period_id }), row]))
  for (const { i, op, cell } of writes) {
    const row = taken.get(placeOf(op))
    if (row) tell(work, head, cell, op, row)
    judged[i] = row ? { kept: true, ...whereOf(op), now: presentFinal(row) } : { kept: false, ...whereOf(op), code: 'journal.changed_meanwhile', now: null }
  }
  if (work.audited === 0) work.audit('journal.final.repeated', { after: { courseId: head.id, marks: ops.length } })
  return judged as FinalOutcome[]
}

const whereOf = ({ studentId, kind, periodId }: FinalOp) => ({ studentId, kind, periodId })

/** Null when the mark is to be written. */
function judge(head: FinalCourse, op: FinalOp, cell: JudgedCell | undefined): FinalOutcome | null {
  const refused = (code: string, now: FinalRow | null): FinalOutcome => ({ kept: false, ...whereOf(op), code, now: now && presentFinal(now) })
  if (!cell) return refused('not_found', null)
  const { row } = cell
  if (row && row.value === op.value && (row.id === op.id || row.revision === op.basedOn)) return { kept: true, ...whereOf(op), now: presentFinal(row) }
  const problem = whyNotFinal({
    today: head.today, starts: cell.starts, closed: cell.closed, inClass: true, office: head.puts === 'office', grade: head.grade, marksFromGrade: cell.marksFromGrade, proposed: op.kind === 'exam' ? op.value : cell.proposed,
  }, { value: op.value, reason: op.reason?.trim() ?? '', protocol: op.protocol !== undefined })
  if (problem) return refused(problem, row)
  return (row?.revision ?? null) === op.basedOn ? null : refused('journal.changed_meanwhile', row)
}

const writeOf = (head: FinalCourse, op: FinalOp, cell: JudgedCell): FinalWrite => ({
  id: cell.row?.id ?? op.id, student_id: op.studentId, subject_id: head.subject.id, year: head.year, kind: op.kind, period_id: op.periodId, course_id: cell.courseId, class_id: cell.classId, value: op.value, proposed: cell.proposed,
  sum: cell.sums.sum, weights: cell.sums.weights, rule_edition: cell.edition, revision: (cell.row?.revision ?? 0) + 1, reason: op.reason?.trim() ?? '', protocol_number: op.protocol?.number ?? '', protocol_date: op.protocol?.date ?? null,
  unlock_id: cell.unlockId,
})

function tell(work: Work, head: FinalCourse, cell: JudgedCell, op: FinalOp, after: FinalRow): void {
  const inAudit = (row: FinalRow) => ({ finalId: row.id, kind: row.kind, periodId: row.period_id, value: row.value, proposed: row.proposed, revision: row.revision })
  work.audit('journal.final.put', {
    about: after.student_id, before: cell.row && inAudit(cell.row),
    after: { ...inAudit(after), courseId: head.id, ...(op.reason?.trim() ? { reason: op.reason.trim() } : {}), ...(op.protocol ? { protocol: op.protocol } : {}), ...(cell.unlockId ? { unlockId: cell.unlockId } : {}), ...(head.puts === 'office' ? { standing: 'office' } : {}) },
  })
  work.announce(finalPut, { schoolId: work.schoolId, courseId: after.course_id, subjectId: after.subject_id, studentId: after.student_id, finalId: after.id, revision: after.revision },
    [addresses.family(after.student_id), addresses.course(after.course_id), addresses.office(work.schoolId)])
}
