import { schoolYearOf } from '@school/registry/server'
import { job, timedJob, type Work } from '@school/server'
import { listSchoolsWithYear } from '../lessons/make-store.ts'
import { forgetExports } from '../oneroster/store.ts'
import { forgetContents } from './store.ts'

/** Takes names and numbers of people out of imports and packages that are over; what a name of a timetable meant is remembered. */
export const forgetImports = job('schedule.imports.forget', async (work: Work) => {
  const forgotten = [...await forgetContents(work), ...await forgetExports(work)]
  if (forgotten.length > 0) work.audit('schedule.import.forget', { after: { imports: forgotten.map((one) => one.id) } })
})

/** Once a day each school is asked to forget. */
export const forgetImportsDaily = timedJob('schedule.imports.forget_daily', 24 * 3600, async (work) => {
  for (const { school_id } of await listSchoolsWithYear(work, schoolYearOf(work.now.toISOString().slice(0, 10)))) work.enqueueIn(school_id, forgetImports, {})
})
