import { Problem, type Read, type Work } from '@school/server'
import { registryFace, schoolYearOf } from '@school/registry/server'
import { fileErrors, nothing, rosterProposal, type Proposal } from './present.ts'
import { planRoster } from './roster-plan.ts'
import { RosterWriter } from './roster-write.ts'
import { readRosterState } from './store.ts'
import { readWorkbook, type RosterRows } from './workbook-read.ts'

/** What a workbook would change here; nothing is written. */
export async function proposeRoster(read: Read, bytes: Uint8Array): Promise<{ rows: RosterRows; proposal: Proposal; broken: boolean }> {
  const today = await registryFace.schoolDay(read)
  const state = await readRosterState(read, schoolYearOf(today))
  const { people, classes, groups, loads, errors } = await readWorkbook(bytes, { today, classTitles: state.classes.map((one) => one.title), groupTitles: state.groups.map((one) => one.title) })
  const rows = { people, classes, groups, loads }
  if (errors.length > 0) return { rows, proposal: { ...nothing, errors: fileErrors(errors) }, broken: true }
  const proposal = rosterProposal(planRoster(rows, state), state)
  return { rows, proposal, broken: proposal.errors.some((error) => fatal.has(error.code)) }
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
  return proposal
}
