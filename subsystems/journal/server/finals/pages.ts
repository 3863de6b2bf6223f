import { notFound, type Read } from '@school/server'
import type { ClassFinals, CourseFinals, FinalKind } from '../../contract/index.ts'
import { periodOn, presentCourse } from '../pages/page.ts'
import type { PeriodRow } from '../pages/store.ts'
import type { FinalClass, FinalCourse } from './access.ts'
import { Finals, presentCell, presentClosing, type JudgedCell } from './cells.ts'
import { Material, ruleRowOn } from './material.ts'
import { materialOfClass, materialOfGroup, placesInClass } from './material-store.ts'
import { listClassStudents, listFinalsOfClass, listFinalsOfCourse, listFinalStudents, type FinalStudent } from './store.ts'

/** First and last day of the year's periods. */
export const yearOf = (periods: readonly PeriodRow[]): { from: string; to: string } => ({ from: periods[0]?.starts ?? '9999-12-31', to: periods.at(-1)?.ends ?? '0001-01-01' })

/** Columns beside the periods: exams where the act or the grade has them, final marks where a certificate follows. */
export const kindsOf = (grade: number | null, withExam: boolean): FinalKind[] => (grade === 9 || grade === 11 ? ['year', 'exam', 'final'] : withExam ? ['year', 'exam'] : ['year'])

export interface JudgedCourse { readonly students: readonly FinalStudent[]; readonly cells: readonly JudgedCell[]; readonly kinds: readonly FinalKind[] }

/**
 * Everybody who is or was on the page this year with every place of theirs; three statements after the head's one.
 * The mark of whoever moved to another page within a period is put there.
 */
export async function judgeCourse(read: Read, head: FinalCourse): Promise<JudgedCourse> {
  const periods = head.periods ?? []
  const { from, to } = yearOf(periods)
  const [students, material, rows] = await Promise.all([
    listFinalStudents(read, head.group.id, from, to), materialOfGroup(read, { from, to, today: head.today }, head.group.id, head.subject.id), listFinalsOfCourse(read, head.group.id, head.subject.id, head.year),
  ])
  const finals = new Finals(head, head.year, new Material(material), rows)
  const policy = ruleRowOn(head.rules, head.today)?.finals
  const kinds = kindsOf(head.grade, policy?.yearFrom === 'periodsAndExam' || rows.some((row) => row.kind === 'exam' && row.year === head.year))
  const cells = students.flatMap((student) => {
    const of = { studentId: student.id, classId: student.class_id, subjectId: head.subject.id, grade: head.grade }
    const begun = periods.filter((period) => period.starts <= head.today)
    const inPeriods = begun.flatMap((period) => finals.periodCell(of, period) ?? []).filter(({ courseId }) => courseId === head.id)
    const last = begun.flatMap((period) => finals.gather(of, period) ?? []).at(-1)
    return last && last.courseId !== head.id ? inPeriods : [...inPeriods, ...kinds.map((kind) => finals.yearCell(of, kind as 'year', head.id))]
  })
  return { students, cells, kinds }
}

/** The page of period, year and final marks of a course. */
export async function courseFinals(read: Read, head: FinalCourse): Promise<CourseFinals> {
  const { students, cells, kinds } = await judgeCourse(read, head)
  const rule = ruleRowOn(head.rules, head.today)
  const classes = [...new Set(students.map((student) => student.class_id))]
  return {
    today: head.today, year: head.year, course: presentCourse(head), periods: head.periods ?? [], rule: rule && { edition: rule.edition, title: rule.title, validFrom: rule.valid_from },
    students: students.map((one) => ({ id: one.id, lastName: one.last_name, firstName: one.first_name, middleName: one.middle_name, classId: one.class_id, className: one.class_name, from: one.starts, to: one.ends })),
    cells: cells.map(presentCell), closings: classes.flatMap((classId) => [...(head.periods ?? []).map(({ id }) => id), null].map((periodId) => presentClosing(head, classId, periodId, head.subject.id))),
    kinds: [...kinds], can: { put: head.puts !== null, reason: head.puts === 'office', protocol: head.puts === 'office' },
  }
}

/** Pupils × subjects of a class in one period or, asked by kind, in the year; whoever went on to another class has the places there. Three statements after the head's one. */
export async function classFinals(read: Read, head: FinalClass, asked: { period?: string; kind?: 'year' | 'final' }): Promise<ClassFinals> {
  const periods = head.periods ?? []
  const period = asked.kind ? null : asked.period === undefined ? periodOn(periods, head.today) : periods.find((one) => one.id === asked.period) ?? null
  if (asked.period !== undefined && !period) throw notFound()
  const { from, to } = period ? { from: period.starts, to: period.ends } : yearOf(periods)
  const [students, material, rows] = await Promise.all([listClassStudents(read, head.id, from, to), (period ? materialOfClass : placesInClass)(read, { from, to, today: head.today }, head.id), listFinalsOfClass(read, head.id, head.year)])
  const gathered = new Material(material)
  const finals = new Finals(head, head.year, gathered, rows)
  const cells = students.filter((student) => !student.elsewhere).flatMap((student) => gathered.subjects.flatMap((subjectId) => {
    const of = { studentId: student.id, classId: head.id, subjectId, grade: head.grade }
    const last = period ?? periods.findLast((one) => one.starts <= head.today && finals.gather(of, one) !== null)
    const cell = last === undefined ? null : period ? finals.periodCell(of, period) : finals.yearCell(of, asked.kind ?? 'year', finals.gather(of, last)!.courseId)
    return cell === null ? [] : [{ ...presentCell(cell), subjectId, courseId: cell.courseId }]
  }))
  const present = new Set(cells.map((cell) => cell.subjectId))
  return {
    today: head.today, year: head.year, classId: head.id, className: head.name, grade: head.grade, periods: [...periods], period: period ?? null, closing: presentClosing(head, head.id, period?.id ?? null),
    subjects: (head.subjects ?? []).filter(({ id }) => present.has(id)),
    students: students.map((one) => ({ id: one.id, lastName: one.last_name, firstName: one.first_name, middleName: one.middle_name, from: one.starts, to: one.ends })), cells,
  }
}
