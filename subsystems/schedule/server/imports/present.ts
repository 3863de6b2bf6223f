import type { Import } from '../../contract/imports.ts'
import type { RosterChange, RosterPlan, RosterState } from './roster.ts'
import type { RowError } from './workbook-rows.ts'
import type { ImportRow } from './store.ts'

const perPage = 200
const mostErrors = 500

export interface Proposal {
  readonly errors: Import['errors']
  readonly counts: Record<string, number>
  readonly changes: Import['changes']
  readonly changeCount: number
  readonly options: Import['options']
  readonly unplaced: number
}
export const nothing: Proposal = { errors: [], counts: {}, changes: [], changeCount: 0, options: [], unplaced: 0 }

/** An import as its screens see it: one page of changes, the first errors. */
export function presentImport(row: ImportRow, now: Date, offset = 0): Import {
  const proposal = row.proposal as Proposal
  return {
    id: row.id, kind: row.kind, state: row.state !== 'done' && row.expires_at < now ? 'expired' : row.state, fileName: row.file_name, createdAt: row.created_at.toISOString(), doneAt: row.done_at?.toISOString() ?? null,
    errors: proposal.errors.slice(0, mostErrors), errorCount: proposal.errors.length, counts: proposal.counts, changes: proposal.changes.slice(offset, offset + perPage), changeCount: proposal.changeCount,
    mapping: row.mapping as Import['mapping'], options: proposal.options, validFrom: row.valid_from, unplaced: proposal.unplaced,
  }
}

export const fileErrors = (errors: readonly RowError[]): Import['errors'] => errors.map(({ sheet, row, column, code, value, hint }) => ({ sheet, row, column, code, value, hint }))

/** What a planned roster would do, in words of data; rows that cannot become records are errors. */
export function rosterProposal(plan: RosterPlan, state: RosterState): Proposal {
  const names = new Map(state.people.map((one) => [one.ref, fullName(one)]))
  for (const change of plan.changes) if (change.kind === 'person.create' || change.kind === 'person.update') names.set(change.after.ref, fullName(change.after))
  const incomplete = plan.changes.flatMap((change) => (change.kind === 'person.create' && (change.after.birthDate === null || change.after.gender === null))
    ? [{ sheet: change.sheet, row: change.row, column: null, code: change.after.birthDate === null ? 'birth_date_missing' : 'gender_missing', value: fullName(change.after), hint: null }] : [])
  const changes = plan.changes.map((change) => ({ kind: change.kind, row: change.row, ...describe(change, names) }))
  return {
    errors: [...incomplete, ...plan.doubts.map((doubt) => ({ sheet: doubt.sheet, row: doubt.row, column: null, code: doubt.code, value: doubt.value, hint: null }))],
    counts: countBy(changes.map((one) => one.kind)), changes, changeCount: changes.length, options: [], unplaced: 0,
  }
}

export const countBy = (kinds: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

const fullName = (one: { lastName: string; firstName: string; middleName: string | null }) => [one.lastName, one.firstName, one.middleName].filter(Boolean).join(' ')

function describe(change: RosterChange, names: ReadonlyMap<string, string>): { title: string; before: string | null; after: string } {
  const person = (ref: string | null) => (ref === null ? '' : names.get(ref) ?? '')
  switch (change.kind) {
    case 'person.create': case 'person.update': return { title: fullName(change.after), before: change.before ? words(change.before) : null, after: words(change.after) }
    case 'class.create': case 'class.update': return { title: change.after.title, before: change.before ? person(change.before.homeroom) : null, after: person(change.after.homeroom) }
    case 'enrol': case 'move': return { title: person(change.after.person), before: change.before?.classTitle ?? null, after: change.after.classTitle }
    case 'employ': case 'employ.update': return { title: person(change.after.person), before: change.before?.position ?? null, after: change.after.position }
    case 'guardian': return { title: person(change.after.guardian), before: null, after: `${person(change.after.child)} (${change.after.kind})` }
    case 'group.create': case 'group.update': return { title: change.after.title, before: change.before?.classTitles.join(', ') ?? null, after: change.after.classTitles.join(', ') }
    case 'group.member': return { title: person(change.after.person), before: null, after: change.after.title }
    case 'load.create': case 'load.update': return { title: `${change.after.subject}, ${change.after.students}`, before: change.before ? `${change.before.hours}` : null, after: `${change.after.hours} · ${person(change.after.teacher)}` }
  }
}

const words = (one: { birthDate: string | null; snils: string | null; email: string | null }) => [one.birthDate?.split('-').toReversed().join('.'), one.snils, one.email].filter(Boolean).join(' · ')
