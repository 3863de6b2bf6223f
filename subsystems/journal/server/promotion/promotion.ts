import { addresses } from '@school/contract'
import { Problem, type Read, type Work } from '@school/server'
import { promotionPut, type ClassPromotion, type Decision, type Promotion } from '../../contract/index.ts'
import { kindOf } from '../access.ts'
import type { FinalClass } from '../finals/access.ts'
import { Material, finalRule, ruleRowOn } from '../finals/material.ts'
import { placesInClass } from '../finals/material-store.ts'
import { yearOf } from '../finals/pages.ts'
import { listClassStudents, listFinalsOfClass, type FinalStudent } from '../finals/store.ts'
import { isDay } from '../lessons/rules.ts'
import type { DecidableClass } from './access.ts'
import { decisionsOf, isFailed, isLast, proposePromotion, whyNotDecided, type PupilYear } from './rules.ts'
import { listDebtsOfClass, listPromotions, saveDebts, savePromotions, type PromotionRow } from './store.ts'

export const presentPromotion = (row: PromotionRow): Promotion => ({
  decision: row.decision, protocol: { number: row.protocol_number, date: row.protocol_date }, order: row.order_number === '' || row.order_date === null ? null : { number: row.order_number, date: row.order_date }, note: row.note,
  familyChoiceOn: row.family_choice_on, admissionWork: row.admission_work, revision: row.revision,
})

interface Judged { readonly student: FinalStudent; readonly missing: string[]; readonly debts: { subject: { id: string; name: string; shortName: string }; value: string }[]; readonly year: PupilYear; readonly now: PromotionRow | null }

/** Every pupil of a class with what the year's marks say. */
async function judgeClass(read: Read, head: FinalClass): Promise<Judged[]> {
  const { from, to } = yearOf(head.periods ?? [])
  const [students, row, finals, decided] = await Promise.all([listClassStudents(read, head.id, head.today, head.today), placesInClass(read, { from, to, today: head.today }, head.id), listFinalsOfClass(read, head.id, head.year), listPromotions(read, head.id, head.year)])
  const [material, rule] = [new Material(row), finalRule(ruleRowOn(head.rules, head.today))]
  return students.map((student) => {
    const taught = (head.subjects ?? []).filter((subject) => material.gather(student.id, subject.id, from, to, rule) !== null)
    const values = new Map(finals.filter((one) => one.student_id === student.id && one.kind === 'year').map((one) => [one.subject_id, one.value]))
    const debts = taught.flatMap((subject) => { const value = values.get(subject.id) ?? ''; return isFailed(value) ? [{ subject, value }] : [] })
    const missing = taught.filter((subject) => (values.get(subject.id) ?? '') === '').map((subject) => subject.name)
    const now = decided.find((one) => one.student_id === student.id) ?? null
    return { student, missing, debts, now, year: { grade: head.grade, marksFromGrade: rule.marksFromGrade, missing: missing.length, debts: debts.length, admissionWork: now?.admission_work ?? null } }
  })
}

/** What the council is to decide of a class, with what was decided. */
export async function classPromotion(read: Read, head: FinalClass): Promise<ClassPromotion> {
  const [judged, debts] = await Promise.all([judgeClass(read, head), listDebtsOfClass(read, head.id, head.today)])
  const edition = ruleRowOn(head.rules, head.today)
  const { policy } = finalRule(edition)
  return {
    today: head.today, year: head.year, classId: head.id, className: head.name, grade: head.grade, kind: isLast(head.grade) ? 'admission' : 'promotion', decisions: [...decisionsOf(head.grade)], debtsAtMost: policy.debtsAtMost,
    rule: edition && { edition: edition.edition, title: edition.title },
    students: judged.map((one) => {
      const { decision, by } = proposePromotion(one.year, policy)
      const { id, last_name: lastName, first_name: firstName, middle_name: middleName } = one.student
      return { student: { id, lastName, firstName, middleName }, missing: one.missing, debts: one.debts, proposed: decision, by, now: one.now && presentPromotion(one.now) }
    }),
    debts, can: { put: ['office', 'staff'].includes(kindOf(read)) },
  }
}

interface Op { readonly studentId: string; readonly decision: Decision; readonly note?: string; readonly familyChoiceOn?: string; readonly admissionWork?: 'pass' | 'fail'; readonly basedOn: number | null }
interface Council { readonly ops: readonly Op[]; readonly protocol: { number: string; date: string }; readonly order?: { number: string; date: string }; readonly firstDue?: string; readonly secondDue?: string }
type Outcome = { kept: true; studentId: string; now: Promotion } | { kept: false; studentId: string; code: string; now: Promotion | null }

/** Writes down what a council decided, each pupil judged by itself; families hear of it, and a conditional promotion opens debts. */
export async function decide(work: Work, head: DecidableClass, given: Council): Promise<Outcome[]> {
  const { policy } = finalRule(ruleRowOn(head.rules, head.today))
  const [firstDue, secondDue] = [given.firstDue ?? `${head.year + 1}-10-31`, given.secondDue ?? `${head.year + 2}-05-31`]
  if (![given.protocol.date, given.order?.date ?? given.protocol.date, firstDue, secondDue].every(isDay) || secondDue < firstDue || firstDue < given.protocol.date) throw new Problem(400, 'journal.due_wrong')
  const judged = new Map((await judgeClass(work, head)).map((one) => [one.student.id, one]))
  const [rows, debts]: [PromotionRow[], Parameters<typeof saveDebts>[1][number][]] = [[], []]
  const seen = new Set<string>()
  const outcomes = given.ops.map((op): Outcome => {
    const of = judged.get(op.studentId)
    if (!of || seen.has(op.studentId)) return { kept: false, studentId: op.studentId, code: 'journal.not_in_class', now: null }
    seen.add(op.studentId)
    const [now, admissionWork] = [of.now && presentPromotion(of.now), op.admissionWork ?? of.now?.admission_work ?? null]
    const code = whyNotDecided({ ...of.year, admissionWork }, policy, { decision: op.decision, familyChoice: op.familyChoiceOn !== undefined && isDay(op.familyChoiceOn), admissionWork })
    if (code) return { kept: false, studentId: op.studentId, code, now }
    if ((of.now?.revision ?? null) !== op.basedOn) return { kept: false, studentId: op.studentId, code: 'journal.changed_meanwhile', now }
    const row: PromotionRow = {
      student_id: op.studentId, year: head.year, class_id: head.id, decision: op.decision, protocol_number: given.protocol.number, protocol_date: given.protocol.date, order_number: given.order?.number ?? '', order_date: given.order?.date ?? null,
      note: op.note?.trim() ?? '', family_choice_on: op.familyChoiceOn ?? null, admission_work: admissionWork, revision: (of.now?.revision ?? 0) + 1,
    }
    rows.push(row)
    if (op.decision === 'conditional') debts.push(...of.debts.map(({ subject, value }) => ({ student_id: op.studentId, subject_id: subject.id, year: head.year, value, first_due: firstDue, second_due: secondDue })))
    work.audit('journal.promotion.put', { about: op.studentId, before: now, after: { ...presentPromotion(row), year: head.year, classId: head.id } })
    work.announce(promotionPut, { schoolId: work.schoolId, studentId: op.studentId, classId: head.id, year: head.year }, [addresses.family(op.studentId), addresses.group(head.id), addresses.office(work.schoolId)])
    return { kept: true, studentId: op.studentId, now: presentPromotion(row) }
  })
  if (rows.length > 0) savePromotions(work, rows)
  if (debts.length > 0) saveDebts(work, debts)
  if (rows.length === 0) work.audit('journal.promotion.refused', { after: { classId: head.id, pupils: given.ops.length } })
  return outcomes
}

