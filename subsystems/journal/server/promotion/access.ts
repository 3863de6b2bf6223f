import { notFound, type Work } from '@school/server'
import { asking, dayHere, homeroomOf, inForce, kindOf } from '../access.ts'
import { finalClass, type FinalClass } from '../finals/access.ts'

declare const granted: unique symbol
/** A class of which this person may write down what the council decided: its class teacher and the office. */
export type DecidableClass = FinalClass & { readonly [granted]: 'council' }
export async function decidableClass(work: Work, classId: string): Promise<DecidableClass> {
  const head = await finalClass(work, classId)
  if (!['office', 'staff'].includes(kindOf(work))) throw notFound()
  return head as DecidableClass
}

/** A pupil whose debts this person may settle: as class teacher, or for the office. */
export type DecidablePupil = { readonly studentId: string; readonly today: string; readonly [granted]: 'debts' }
const pupil = `with ${dayHere} select day.today from day join registry.v_enrolment en on en.school_id = $1 and en.student_id = $5::uuid and ${inForce('en')}
  where case $4::text when 'office' then true when 'staff' then ${homeroomOf('$5::uuid')} else false end limit 1`
export async function decidablePupil(work: Work, studentId: string): Promise<DecidablePupil> {
  const [row] = await work.rows<{ today: string }>(pupil, [...asking(work), studentId])
  if (!row) throw notFound()
  return { studentId, today: row.today } as DecidablePupil
}
