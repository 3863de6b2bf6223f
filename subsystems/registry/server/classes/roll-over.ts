import { addresses, newId } from '@school/contract'
import { notFound, Problem, type Read, type Work } from '@school/server'
import { enrolmentChanged } from '../../contract/facts.ts'
import type { RollOverRow } from '../../contract/roll-over.ts'
import { dayBefore } from '../time-zone.ts'
import { putClass } from './classes.ts'
import { countOpenEnrolments, listRollOverRows, movePupils, type RollOverDbRow } from './roll-over-store.ts'
import { classNameOf, nextGradeOf, nextNameOf } from './rules.ts'

const becomes = (row: RollOverDbRow) => {
  const grade = nextGradeOf(row.grade_level)
  return grade === null ? null : { grade, name: nextNameOf(row.name, row.grade_level) ?? classNameOf({ gradeLevel: grade, course: null, letter: row.letter }) }
}

/** What the classes of the year before become: 5 «А» grows to 6 «А», the eldest leave. */
export async function rollOverOf(read: Read, year: number): Promise<RollOverRow[]> {
  return (await listRollOverRows(read, year)).map((row) => {
    const to = becomes(row)
    return { from: { id: row.id, name: row.name, grade: row.grade_level }, to, pupils: row.pupils, homeroom: row.homeroom, made: row.made, nameTaken: row.made === null && to !== null && row.takenNames.includes(to.name) }
  })
}

export interface RollOverGiven { readonly classIds: readonly string[]; readonly movePupils: boolean; readonly on: string; readonly orderNumber: string; readonly orderDate: string | null }

/** Makes the classes of the year out of those before, and moves their pupils by one order. */
export async function rollOver(work: Work, year: number, given: RollOverGiven): Promise<{ classes: number; pupils: number }> {
  if (given.on < `${year}-07-01` || given.on > `${year + 1}-06-30`) throw new Problem(400, 'registry.dates_wrong', { field: 'on' })
  const rows = await listRollOverRows(work, year)
  const wanted = given.classIds.map((id) => rows.find((row) => row.id === id) ?? null)
  if (wanted.includes(null)) throw notFound()
  const pairs: { from: string; to: string }[] = []
  let classes = 0
  for (const row of wanted.filter((one) => one !== null)) {
    const to = becomes(row)
    if (to === null) throw notFound()
    const id = row.made?.id ?? newId()
    pairs.push({ from: row.id, to: id })
    if (row.made) continue
    if (row.takenNames.includes(to.name)) throw new Problem(409, 'registry.name_taken', { name: to.name })
    await putClass(work, null, id, { schoolYear: year, gradeLevel: to.grade, course: null, letter: row.letter, name: to.name, shift: row.shift, buildingId: row.building_id, homeroomTeacherId: row.homeroom_teacher_id, previousClassId: row.id, basedOn: null })
    classes++
  }
  const pupils = given.movePupils ? await move(work, pairs, given) : 0
  work.audit('registry.class.roll_over', { after: { year, classes, pupils, on: given.on, orderNumber: given.orderNumber } })
  return { classes, pupils }
}

async function move(work: Work, pairs: readonly { from: string; to: string }[], given: RollOverGiven): Promise<number> {
  const ids = Array.from({ length: await countOpenEnrolments(work, pairs.map((one) => one.from)) }, () => newId())
  const moved = await movePupils(work, pairs, given.on, dayBefore(given.on), { number: given.orderNumber.trim(), date: given.orderDate }, ids)
  for (const one of moved) {
    work.audit('registry.enrolment.transfer', { about: one.student_id, before: { classId: one.old_class }, after: { classId: one.new_class, validFrom: given.on, orderNumber: given.orderNumber } })
    work.announce(enrolmentChanged, { schoolId: work.schoolId, enrolmentId: one.enrolment_id, studentId: one.student_id, classId: one.new_class, previousClassId: one.old_class }, [addresses.family(one.student_id), addresses.person(one.student_id), addresses.staff(work.schoolId)])
  }
  return moved.length
}
