import { entryKind, failed, patienceMs, call, type Held, type Outcome, type Post } from '@school/web'
import { putCells, type CellOp, type CellOutcome } from '../../../contract/index.ts'
import { Batcher } from './batcher.ts'
import { cellKind, readPlace } from './places.ts'
import { sameWish, type Wanted } from './sheet-data.ts'

/** What the delivery asks of the page, if it is open. */
export interface DeliverAsks {
  /** The reason under which this person writes now, if one is needed. */
  reason(): string | undefined
  /** Asks the person for a reason; null when they think better of it. */
  askReason(): Promise<string | null>
  /** Only the class teacher says why; the absence itself was kept. */
  reasonIsNotOurs(): void
}

const openPages = new Map<string, DeliverAsks>()
const nobody: DeliverAsks = { reason: () => undefined, askReason: async () => null, reasonIsNotOurs() {} }

/** The open page of a course answers what its entries need to know. Returns how to stop. */
export function answerFor(courseId: string, asks: DeliverAsks): () => void {
  openPages.set(courseId, asks)
  return () => { if (openPages.get(courseId) === asks) openPages.delete(courseId) }
}

interface Letter { readonly wanted: Wanted; readonly basedOn: number | null; readonly at: string; readonly reason: string | undefined }
const batchers = new Map<string, Batcher<Letter, Outcome<Wanted>>>()

/** One request carries the cells of one course, written in one role. */
function batcherOf({ schoolId, courseId }: { schoolId: string; courseId: string }, role: string): Batcher<Letter, Outcome<Wanted>> {
  return batchers.getOrInsertComputed(`${courseId} ${role}`, () => new Batcher(async (letters) => {
    try {
      const { outcomes } = await call(putCells, { params: { schoolId, courseId }, body: { ops: letters.map(opOf) } }, AbortSignal.timeout(patienceMs), role)
      return letters.map((_, i) => outcomeOf(outcomes[i]))
    } catch (cause) {
      const outcome = failed<Wanted>(cause, () => null)
      return letters.map(() => outcome)
    }
  }))
}

/** Sends a cell, together with others typed at the same time, and tells what became of it. */
async function send({ place, wanted, basedOn, at, about }: Post<Wanted>): Promise<Outcome<Wanted>> {
  const where = readPlace(place)
  const asks = openPages.get(where.courseId) ?? nobody
  const batcher = batcherOf(where, about.role)
  const ask = (wish: Wanted, onto: number | null) => batcher.ask({ wanted: wish, basedOn: onto, at: new Date(at).toISOString(), reason: asks.reason() ?? about.reason ?? undefined })
  const outcome = await ask(wanted, basedOn)
  if (outcome.kind === 'refused') {
    if (outcome.why.code === 'journal.reason_needed' && await asks.askReason() !== null) return ask(wanted, basedOn)
    if (outcome.why.code !== 'journal.reason_is_class_teachers' || wanted.kind !== 'absence') return outcome
    asks.reasonIsNotOurs()
    return ask({ ...wanted, reason: null }, basedOn)
  }
  // A mark that was taken back before has left an empty place; typing into it contradicts nobody.
  if (basedOn !== null || outcome.kind !== 'conflict' || !outcome.now || !isEmpty(outcome.now.value)) return outcome
  return ask(wanted.kind === 'mark' && outcome.now.value.kind === 'mark' ? { ...wanted, id: outcome.now.value.id } : wanted, outcome.now.revision)
}

/** Marks and absences. */
export const cellEntries = entryKind<Wanted>({ name: cellKind, same: sameWish, send })

const isEmpty = (value: Wanted) => value.kind === 'mark' ? value.value === '' : value.code === 'present'

function opOf({ wanted, basedOn, at, reason }: Letter): CellOp {
  const more = { basedOn, enteredAt: at, ...(reason ? { reason } : {}) }
  if (wanted.kind === 'mark') return { kind: 'mark', workId: wanted.workId, id: wanted.id, studentId: wanted.studentId, value: wanted.value as '5', ...(wanted.retake === undefined ? {} : { retake: wanted.retake as '5' | null }), ...(wanted.note === undefined ? {} : { note: wanted.note }), ...(wanted.criteria ? { criteria: [...wanted.criteria] } : wanted.points == null ? {} : { points: wanted.points }), ...more }
  return { kind: 'attendance', lessonId: wanted.lessonId, studentId: wanted.studentId, code: wanted.code, ...(wanted.reason ? { absenceReason: wanted.reason } : {}), ...more }
}

function outcomeOf(outcome: CellOutcome | undefined): Outcome<Wanted> {
  if (!outcome) return { kind: 'lost' }
  const now = heldOf(outcome)
  if (outcome.kept) return now ? { kind: 'kept', now } : { kind: 'lost' }
  if (outcome.code === 'journal.changed_meanwhile') return { kind: 'conflict', now }
  return { kind: 'refused', why: { status: 409, code: outcome.code, details: {} } }
}

function heldOf(outcome: CellOutcome): Held<Wanted> | null {
  if (!outcome.now) return null
  if (outcome.kind === 'mark') return { value: { kind: 'mark', id: outcome.now.id, workId: outcome.now.workId, studentId: outcome.now.studentId, value: outcome.now.value, retake: outcome.now.retake, note: outcome.now.note, points: outcome.now.points, criteria: outcome.now.criteria }, revision: outcome.now.revision }
  return { value: { kind: 'absence', lessonId: outcome.now.lessonId, studentId: outcome.now.studentId, code: outcome.now.code, reason: outcome.now.reason }, revision: outcome.now.revision }
}
