import type { AbsenceReason, AttendanceCode, AttendanceOutcome, ClassDay } from '../../../contract/index.ts'

export interface DayOp { kind: 'attendance'; lessonId: string; studentId: string; code: AttendanceCode; absenceReason?: AbsenceReason | null; minutes?: number | null; basedOn: number | null }

/** What one code for the chosen pupils writes: where a teacher said something else (late, left early), it stays. */
export function wholeDayOps(day: ClassDay, chosen: ReadonlySet<string>, code: AttendanceCode, reason: AbsenceReason | null): DayOp[] {
  const open = new Set(day.lessons.filter((lesson) => lesson.state !== 'cancelled').map((lesson) => lesson.id))
  return day.places.flatMap(({ lessonId, studentId, now }): DayOp[] => {
    if (!chosen.has(studentId) || !open.has(lessonId)) return []
    const stands = now?.code ?? 'present'
    if (stands === 'late' || stands === 'leftEarly' || (stands === code && (code !== 'absent' || now?.reason === reason))) return []
    return [{ kind: 'attendance', lessonId, studentId, code, basedOn: now?.revision ?? null, ...(code === 'absent' && reason !== null ? { absenceReason: reason } : {}) }]
  })
}

/** What takes a written batch back: every cell that was kept returns to what was seen before. */
export function undoOf(day: ClassDay, ops: readonly DayOp[], outcomes: readonly AttendanceOutcome[]): DayOp[] {
  return outcomes.flatMap((outcome, i): DayOp[] => {
    const op = ops[i]
    if (!op || !outcome.kept) return []
    const before = day.places.find((one) => one.lessonId === op.lessonId && one.studentId === op.studentId)?.now ?? null
    return [{ kind: 'attendance', lessonId: op.lessonId, studentId: op.studentId, code: before?.code ?? 'present', basedOn: outcome.now.revision, ...(before && before.code === 'absent' ? { absenceReason: before.reason } : {}) }]
  })
}
