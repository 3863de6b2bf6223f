import { addresses } from '@school/contract'
import { schoolYearOf } from '@school/registry/server'
import { Problem, type Read, type Work } from '@school/server'
import { yearOpened } from '../../contract/facts.ts'
import type { YearState } from '../../contract/year.ts'
import { isOffice } from '../office.ts'
import { isReady, stepsOf } from './rules.ts'
import { findYearRow, saveOpening } from './store.ts'

/** How far a year is prepared; by default the coming one from spring on. */
export async function yearStateOf(read: Read, asked: number | undefined): Promise<YearState> {
  const today = read.now.toISOString().slice(0, 10)
  const current = schoolYearOf(today)
  const year = asked ?? (today.slice(5) >= '03-01' && today.slice(5) < '07-01' ? current + 1 : current)
  const row = await findYearRow(read, year)
  const steps = stepsOf(row)
  return { year, current, starts: row.starts, steps, ready: isReady(steps), openedAt: row.opened_at, openedBy: row.opened_by, can: { open: isOffice(read) && row.opened_at === null } }
}

/** Opens a year that is ready; what is missing is said step by step. */
export async function openYear(work: Work, year: number): Promise<void> {
  const state = await yearStateOf(work, year)
  if (!state.ready) throw new Problem(409, 'planning.year_not_ready', { steps: state.steps.filter((one) => one.needed && one.state !== 'done').map((one) => one.key) })
  await saveOpening(work, year, state.steps)
  work.audit('planning.year.open', { after: { year, steps: state.steps.map((one) => `${one.key} ${one.done}/${one.total}`) } })
  work.announce(yearOpened, { schoolId: work.schoolId, year }, [addresses.staff(work.schoolId)])
}
