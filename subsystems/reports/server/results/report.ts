import type { Read } from '@school/server'
import type { ReportTable } from '../../contract/index.ts'
import { column, num, row, share, table, text } from '../make/cells.ts'
import type { Asked, ReportSpec } from '../make/spec.ts'
import { rateCells, rateColumns, spreadCells, spreadColumns } from './cells.ts'
import { classSummary } from './class-summary.ts'
import { homeroomReport } from './homeroom.ts'
import { categoryOf, oneShort, spreadOf } from './rules.ts'
import { listCompared, listResults, listSubjects, listTaught, type CompareRow, type ResultRow } from './store.ts'

async function ofTeacher(read: Read, asked: Asked): Promise<ReportTable[]> {
  const { words } = asked
  const { results: w, programme: p } = words
  const found = await listTaught(read, asked.span, asked.teacherId!)
  const cells = (values: readonly (string | null)[], planned: number, given: number) => {
    const spread = spreadOf(values)
    return [num(values.length), ...spreadCells(spread), ...rateCells(words, spread), num(planned), num(given), num(planned - given, 'bad')]
  }
  const rows = found.map((one) => row(one.id, [text(one.subject), text(one.in_step ? one.group_name : `${one.group_name} (${w.outOfStep})`), ...cells(one.values, one.planned, one.given)]))
  const sum = (of: (one: (typeof found)[number]) => number) => found.reduce((total, one) => total + of(one), 0)
  const total = row('total', [text(words.total), text(''), ...cells(found.flatMap((one) => one.values), sum((one) => one.planned), sum((one) => one.given))], 'total')
  const columns = [column(words.subject, 'name'), column(words.classUnit, 'text'), column(words.pupils), ...spreadColumns(words), ...rateColumns(words), column(p.due, 'number', w.hours), column(p.given, 'number', w.hours), column(p.lag, 'number', w.hours)]
  return [table('courses', '', columns, found.length > 0 ? [...rows, total] : [], { note: w.note, empty: p.noCourses })]
}

const valuesOf = (one: ResultRow) => Object.values(one.marks ?? {})

/** Classes under their parallels, then the school: how many of which kind, and the rates over all marks. */
async function ofSchool(read: Read, asked: Asked): Promise<ReportTable[]> {
  const { words } = asked
  const { results: w } = words
  const found = await listResults(read, asked.span, null)
  const pupils = found.filter((one) => one.in_step)
  const apart = [...new Set(found.filter((one) => !one.in_step).map((one) => one.class_name))]
  const cells = (own: readonly ResultRow[]) => {
    const kinds = own.map((one) => categoryOf(valuesOf(one)))
    const spread = spreadOf(own.flatMap(valuesOf))
    const is = (kind: string) => kinds.filter((one) => one === kind).length
    return [
      num(own.length), num(is('excellent')), num(is('good')), num(own.filter((one) => oneShort(valuesOf(one)) === '4').length), num(own.filter((one) => oneShort(valuesOf(one)) === '3').length), num(is('failing'), 'bad'), num(is('notAttested'), 'warn'), num(is('unmarked')),
      ...spreadCells(spread), ...rateCells(words, spread),
    ]
  }
  const rows = [...Map.groupBy(pupils, (one) => one.grade)].flatMap(([grade, parallel]) => {
    const classes = [...Map.groupBy(parallel, (one) => one.class_id)].map(([id, own]) => row(id, [text(own[0]!.class_name), ...cells(own)]))
    return classes.length > 1 && grade !== null ? [...classes, row(`grade ${grade}`, [text(w.parallel(grade)), ...cells(parallel)], 'total')] : classes
  })
  const heads = [words.pupils, w.category.excellent, w.category.good, w.oneShort['4'], w.oneShort['3'], w.category.failing, w.category.notAttested, w.category.unmarked]
  const columns = [column(words.classUnit, 'name'), ...heads.map((head) => column(head, 'number', w.categories)), ...spreadColumns(words), ...rateColumns(words)]
  const total = row('total', [text(words.total), ...cells(pupils)], 'total')
  return [
    table('classes', w.byClass, columns, pupils.length > 0 ? [...rows, total] : [], { note: [w.note, apart.length > 0 ? w.apart(apart.join(', ')) : ''].filter(Boolean).join(' '), empty: words.noPupils }),
    await bySubject(read, asked, pupils),
  ]
}

async function bySubject(read: Read, { words, span }: Asked, pupils: readonly ResultRow[]): Promise<ReportTable> {
  const { results: w } = words
  const rows = (await listSubjects(read, span.year, null)).flatMap((subject) => {
    const values = pupils.flatMap((one) => one.marks?.[subject.id] ?? [])
    if (values.length === 0) return []
    const spread = spreadOf(values)
    return [row(subject.id, [text(subject.name), num(values.length), ...spreadCells(spread), ...rateCells(words, spread)])]
  })
  return table('subjects', w.bySubject, [column(words.subject, 'name'), column(w.withMark), ...spreadColumns(words), ...rateColumns(words)], rows, { empty: w.noMarks })
}

/** Объективность: what the year gave against what the exam gave. */
async function objectivity(read: Read, asked: Asked): Promise<ReportTable[]> {
  const { words } = asked
  const { objectivity: w } = words
  const found = await listCompared(read, asked.span.year, asked.span.until)
  const cells = (own: readonly CompareRow[]) => {
    const [same, raised, lowered] = (['same', 'raised', 'lowered'] as const).map((key) => own.reduce((sum, one) => sum + one[key], 0)) as [number, number, number]
    const whole = [w.compared, same + raised + lowered] as const
    return [num(whole[1]), num(same), share(words, { title: w.sameShare, part: [w.same, same], whole, rule: w.rule }), num(raised, 'warn'), share(words, { title: w.raisedShare, part: [w.raised, raised], whole, rule: w.rule }), num(lowered), share(words, { title: w.loweredShare, part: [w.lowered, lowered], whole, rule: w.rule })]
  }
  const rows = found.map((one) => row(`${one.subject_id} ${one.class_id}`, [text(one.subject), text(one.class_name), ...cells([one])]))
  const columns = [column(words.subject, 'name'), column(words.classUnit, 'text'), column(w.compared), column(w.same), column('%'), column(w.raised), column('%'), column(w.lowered), column('%')]
  return [table('subjects', '', columns, found.length > 0 ? [...rows, row('total', [text(words.total), text(''), ...cells(found)], 'total')] : [], { note: w.note, empty: w.nothing })]
}

export const resultReports: readonly ReportSpec[] = [
  { key: 'summary', of: 'class', asks: ['period'], ended: true, make: classSummary },
  { key: 'homeroom', of: 'class', asks: ['period'], ended: true, make: homeroomReport },
  { key: 'subject', of: 'teacher', asks: ['period'], ended: true, make: ofTeacher },
  { key: 'results', of: 'school', asks: ['period'], ended: true, make: ofSchool },
  { key: 'objectivity', of: 'school', asks: [], make: objectivity },
]
