import type { Criterion, Scale } from '../../../contract/index.ts'
import type { AbsenceCode, AbsenceReason } from './entry.ts'
import type { ScaleStep } from './points.ts'

/** A work given in a lesson, as the grid sees it. */
export interface SheetWork { readonly id: string; readonly lessonId: string; readonly typeId: string; readonly name: string; readonly short: string; readonly weight: number; readonly scale?: Scale; readonly criteria?: readonly Criterion[] }

/** A lesson as a column of the page. */
export interface SheetColumn {
  readonly lessonId: string
  readonly date: string
  readonly number: number
  readonly works: readonly SheetWork[]
  /** Whether marks may be put now; absences have a right of their own. */
  readonly canWrite: boolean
  readonly canRecord: boolean
  readonly when: 'past' | 'today' | 'future'
  /** The heading's day and weekday and the line of works below. */
  readonly label: string
}
export interface SheetPupil { readonly studentId: string; readonly name: string }
export interface SheetMark { readonly id: string; readonly workId: string; readonly lessonId: string; readonly studentId: string; readonly value: string; readonly retake: string | null; readonly points?: number | null; readonly criteria?: readonly number[] | null; readonly revision: number; readonly note: string }
export interface SheetAbsence { readonly lessonId: string; readonly studentId: string; readonly code: AbsenceCode | 'present'; readonly reason: AbsenceReason | null; readonly minutes: number | null; readonly revision: number }
export interface SheetSummary { readonly studentId: string; readonly average: string; readonly missed: number; readonly proposed: string | null; readonly final: string | null }

/** One page of the journal. */
export interface SheetData {
  readonly columns: readonly SheetColumn[]
  readonly pupils: readonly SheetPupil[]
  readonly marks: readonly SheetMark[]
  readonly absences: readonly SheetAbsence[]
  readonly summaries: readonly SheetSummary[]
  /** How points become marks. */
  readonly hundredScale?: readonly ScaleStep[]
}

/** What the server holds in one place. */
export interface Held<V> { readonly value: V; readonly revision: number }

/** What a person wants in one place: the mark of a work, or the absence of a lesson. */
export type Wanted =
  | { readonly kind: 'mark'; readonly id: string; readonly workId: string; readonly studentId: string; readonly value: string; /** The second try and what is said of the mark; left out, they stay. */ readonly retake?: string | null; readonly note?: string; /** What the mark is mapped from. */ readonly points?: number | null; readonly criteria?: readonly number[] | null }
  | { readonly kind: 'absence'; readonly lessonId: string; readonly studentId: string; readonly code: AbsenceCode | 'present'; readonly reason: AbsenceReason | null }

export const markPlace = (workId: string, studentId: string) => `m:${workId}:${studentId}`
export const absencePlace = (lessonId: string, studentId: string) => `a:${lessonId}:${studentId}`
export const placeOf = (wanted: Wanted) => wanted.kind === 'mark' ? markPlace(wanted.workId, wanted.studentId) : absencePlace(wanted.lessonId, wanted.studentId)

/** Whether two wishes come to the same printed cell. */
export const sameWish = (a: Wanted, b: Wanted): boolean =>
  a.kind === 'mark' && b.kind === 'mark' ? a.value === b.value && (a.retake ?? null) === (b.retake ?? null) && (a.note ?? '') === (b.note ?? '') && (a.points ?? null) === (b.points ?? null) && String(a.criteria ?? '') === String(b.criteria ?? '') : a.kind === 'absence' && b.kind === 'absence' && a.code === b.code && (a.code === 'present' || a.reason === b.reason)

/** What is drawn in one cell; the same object as long as nothing changed. */
export interface CellView {
  readonly marks: readonly { readonly key: string; readonly figure: string; /** The mark that points of another scale make. */ readonly as?: string; readonly weight: number; /** The teacher wrote something of it. */ readonly noted: boolean }[]
  readonly absence: string | null
  readonly state: 'quiet' | 'waiting' | 'conflict'
  readonly spoken: string
  readonly sign: string
}
