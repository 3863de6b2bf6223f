import type { Read } from '@school/server'
import type { ReportTable } from '../../contract/index.ts'
import { column, none, row, table, text, type Cell } from '../make/cells.ts'
import type { Asked } from '../make/spec.ts'
import { fullName } from '../words/words.ts'
import { rateCells } from './cells.ts'
import { categoryOf, spreadOf, type Spread } from './rules.ts'
import { listResults, listSubjects, listYearMarks, type ResultRow, type SubjectRow } from './store.ts'

/** Сводная ведомость учёта успеваемости: pupils by subjects, in a period or over the whole year. */
export async function classSummary(read: Read, asked: Asked): Promise<ReportTable[]> {
  const pupils = await listResults(read, asked.span, asked.classId)
  const taught = await listSubjects(read, asked.span.year, asked.classId)
  return [asked.span.periodId === null ? await yearTable(read, asked, pupils, taught) : periodTable(asked, pupils, taught)]
}

const feet = (spread: Spread, asked: Asked): Cell[] => [...[spread.five, spread.four, spread.three, spread.two, spread.notAttested].map((n) => ({ text: String(n), number: n })), ...rateCells(asked.words, spread)]

function periodTable(asked: Asked, pupils: readonly ResultRow[], taught: readonly SubjectRow[]): ReportTable {
  const { words } = asked
  const { results: w } = words
  const marked = taught.filter((subject) => pupils.some((pupil) => pupil.marks?.[subject.id]))
  const shown = marked.length > 0 ? marked : taught
  const valuesOf = (pupil: ResultRow) => shown.flatMap((subject) => pupil.marks?.[subject.id] ?? [])
  const rows = pupils.map((pupil) => row(pupil.student_id, [
    text(fullName(pupil)), ...shown.map((subject) => { const value = pupil.marks?.[subject.id]; return value ? text(w.mark[value] ?? value) : none }),
    rateCells(words, spreadOf(valuesOf(pupil)))[3]!, text(w.standing[categoryOf(valuesOf(pupil))], categoryOf(valuesOf(pupil)) === 'failing' ? 'bad' : undefined),
  ]))
  const bySubject = shown.map((subject) => feet(spreadOf(pupils.map((pupil) => pupil.marks?.[subject.id] ?? null)), asked))
  const totals = w.feet.map((head, index) => row(`foot ${index}`, [text(head), ...bySubject.map((cells) => cells[index]!), none, none], 'total'))
  const columns = [column(words.pupil, 'name'), ...shown.map((subject) => column(subject.name, 'mark')), column(w.average), column(w.categoryHead, 'text')]
  return table('summary', '', columns, pupils.length > 0 && marked.length > 0 ? [...rows, ...totals] : [], { note: w.note, empty: w.noMarks })
}

/** Every subject takes as many columns as the year has periods, and the year, exam and final mark where somebody has one. */
async function yearTable(read: Read, { frame, span, classId, words }: Asked, pupils: readonly ResultRow[], taught: readonly SubjectRow[]): Promise<ReportTable> {
  const { results: w } = words
  const marks = await listYearMarks(read, span.year, classId!, span.until)
  const at = new Map(marks.map((one) => [`${one.student_id} ${one.subject_id} ${one.kind} ${one.period_id ?? ''}`, one.value]))
  const columnsOf = (subject: SubjectRow) => {
    const own = marks.filter((one) => one.subject_id === subject.id)
    const periods = frame.periods.filter((period) => own.some((one) => one.period_id === period.id)).map((period) => ({ kind: 'period', periodId: period.id, head: period.name.replace(/\s.*/, '') }))
    return [...periods, ...(['year', 'exam', 'final'] as const).filter((kind) => own.some((one) => one.kind === kind)).map((kind) => ({ kind, periodId: '', head: w.kind[kind] }))]
  }
  const plan = taught.flatMap((subject) => columnsOf(subject).map((one) => ({ subject, ...one })))
  const rows = pupils.map((pupil) => row(pupil.student_id, [
    text(fullName(pupil)), ...plan.map(({ subject, kind, periodId }) => { const value = at.get(`${pupil.student_id} ${subject.id} ${kind} ${periodId}`); return value ? text(w.mark[value] ?? value) : none }),
  ]))
  return table('year', '', [column(words.pupil, 'name'), ...plan.map(({ subject, head }) => column(head, 'mark', subject.name))], plan.length > 0 ? rows : [], { empty: w.noMarks })
}
