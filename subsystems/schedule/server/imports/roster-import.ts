import { Problem, type Read, type Work } from '@school/server'
import { registryFace, schoolYearOf } from '@school/registry/server'
import { fileErrors, nothing, rosterProposal, type Proposal } from './present.ts'
import { isPackage } from '../oneroster/package.ts'
import { readOneRoster, type PackageReading } from '../oneroster/read.ts'
import { keepKnown, readKnown } from '../oneroster/store.ts'
import type { RosterState } from './roster.ts'
import { RosterLists } from './roster-lists.ts'
import { findPerson } from './roster-people.ts'
import { planRoster } from './roster-plan.ts'
import { RosterWriter } from './roster-write.ts'
import { readRosterState } from './store.ts'
import { readWorkbook, type RosterRows, type RosterSources } from './workbook-read.ts'
import type { RowError } from './workbook-rows.ts'

/** What a workbook or a OneRoster package would change here; nothing is written. */
export async function proposeRoster(read: Read, bytes: Uint8Array): Promise<{ rows: RosterRows; proposal: Proposal; broken: boolean }> {
  const today = await registryFace.schoolDay(read)
  const state = await readRosterState(read, schoolYearOf(today))
  const { rows, errors, leaving } = isPackage(bytes) ? packageRows(readOneRoster(bytes, { today, state, known: await readKnown(read) })) : await workbookRows(bytes, today, state)
  if (errors.length > 0) return { rows, proposal: { ...nothing, errors: fileErrors(errors) }, broken: true }
  const proposal = rosterProposal(planRoster(rows, state), state)
  proposal.errors.push(...leaving.map((one) => ({ ...one, column: null, code: 'leaving_needs_order', hint: null })))
  return { rows, proposal, broken: proposal.errors.some((error) => fatal.has(error.code)) }
}

type Taken = { rows: RosterRows; errors: RowError[]; leaving: PackageReading['leaving'] }
const packageRows = ({ people, classes, groups, loads, sources, errors, leaving }: PackageReading): Taken => ({ rows: { people, classes, groups, loads, sources }, errors, leaving })
async function workbookRows(bytes: Uint8Array, today: string, state: RosterState): Promise<Taken> {
  const { people, classes, groups, loads, errors } = await readWorkbook(bytes, { today, classTitles: state.classes.map((one) => one.title), groupTitles: state.groups.map((one) => one.title) })
  return { rows: { people, classes, groups, loads }, errors, leaving: [] }
}

/** What rows read earlier would change now. */
export async function proposeRows(read: Read, rows: RosterRows): Promise<Proposal> {
  const state = await readRosterState(read, schoolYearOf(await registryFace.schoolDay(read)))
  return rosterProposal(planRoster(rows, state), state)
}

/** Doubts are shown and left out; these would leave a hole. */
const fatal = new Set(['birth_date_missing', 'gender_missing'])

/** Writes what the rows still change, planned anew on what the school has now, so that a repeat changes nothing. */
export async function writeRoster(work: Work, rows: RosterRows): Promise<Proposal> {
  const today = await registryFace.schoolDay(work)
  const year = schoolYearOf(today)
  const state = await readRosterState(work, year)
  const plan = planRoster(rows, state)
  const proposal = rosterProposal(plan, state)
  if (proposal.errors.some((error) => fatal.has(error.code))) throw new Problem(409, 'schedule.import_broken')
  const firstOfSeptember = `${year}-09-01`
  await new RosterWriter(work, year, today < firstOfSeptember ? today : firstOfSeptember, plan.changes).write()
  if (rows.sources) await rememberSources(work, rows.sources, new RosterLists(await readRosterState(work, year)))
  return proposal
}

/** A later package of changes may name these people and classes by the sender's ids alone. */
async function rememberSources(work: Work, sources: RosterSources, lists: RosterLists): Promise<void> {
  const users = sources.users.flatMap(({ sourcedId, person }) => {
    const found = findPerson(lists, person)
    return found === null || found === 'many' ? [] : [{ kind: 'user' as const, sourced_id: sourcedId, means: found.ref }]
  })
  await keepKnown(work, [...users, ...sources.classes.map((one) => ({ kind: 'class' as const, sourced_id: one.sourcedId, means: one.title }))])
}
