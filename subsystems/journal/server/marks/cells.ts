import { notFound, Problem, type Work } from '@school/server'
import type { CellOp, CellOutcome, Mark } from '../../contract/index.ts'
import { attendableCells, type AttendableCell } from '../attendance/access.ts'
import { putAttendances, type AttendanceOp } from '../attendance/attendance.ts'
import { markableCells, type MarkableCell } from './access.ts'
import { putMarks, putPlainly, type MarkOp } from './marks.ts'

/** Puts one mark as the whole of an act, or says why not. */
export const putOneMark = async (work: Work, op: MarkOp): Promise<Mark> => (await putPlainly(work, op)) ?? putMarkWithin(work, op)

/** Puts one mark as a part of a larger act, or says why not. */
export async function putMarkWithin(work: Work, op: MarkOp): Promise<Mark> {
  const [cell] = await markableCells(work, [op])
  if (!cell) throw notFound()
  const [outcome] = putMarks(work, [{ cell, op }])
  if (!outcome?.kept) throw new Problem(409, outcome?.code ?? 'not_found', { now: outcome?.now ?? null })
  if (!outcome.written) work.audit('journal.mark.repeated', { about: op.studentId })
  return outcome.now
}

/** Says whether one pupil was at a lesson, or why that cannot be said. */
export async function putOneAttendance(work: Work, op: AttendanceOp) {
  const [cell] = await attendableCells(work, [op])
  if (!cell) throw notFound()
  const [outcome] = putAttendances(work, [{ cell, op }])
  if (!outcome?.kept) throw new Problem(409, outcome?.code ?? 'not_found', { now: outcome?.now ?? null })
  if (!outcome.written) work.audit('journal.attendance.repeated', { about: op.studentId })
  return outcome.now
}

/** Puts many cells of one course, in the order given; each is taken or refused by itself. A course of which nothing is writable looks absent. */
export async function putManyCells(work: Work, courseId: string, ops: readonly CellOp[]): Promise<CellOutcome[]> {
  const outcomes = new Map<number, CellOutcome>()
  let mine = false
  for (const wave of wavesOf(ops)) {
    const marks = wave.flatMap(({ op, at }) => (op.kind === 'mark' ? [{ op, at }] : []))
    const attendance = wave.flatMap(({ op, at }) => (op.kind === 'attendance' ? [{ op, at }] : []))
    const [markable, attendable] = await Promise.all([
      marks.length > 0 ? markableCells(work, marks.map(({ op }) => op)) : [], attendance.length > 0 ? attendableCells(work, attendance.map(({ op }) => op)) : [],
    ])
    const markJobs = ofCourse(courseId, marks, markable)
    const attendanceJobs = ofCourse(courseId, attendance, attendable)
    mine ||= markJobs.length + attendanceJobs.length > 0
    const [markOutcomes, attendanceOutcomes] = [putMarks(work, markJobs), putAttendances(work, attendanceJobs)]
    markOutcomes.forEach((outcome, i) => outcomes.set(markJobs[i]!.at, outcome.kept ? { kind: 'mark', kept: true, now: outcome.now } : { kind: 'mark', kept: false, code: outcome.code, now: outcome.now }))
    attendanceOutcomes.forEach((outcome, i) => outcomes.set(attendanceJobs[i]!.at, outcome.kept ? { kind: 'attendance', kept: true, now: outcome.now } : { kind: 'attendance', kept: false, code: outcome.code, now: outcome.now }))
  }
  if (!mine) throw notFound()
  if (work.audited === 0) work.audit('journal.cells.repeated', { after: { courseId, cells: ops.length } })
  return ops.map((op, at) => outcomes.get(at) ?? { kind: op.kind, kept: false, code: 'not_found', now: null })
}

interface Placed<O> { readonly op: O; readonly at: number }

function ofCourse<O, C extends MarkableCell | AttendableCell>(courseId: string, ops: readonly Placed<O>[], cells: readonly (C | null)[]): { op: O; at: number; cell: C }[] {
  return ops.flatMap(({ op, at }, i) => {
    const cell = cells[i]
    return cell && cell.lesson.course_id === courseId ? [{ op, at, cell }] : []
  })
}

const placeOf = (op: CellOp) => (op.kind === 'mark' ? `m ${op.workId} ${op.studentId}` : `a ${op.lessonId} ${op.studentId}`)

/** Groups of operations in which no place occurs twice, so that a second write to a place sees the first. */
function wavesOf(ops: readonly CellOp[]): Placed<CellOp>[][] {
  const waves: Placed<CellOp>[][] = []
  const seen = new Map<string, number>()
  ops.forEach((op, at) => {
    const wave = seen.get(placeOf(op)) ?? 0
    seen.set(placeOf(op), wave + 1)
    ;(waves[wave] ??= []).push({ op, at })
  })
  return waves
}
