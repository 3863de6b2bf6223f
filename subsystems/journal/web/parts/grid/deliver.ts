import { putCells, type CellOp, type CellOutcome } from '../../../contract/index.ts'
import { call, ProblemError } from '@school/web'
import { Batcher } from './batcher.ts'
import type { Held, Outcome } from './outbox.ts'
import type { Wanted } from './sheet-data.ts'

interface Letter { readonly wanted: Wanted; readonly basedOn: number | null; readonly at: string }
export interface Post { readonly schoolId: string; readonly courseId: string }

/** What the delivery asks of the page. */
export interface DeliverAsks {
  /** Resolves when the work of a new mark is known to the server; false when it is not to be. */
  workReady(workId: string): Promise<'ready' | 'lost' | 'refused'>
  /** The reason under which this person writes now, if one is needed. */
  reason(): string | undefined
  /** Asks the person for a reason; null when they think better of it. */
  askReason(): Promise<string | null>
  /** Only the class teacher says why; the absence itself was kept. */
  reasonIsNotOurs(): void
}

/** Sends cells to the server, many in one request, and tells of each what became of it. */
export function deliverer({ schoolId, courseId }: Post, asks: DeliverAsks): (wanted: Wanted, basedOn: number | null) => Promise<Outcome<Wanted>> {
  const batcher = new Batcher<Letter, Outcome<Wanted>>(async (letters) => {
    const reply = await post(letters)
    if (!(reply instanceof ProblemError)) return letters.map((_, i) => outcomeOf(reply[i]))
    const outcome: Outcome<Wanted> = isPassing(reply) ? { kind: 'lost' } : { kind: 'refused', why: reply }
    return letters.map(() => outcome)
  })

  async function post(letters: readonly Letter[]): Promise<readonly CellOutcome[] | ProblemError> {
    const reason = asks.reason()
    try {
      return (await call(putCells, { params: { schoolId, courseId }, body: { ops: letters.map((letter) => opOf(letter, reason)) } })).outcomes
    } catch (problem) {
      return problem instanceof ProblemError ? problem : new ProblemError(0, 'offline')
    }
  }

  async function send(wanted: Wanted, basedOn: number | null): Promise<Outcome<Wanted>> {
    if (wanted.kind === 'mark') {
      const work = await asks.workReady(wanted.workId)
      if (work !== 'ready') return work === 'lost' ? { kind: 'lost' } : { kind: 'refused', why: null }
    }
    const outcome = await batcher.ask({ wanted, basedOn, at: new Date().toISOString() })
    return outcome.kind === 'refused' ? again(wanted, basedOn, outcome) : revive(wanted, basedOn, outcome)
  }

  /** A refusal that another attempt can lift: with a reason, or without saying why a pupil is absent. */
  async function again(wanted: Wanted, basedOn: number | null, outcome: Outcome<Wanted> & { kind: 'refused' }): Promise<Outcome<Wanted>> {
    const code = outcome.why instanceof ProblemError ? outcome.why.code : ''
    if (code === 'journal.reason_needed' && await asks.askReason() !== null) return batcher.ask({ wanted, basedOn, at: new Date().toISOString() })
    if (code === 'journal.reason_is_class_teachers' && wanted.kind === 'absence') {
      asks.reasonIsNotOurs()
      return batcher.ask({ wanted: { ...wanted, reason: null }, basedOn, at: new Date().toISOString() })
    }
    return outcome
  }

  /** A mark that was taken back before has left an empty place; typing into it contradicts nobody. */
  async function revive(wanted: Wanted, basedOn: number | null, outcome: Outcome<Wanted>): Promise<Outcome<Wanted>> {
    if (basedOn !== null || outcome.kind !== 'conflict' || !outcome.now || !isEmpty(outcome.now.value)) return outcome
    const onto = wanted.kind === 'mark' && outcome.now.value.kind === 'mark' ? { ...wanted, id: outcome.now.value.id } : wanted
    return batcher.ask({ wanted: onto, basedOn: outcome.now.revision, at: new Date().toISOString() })
  }

  return send
}

/** Whether trying later may help: no network, a busy or a broken server. */
export const isPassing = (problem: ProblemError) => problem.status === 0 || problem.status === 429 || problem.status >= 500

const isEmpty = (value: Wanted) => value.kind === 'mark' ? value.value === '' : value.code === 'present'

function opOf({ wanted, basedOn, at }: Letter, reason: string | undefined): CellOp {
  const more = { basedOn, enteredAt: at, ...(reason ? { reason } : {}) }
  if (wanted.kind === 'mark') return { kind: 'mark', workId: wanted.workId, id: wanted.id, studentId: wanted.studentId, value: wanted.value as '5', ...more }
  return { kind: 'attendance', lessonId: wanted.lessonId, studentId: wanted.studentId, code: wanted.code, ...(wanted.reason ? { absenceReason: wanted.reason } : {}), ...more }
}

function outcomeOf(outcome: CellOutcome | undefined): Outcome<Wanted> {
  if (!outcome) return { kind: 'lost' }
  const now = heldOf(outcome)
  if (outcome.kept) return now ? { kind: 'kept', now } : { kind: 'lost' }
  if (outcome.code === 'journal.changed_meanwhile') return { kind: 'conflict', now }
  return { kind: 'refused', why: new ProblemError(409, outcome.code) }
}

function heldOf(outcome: CellOutcome): Held<Wanted> | null {
  if (!outcome.now) return null
  if (outcome.kind === 'mark') return { value: { kind: 'mark', id: outcome.now.id, workId: outcome.now.workId, studentId: outcome.now.studentId, value: outcome.now.value }, revision: outcome.now.revision }
  return { value: { kind: 'absence', lessonId: outcome.now.lessonId, studentId: outcome.now.studentId, code: outcome.now.code, reason: outcome.now.reason }, revision: outcome.now.revision }
}
