import { notFound, type Read } from '@school/server'
import type { AverageExplained, MarkValue, Period, RetakeValue, SubjectPage, SubjectsOverview } from '../../contract/index.ts'
import type { ReadablePupil } from '../diary/access.ts'
import { periodOn, presentRule, ruleFrom } from '../pages/page.ts'
import type { RuleRow } from '../pages/store.ts'
import { summaryOf } from '../pages/summaries.ts'
import { averageText, forecast, leastFor, propose, quotientText, sumsOf, unitOf, valuesOf, weightUnder, whyNotCounted } from './rules.ts'
import { countHeld, findFrame, findOverviewFrame, listSubjectAbsences, listSubjectMarks, listSubjects, type SubjectMarkRow, type SubjectRow } from './store.ts'

/** The named period, else the one of today. */
function periodOf(periods: readonly Period[], asked: string | undefined, today: string): Period | null {
  if (asked === undefined) return periodOn(periods, today)
  const period = periods.find((one) => one.id === asked)
  if (!period) throw notFound()
  return period
}

/** Whether marks of the same subject on another page count, as the final marks count them. */
const follows = (rule: RuleRow | null): boolean => rule?.finals.followGroups ?? true

async function subjectOf(read: Read, pupil: ReadablePupil, courseId: string, asked: string | undefined) {
  const frame = await findFrame(read, courseId, pupil.today)
  const period = periodOf(frame.periods ?? [], asked, pupil.today)
  const [from, to] = [period?.starts ?? '0001-01-01', period?.ends ?? pupil.today]
  const pages = follows(frame.rule) ? frame.pages : [courseId]
  const [marks, absences, held] = await Promise.all([
    listSubjectMarks(read, pupil.studentId, pages, from, to), listSubjectAbsences(read, pupil.studentId, pages, from, to), countHeld(read, pupil.studentId, pages, from, to, pupil.today),
  ])
  return { frame, period, marks, absences, held }
}

/** The average of a pupil in a course with its inputs, its rule and the nearest ways to another proposal. */
export async function explain(read: Read, pupil: ReadablePupil, courseId: string, asked: string | undefined): Promise<AverageExplained> {
  const { frame, period, marks, absences, held } = await subjectOf(read, pupil, courseId, asked)
  const rule = ruleFrom(frame.rule)
  const sums = sumsOf(marks, rule)
  const missed = absences.filter((one) => one.code === 'absent').length
  const judged = propose(sums, rule, { hoursPerWeek: frame.hours, lessonsHeld: held, missed })
  const [counted, unit] = [marks.filter((mark) => whyNotCounted(mark) === null), unitOf(marks, rule)]
  return {
    studentId: pupil.studentId, courseId, subject: frame.subject, period, rule: presentRule(frame.rule), retakeCounts: rule.retakeCounts ?? 'last',
    counted: counted.map((mark) => {
      const [values, weight] = [valuesOf(mark, rule, unit), weightUnder(rule, mark.weight)]
      return { ...item(mark), weight: weight * values.length, product: values.reduce((sum, value) => sum + value * weight, 0) }
    }),
    excluded: marks.flatMap((mark) => {
      const why = whyNotCounted(mark)
      return why === null ? [] : [{ ...item(mark), why: why === 'debt' && mark.debt_due !== null && mark.debt_due < pupil.today ? ('debtOverdue' as const) : why }]
    }),
    sum: sums.sum, weights: sums.weights, ...quotientText(sums), average: averageText(sums), proposed: judged.proposed, proposedBy: judged.by, enough: judged.enough,
    leastMarks: frame.rule ? leastFor(rule, frame.hours) : null, lessonsHeld: held, missed, forecast: forecast(sums, rule, frame.weights ?? [1], unit),
  }
}

const item = (mark: SubjectMarkRow) => ({ workId: mark.work_id, lessonId: mark.lesson_id, date: mark.date, type: mark.type, title: mark.title, value: mark.value as MarkValue, retake: mark.retake as RetakeValue | null, weight: mark.weight })

/** All marks and absences of a pupil in one course and period. */
export async function subjectPage(read: Read, pupil: ReadablePupil, courseId: string, asked: string | undefined): Promise<SubjectPage> {
  const { frame, period, marks, absences, held } = await subjectOf(read, pupil, courseId, asked)
  return {
    studentId: pupil.studentId, courseId, subject: frame.subject, teachers: frame.teachers ?? [], period, periods: frame.periods ?? [], rule: presentRule(frame.rule),
    summary: period && summaryOf(pupil.studentId, period, ruleFrom(frame.rule), { marks, codes: absences.map((one) => one.code), lessonsHeld: held, hours: frame.hours }),
    marks: marks.map((mark) => ({ id: mark.id, ...item(mark), shortName: mark.short_name, isControl: mark.is_control, note: mark.note, debtDue: mark.debt_due, topic: mark.topic, revision: mark.revision })),
    absences: absences.map((one) => ({ lessonId: one.lesson_id, date: one.date, number: one.number, code: one.code, minutes: one.minutes, reason: one.reason })),
  }
}

/** A subject that was learnt on several pages is one: on the page of the last, with what was put on all of them. */
function joinPages(rows: readonly SubjectRow[]): SubjectRow[] {
  return [...Map.groupBy(rows, ({ subject }) => subject.id).values()].map((pages) => {
    const last = pages.toSorted((a, b) => (a.ends < b.ends ? -1 : a.ends > b.ends ? 1 : 0)).at(-1)!
    if (pages.length === 1) return last
    return { ...last, marks: pages.flatMap(({ marks }) => marks ?? []).toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)), codes: pages.flatMap(({ codes }) => codes ?? []), held: pages.reduce((sum, { held }) => sum + held, 0) }
  })
}

/** All subjects of a pupil in a period side by side. */
export async function subjectsOf(read: Read, pupil: ReadablePupil, asked: string | undefined): Promise<SubjectsOverview> {
  const frame = await findOverviewFrame(read, pupil.studentId, pupil.today)
  const period = periodOf(frame.periods ?? [], asked, pupil.today)
  const rows = await listSubjects(read, pupil.studentId, pupil.today, period?.starts ?? '0001-01-01', period?.ends ?? pupil.today)
  return {
    studentId: pupil.studentId, period, periods: frame.periods ?? [], rule: presentRule(frame.rule),
    subjects: (follows(frame.rule) ? joinPages(rows) : rows).map((row) => ({
      courseId: row.course_id, subject: row.subject, teachers: row.teachers ?? [],
      summary: period && summaryOf(pupil.studentId, period, ruleFrom(frame.rule), { marks: row.marks ?? [], codes: row.codes ?? [], lessonsHeld: row.held, hours: row.hours }),
      marks: (row.marks ?? []).map(({ id, date, value, retake, weight, type }) => ({ id, date, value: value as MarkValue, retake: retake as RetakeValue | null, weight, type })),
    })),
  }
}
