import { notFound, type Read } from '@school/server'
import type { FinalExplained, FinalKind, FinalValue } from '../../contract/index.ts'
import { averageText, quotientText, sumsOf, unitOf, valuesOf, weightUnder, whyNotCounted } from '../averages/rules.ts'
import type { ReadablePupil } from '../diary/access.ts'
import type { PeriodRow, RuleRow } from '../pages/store.ts'
import { presentPerson } from '../people.ts'
import { Finals, presentFinal, type JudgedCell, type PlaceOf } from './cells.ts'
import { judgedOn, Material, type Gathered, type Input } from './material.ts'
import { materialOfStudentInSubject } from './material-store.ts'
import { yearOf } from './pages.ts'
import type { FinalRule } from './rules.ts'
import { listFinalRevisions, listFinalsOfStudent } from './store.ts'
import { findStudentHead, findSubjectOf } from './student-store.ts'

/** How a final mark of a pupil in the subject of a page is proposed, what was put and how it came to be. */
export async function explainFinalOf(read: Read, pupil: ReadablePupil, courseId: string, kind: FinalKind, periodId: string | undefined): Promise<FinalExplained> {
  const [head, subject] = await Promise.all([findStudentHead(read, pupil.studentId), findSubjectOf(read, courseId)])
  const periods = head.periods ?? []
  const period = kind === 'period' ? periods.find((one) => one.id === periodId) : null
  if (period === undefined || head.class_id === null) throw notFound()
  const range = period ? { from: period.starts, to: period.ends } : yearOf(periods)
  const [material, rows] = await Promise.all([materialOfStudentInSubject(read, { ...range, today: head.today }, pupil.studentId, subject.id), listFinalsOfStudent(read, pupil.studentId)])
  const finals = new Finals(head, head.year, new Material(material), rows)
  const of: PlaceOf = { studentId: pupil.studentId, classId: head.class_id, subjectId: subject.id, grade: head.grade }
  const cell = kind === 'period' ? finals.periodCell(of, period!) : finals.yearCell(of, kind, courseId)
  if (!cell) throw notFound()
  const { rule, row: edition } = finals.ruleOn(period ? judgedOn(period, head.today) : head.today)
  const gathered = period ? finals.gather(of, period) : null
  const history = cell.row ? await listFinalRevisions(read, cell.row.id) : []
  return {
    studentId: pupil.studentId, courseId, subject, kind, period, rule: edition && presentEdition(edition, kind, rule), ...(period && gathered ? inputsOf(gathered, rule, head.today) : periodsOf(periods, finals, of, kind)),
    sum: cell.sums.sum, weights: cell.sums.weights, ...quotientText(cell.sums), average: cell.average, controls: gathered ? averageText(sumsOf(gathered.inputs.filter((one) => one.isControl && one.left === null), rule)) : '',
    proposed: cell.proposed, by: cell.by, enough: cell.enough, ...around(gathered, rule), mark: cell.row && presentFinal(cell.row),
    history: history.map((one) => ({
      revision: one.revision, value: one.value as FinalValue, proposed: one.proposed, reason: one.reason, protocol: one.protocol_number === '' ? null : { number: one.protocol_number, date: one.protocol_date }, unlocked: one.unlocked, by: presentPerson(one), at: one.at.toISOString(),
    })),
  }
}

const presentEdition = (row: RuleRow, kind: FinalKind, rule: FinalRule): FinalExplained['rule'] => ({
  edition: row.edition, title: row.title, validFrom: row.valid_from, averaging: row.averaging, roundUpFrom: kind === 'period' ? row.round_up_from : kind === 'year' ? rule.policy.yearRoundUpFrom : rule.policy.certificateRoundUpFrom,
  controlPriority: row.finals.controlPriority, retakeCounts: row.finals.retakeCounts,
})

function around(gathered: Gathered | null, rule: FinalRule): Pick<FinalExplained, 'leastMarks' | 'lessonsHeld' | 'missed'> {
  const steps = rule.leastMarks.toSorted((a, b) => a.hoursUpTo - b.hoursUpTo)
  return { leastMarks: gathered ? (steps.find((step) => gathered.hours <= step.hoursUpTo) ?? steps.at(-1))?.marks ?? 0 : 0, lessonsHeld: gathered?.held ?? 0, missed: gathered?.missed ?? 0 }
}

function inputsOf(gathered: Gathered, rule: FinalRule, today: string): Pick<FinalExplained, 'counted' | 'excluded'> {
  const whyNot = (one: Input): FinalExplained['excluded'][number]['why'] | null => {
    const why = one.left ?? whyNotCounted(one)
    return why === 'debt' && one.debtDue !== null && one.debtDue < today ? 'debtOverdue' : why
  }
  const unit = unitOf(gathered.inputs.filter((one) => one.left === null), rule)
  const spoken = (one: Input) => (one.retake ? `${one.value}/${one.retake}` : one.value)
  return {
    counted: gathered.inputs.filter((one) => whyNot(one) === null).map((one) => {
      const [values, weight] = [valuesOf(one, rule, unit), weightUnder(rule, one.weight)]
      return { key: one.key, date: one.date, name: one.name, value: spoken(one), weight: weight * values.length, product: values.reduce((sum, value) => sum + value * weight, 0), isControl: one.isControl, source: one.source }
    }),
    excluded: gathered.inputs.flatMap((one) => {
      const why = whyNot(one)
      return why === null ? [] : [{ key: one.key, date: one.date, name: one.source ?? one.name, value: spoken(one), why }]
    }),
  }
}

/** A year is made of its periods, a final mark of the year and the exam. */
function periodsOf(periods: readonly PeriodRow[], finals: Finals, of: PlaceOf, kind: FinalKind): Pick<FinalExplained, 'counted' | 'excluded'> {
  const found = kind === 'year' ? periods.map((one) => ({ name: one.name, row: finals.row(of, 'period', one.id) }))
    : [{ name: 'year', row: finals.row(of, 'year', null) }, { name: 'exam', row: finals.row(of, 'exam', null) }]
  const put = found.filter((one) => one.row !== null && one.row.value !== '') as { name: string; row: NonNullable<JudgedCell['row']> }[]
  const counts = (value: string) => /^[1-5]$/.test(value)
  return {
    counted: put.filter(({ row }) => counts(row.value)).map(({ name, row }) => ({ key: row.id, date: null, name, value: row.value, weight: 1, product: Number(row.value), isControl: false, source: null })),
    excluded: put.filter(({ row }) => !counts(row.value)).map(({ name, row }) => ({ key: row.id, date: null, name, value: row.value, why: row.value === 'notAttested' ? 'notAttested' as const : row.value === 'exempt' ? 'exempt' as const : 'notFivePoint' as const })),
  }
}
