import { printSnils } from '@school/contract'
import type { Check, Compared, OwnRequest, RequestCard, RequestRow } from '../../contract/requests.ts'
import type { RequestTable } from '../tables.ts'
import { aboutText, type About } from './about.ts'
import { isWaiting } from './access.ts'
import { differingOf, faultOf } from './compare.ts'
import type { ListedRequest } from './lists-store.ts'
import type { Candidate, listSteps } from './store.ts'

/** A request as its asker sees it. About a child whose data were only typed nothing is told: it would answer a guess. */
export function presentOwn(row: RequestTable & { school_name: string }): OwnRequest {
  const about = row.about as About
  const compared = row.comparison as Compared[]
  const silent = row.kind === 'child' && !about.fromEsia
  return {
    id: row.id, schoolId: row.school_id, schoolName: row.school_name, kind: row.kind, state: row.state, check: silent ? 'document' : row.checked, mismatches: silent ? 0 : row.mismatches,
    about: aboutText(row.kind, about), createdAt: row.created_at.toISOString(), dueAt: row.due_at.toISOString(), expiresAt: row.expires_at.toISOString(), decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.state === 'REJECTED' ? row.reason : null, differing: silent ? [] : differingOf(compared), fault: silent ? 'unknown' : faultOf(about.fromEsia, compared), can: { withdraw: isWaiting(row) },
  }
}

/** A line of the administrator's list. */
export function presentRow(row: ListedRequest, now: Date): RequestRow {
  return {
    id: row.id, asker: row.asker, kind: row.kind, role: (row.about as About).role, state: row.state, check: row.checked as Check, mismatches: row.mismatches, differing: differingOf(row.comparison as Compared[]),
    about: aboutText(row.kind, row.about as About), createdAt: row.created_at.toISOString(), overdue: isWaiting(row) && row.due_at <= now, decidedAt: row.decided_at?.toISOString() ?? null,
    can: { approve: isWaiting(row) && row.checked === 'matched' },
  }
}

/** The whole request with both sources side by side. */
export function presentCard(row: ListedRequest, now: Date, candidates: readonly Candidate[], steps: Awaited<ReturnType<typeof listSteps>>): RequestCard {
  const about = row.about as About
  const compared = row.comparison as Compared[]
  const waits = isWaiting(row)
  return {
    row: presentRow(row, now), askerId: row.asked_by, matchedId: row.matched_id, comparison: compared.map(printed), fault: faultOf(about.fromEsia, compared), reason: row.reason, dueAt: row.due_at.toISOString(), expiresAt: row.expires_at.toISOString(),
    facts: factsOf(about), candidates: candidates.map((one) => ({ id: one.id, name: [one.last_name, one.first_name, one.middle_name].filter(Boolean).join(' '), birthDate: one.birth_date, className: one.class_name })),
    steps: steps.map((step) => ({ id: step.id, at: step.at.toISOString(), step: step.step, by: step.by_name, note: noteOf(step.details) })), revision: row.revision,
    can: {
      approve: waits && row.checked === 'matched', approveByDocument: waits && row.kind !== 'correction' && row.checked !== 'matched' && (row.kind === 'staff' || row.matched_id !== null),
      correct: waits && row.matched_id !== null && about.fromEsia && row.mismatches > 0, reject: waits, match: waits && (row.kind === 'child' || row.kind === 'pupil') && candidates.length > 0,
    },
  }
}

const printed = (one: Compared): Compared => (one.field === 'snils' ? { ...one, esia: printSnils(one.esia), registry: printSnils(one.registry) } : one)

const factsOf = ({ position, wish, named, fromEsia, className }: About): { term: string; value: string }[] => [
  ...(position ? [{ term: 'position', value: position }] : []), ...(wish ? [{ term: 'wish', value: wish }] : []),
  ...(className ? [{ term: 'class', value: className }] : []), { term: 'source', value: fromEsia ? 'esia' : 'typed' }, { term: 'birthDate', value: named.birthDate },
]

const noteOf = (details: Record<string, unknown> | null): string | null => {
  if (details === null) return null
  if (typeof details['note'] === 'string') return details['note']
  if (Array.isArray(details['fields'])) return details['fields'].join(' ')
  return typeof details['of'] === 'number' ? `${String(details['check'])} ${String(details['matched'])} ${String(details['of'])}` : null
}
