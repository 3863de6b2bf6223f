import type { Read } from '@school/server'
import { averageText, roundedMark, sumsOf } from './averages/rules.ts'
import { ruleFrom } from './pages/page.ts'
import { findRuleOn, listSubjectMarks } from './averages/store.ts'
import { bringRecord } from './finals/bring.ts'
import { ensureDefaults } from './settings/settings.ts'
import { listRules, listTypes } from './settings/store.ts'

/** The average of a pupil in a course between two days and the mark the school's rule makes of it; the caller has judged the right to it. */
async function averageOf(read: Read, studentId: string, courseId: string, from: string, to: string): Promise<{ average: string; proposed: string | null; marks: number }> {
  const [marks, rule] = await Promise.all([listSubjectMarks(read, studentId, [courseId], from, to), findRuleOn(read, to, courseId)])
  const sums = sumsOf(marks, ruleFrom(rule))
  return { average: averageText(sums), proposed: roundedMark(sums, ruleFrom(rule))?.mark ?? null, marks: sums.marks }
}

/** What rooms above may ask; they pass their own `read` or `work` and have judged the right to it. */
export const journalFace = { averageOf, bringRecord, ensureDefaults, workTypes: listTypes, markingRules: listRules } as const
