import { addresses } from '@school/contract'
import type { Work } from '@school/server'
import { markPut, type CellOp, type Mark, type MarkValue, type RetakeValue } from '../../contract/index.ts'
import { kindOf } from '../access.ts'
import { enteredAtOf } from '../lessons/device-time.ts'
import { dayAfter } from '../lessons/rules.ts'
import type { MarkableCell } from './access.ts'
import { countPoints, markOf } from './points.ts'
import { typedScalesWith, whyNotMarkable } from './rules.ts'
import { plainMark, saveMarks, type MarkRow, type MarkWrite } from './store.ts'

export type MarkOp = Extract<CellOp, { kind: 'mark' }>
/** What became of one mark: kept (`written` when it is a new revision), or refused with what stands. */
export type MarkOutcome = { readonly kept: true; readonly written: boolean; readonly now: Mark } | { readonly kept: false; readonly code: string; readonly now: Mark | null }

export const presentMark = (row: MarkRow): Mark =>
  ({ id: row.id, workId: row.work_id, lessonId: row.lesson_id, studentId: row.student_id, value: row.value as MarkValue, note: row.note, debtDue: row.debt_due, retake: row.retake as RetakeValue | null, retakeOn: row.retake_on, points: row.points, criteria: row.criteria, revision: row.revision })

/**
 * Puts, corrects or takes back marks, each judged by itself: the family, the page and the office hear of each.
 * A mark based on an older revision is told, not swallowed; the same mark sent again changes nothing. A place occurs once in `asked`.
 */
export function putMarks(work: Work, asked: readonly { readonly cell: MarkableCell; readonly op: MarkOp }[]): MarkOutcome[] {
  const rows: MarkWrite[] = []
  const outcomes = asked.map(({ cell, op: given }): MarkOutcome => {
    const op = mapped(cell, given)
    if ('refused' in op) return { kept: false, code: op.refused, now: cell.before ? presentMark(cell.before) : null }
    const settled = judge(cell, op)
    if (settled && !settled.kept && settled.code === 'journal.changed_meanwhile') tellDiverged(work, op, settled.now)
    if (settled) return settled
    const row = rowOf(work, cell, op)
    rows.push(row)
    tell(work, cell, op, row)
    return { kept: true, written: true, now: presentMark(row) }
  })
  if (rows.length > 0) saveMarks(work, rows)
  return outcomes
}

/** Where a work counts points, the mark is made of them; a correction of anything else keeps those that stand. */
function mapped(cell: MarkableCell, op: MarkOp): MarkOp | { refused: string } {
  const said = op.points !== undefined || op.criteria !== undefined
  const isMapped = cell.scale === 'hundred' || cell.scale === 'criteria'
  if (!isMapped || op.value === '' || (op.value === 'debt' && !said)) return said && !isMapped ? { refused: 'journal.points_wrong' } : op
  if (!said) return cell.before?.value === op.value && cell.before.points !== null ? op : { refused: 'journal.points_needed' }
  const counted = countPoints(cell.scale, cell.criteria, op)
  if (!counted) return { refused: 'journal.points_wrong' }
  return { ...op, value: markOf(counted.points, counted.outOf, cell.hundredScale) as MarkValue, points: counted.points, ...(counted.criteria ? { criteria: counted.criteria } : {}) }
}

/** Puts a first mark about which nothing is special, judged and written in one statement; null when it must be looked at closely. */
export async function putPlainly(work: Work, op: MarkOp): Promise<Mark | null> {
  if (op.basedOn !== null || op.value === '' || op.value === 'debt' || (op.retake ?? null) !== null || op.points !== undefined || op.criteria !== undefined || (op.reason ?? '').trim() !== '') return null
  const note = op.note ?? ''
  const written = await work.atOnce(plainMark, [kindOf(work), op.workId, op.studentId, typedScalesWith(op.value), op.id, op.value, note, enteredAtOf(op.enteredAt, work.now)], {
    action: 'journal.mark.put', after: inAudit({ id: op.id, work_id: op.workId, value: op.value, note, retake: null, retake_on: null, points: null, revision: 1 }), fact: markPut, to: (payload) => hearers(payload),
  })
  return written && { id: op.id, workId: op.workId, lessonId: written.lessonId, studentId: op.studentId, value: op.value, note, debtDue: null, retake: null, retakeOn: null, points: null, criteria: null, revision: 1 }
}

/** Null when the mark is to be written. */
function judge(cell: MarkableCell, op: MarkOp): MarkOutcome | null {
  const { lesson, before } = cell
  const now = before ? presentMark(before) : null
  const same = before !== null && before.value === op.value && (op.note === undefined || before.note === op.note) && (op.retake === undefined || before.retake === op.retake) && (op.retakeOn === undefined || before.retake_on === op.retakeOn) && (op.points === undefined || before.points === op.points) && (op.criteria === undefined || JSON.stringify(before.criteria) === JSON.stringify(op.criteria))
  if (before && same && (before.id === op.id || before.revision === op.basedOn)) return { kept: true, written: false, now: presentMark(before) }
  const problem = cell.idTaken ? 'journal.id_taken' : whyNotMarkable({
    lesson: { date: lesson.date, state: lesson.state, closed: lesson.closed_at !== null, periodClosed: cell.periodClosed }, today: lesson.today, standing: lesson.standing, inClass: cell.inClass, scale: cell.scale,
    grade: lesson.grade, marksFromGrade: lesson.marks_from_grade, editDays: lesson.edit_days, unlocked: lesson.unlocked, retakeDays: lesson.retake_days, before: before ? { value: before.value, debtDue: before.debt_due } : null,
  }, { value: op.value, reason: op.reason, retake: op.value !== '' && op.retake === before?.retake && op.retakeOn === undefined ? undefined : op.retake, retakeOn: op.retakeOn })
  if (problem) return { kept: false, code: problem, now }
  return (before?.revision ?? null) === op.basedOn ? null : { kept: false, code: 'journal.changed_meanwhile', now }
}

function rowOf(work: Work, { lesson, before }: MarkableCell, op: MarkOp): MarkWrite {
  return {
    id: before?.id ?? op.id, work_id: op.workId, lesson_id: lesson.lesson_id, course_id: lesson.course_id, date: lesson.date, student_id: op.studentId,
    value: op.value, note: op.note ?? (op.value === '' ? '' : before?.note ?? ''), debt_due: op.value === 'debt' ? op.debtDue ?? (before?.value === 'debt' ? before.debt_due : null) ?? dayAfter(lesson.today, lesson.debt_days) : null, ...retakeOf(lesson.today, before, op), ...pointsOf(before, op),
    revision: (before?.revision ?? 0) + 1, entered_at: enteredAtOf(op.enteredAt, work.now), reason: op.reason?.trim() ?? '',
  }
}

const pointsOf = (before: MarkRow | null, op: MarkOp): Pick<MarkRow, 'points' | 'criteria'> =>
  (op.points !== undefined ? { points: op.points, criteria: op.criteria ?? null } : before && before.value === op.value && op.value !== '' ? { points: before.points, criteria: before.criteria } : { points: null, criteria: null })

/** A mark taken back takes its second try with it; otherwise the second try stays until it is spoken of. */
function retakeOf(today: string, before: MarkRow | null, op: MarkOp): Pick<MarkRow, 'retake' | 'retake_on'> {
  if (op.value === '' || op.retake === null) return { retake: null, retake_on: null }
  if (op.retake === undefined) return { retake: before?.retake ?? null, retake_on: before?.retake_on ?? null }
  return { retake: op.retake, retake_on: op.retakeOn ?? before?.retake_on ?? today }
}

/** Both values stay in the history of acts, whichever the person decides for. */
const tellDiverged = (work: Work, { studentId, workId, value, basedOn, enteredAt }: MarkOp, now: Mark | null) =>
  work.audit('journal.mark.diverged', { about: studentId, before: now && { markId: now.id, workId, value: now.value, revision: now.revision }, after: { workId, value, basedOn, enteredAt: enteredAtOf(enteredAt, work.now) } })

const inAudit = (row: Pick<MarkRow, 'id' | 'work_id' | 'value' | 'note' | 'retake' | 'retake_on' | 'points' | 'revision'>) => ({ markId: row.id, workId: row.work_id, value: row.value, note: row.note, ...(row.points === null ? {} : { points: row.points }), ...(row.retake ? { retake: row.retake, retakeOn: row.retake_on } : {}), revision: row.revision })

const hearers = (mark: { schoolId: string; courseId: string; studentId: string }, hidden = false) => [...(hidden ? [] : [addresses.family(mark.studentId)]), addresses.course(mark.courseId), addresses.office(mark.schoolId)]

function tell(work: Work, { lesson, before, hiddenUntil }: MarkableCell, op: MarkOp, after: MarkRow): void {
  work.audit('journal.mark.put', { about: after.student_id, before: before ? inAudit(before) : null, after: { ...inAudit(after), ...(op.reason?.trim() ? { reason: op.reason.trim() } : {}), ...(lesson.standing === 'teacher' ? {} : { standing: lesson.standing }), ...(hiddenUntil ? { hiddenUntil } : {}) } })
  const payload = { schoolId: work.schoolId, courseId: after.course_id, lessonId: after.lesson_id, workId: after.work_id, markId: after.id, studentId: after.student_id, revision: after.revision }
  work.announce(markPut, payload, hearers(payload, hiddenUntil !== null))
}
