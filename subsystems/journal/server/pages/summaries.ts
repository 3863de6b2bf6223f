import type { Period, Summary } from '../../contract/index.ts'
import { averageText, isOwed, propose, sumsOf, type Counted, type Rule } from '../averages/rules.ts'
import type { AttendanceCell, MarkCell } from './store.ts'

export interface Material { readonly marks: readonly MarkCell[]; readonly attendance: readonly AttendanceCell[]; readonly held: readonly string[]; /** pupil, day: lessons of the subject on other pages. */ readonly heldElsewhere?: readonly (readonly [string, string])[]; readonly hours: number }
interface Stay { readonly id: string; readonly starts: string; readonly ends: string | null }

/** For each pupil and period: sums, average, absences and what the rule proposes. */
export function summarise(students: readonly Stay[], periods: readonly Period[], rule: Rule, material: Material): Summary[] {
  const marks = Map.groupBy(material.marks, (mark) => mark[3])
  const attendance = Map.groupBy(material.attendance, (one) => one[1])
  const elsewhere = Map.groupBy(material.heldElsewhere ?? [], ([student]) => student)
  return periods.flatMap((period) => {
    const inside = (date: string) => date >= period.starts && date <= period.ends
    const held = material.held.filter(inside)
    const heldFor = ({ id, starts, ends }: Stay) => held.filter((date) => date >= starts && (ends === null || date <= ends)).length + (elsewhere.get(id) ?? []).filter(([, date]) => inside(date)).length
    return students.map((student) => summaryOf(student.id, period, rule, {
      marks: (marks.get(student.id) ?? []).filter((mark) => inside(mark[8])).map((mark) => ({ value: mark[4], weight: mark[9], scale: mark[10], retake: mark[11] })),
      codes: (attendance.get(student.id) ?? []).filter((one) => inside(one[7])).map((one) => one[2]), lessonsHeld: heldFor(student), hours: material.hours,
    }))
  })
}

/** One pupil's summary of one period. */
export function summaryOf(studentId: string, period: Period, rule: Rule, of: { marks: readonly Counted[]; codes: readonly string[]; lessonsHeld: number; hours: number }): Summary {
  const sums = sumsOf(of.marks, rule)
  const missed = of.codes.filter((code) => code === 'absent').length
  const judged = propose(sums, rule, { hoursPerWeek: of.hours, lessonsHeld: of.lessonsHeld, missed })
  return {
    studentId, periodId: period.id, ...sums, average: averageText(sums), missed, late: of.codes.filter((code) => code === 'late').length, debts: of.marks.filter(isOwed).length,
    proposed: judged.proposed, enough: judged.enough,
  }
}
