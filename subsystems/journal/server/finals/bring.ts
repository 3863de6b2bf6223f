import { addresses } from '@school/contract'
import type { Work } from '@school/server'
import { finalsChanged } from '../../contract/index.ts'
import { insertBrought, insertBroughtFinals, type GivenFinal, type GivenMark } from './bring-store.ts'

interface Brought { readonly source: string; readonly year: number; readonly marks: readonly GivenMark[]; readonly finals: readonly GivenFinal[] }

/**
 * Writes what a record of another school says; the caller has judged the right to it. What stands is left alone, so the same record again changes nothing.
 * Marks go into periods that are not closed; marks of periods go where the period was over before the pupil came.
 */
export async function bringRecord(work: Work, studentId: string, { source, year, marks, finals }: Brought): Promise<{ marks: number; finals: number }> {
  const [putMarks, putFinals] = [await insertBrought(work, studentId, marks, source), await insertBroughtFinals(work, studentId, year, finals, source)]
  work.audit('journal.record.brought', { about: studentId, after: { source, year, marks: putMarks, finals: putFinals } })
  if (putMarks + putFinals > 0) work.announce(finalsChanged, { schoolId: work.schoolId, studentId }, [addresses.family(studentId), addresses.office(work.schoolId)])
  return { marks: putMarks, finals: putFinals }
}
