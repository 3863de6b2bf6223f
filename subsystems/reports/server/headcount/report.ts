import type { Read } from '@school/server'
import type { ReportTable } from '../../contract/index.ts'
import { column, num, row, table, text } from '../make/cells.ts'
import type { Asked, ReportSpec } from '../make/spec.ts'
import { listHeads, type HeadRow } from './store.ts'

const count = (rows: readonly HeadRow[], is: (row: HeadRow) => boolean = () => true) => rows.reduce((total, one) => total + (is(one) ? one.pupils : 0), 0)
const classesIn = (rows: readonly HeadRow[]) => new Set(rows.map((one) => one.class_id)).size
const cellsOf = (rows: readonly HeadRow[]) => [num(classesIn(rows)), num(count(rows)), num(count(rows, (one) => one.gender === 'F')), num(count(rows, (one) => one.gender === 'M')), num(count(rows, (one) => one.shift === 2))]

async function make(read: Read, { day, words }: Asked): Promise<ReportTable[]> {
  const { headcount: w } = words
  const heads = await listHeads(read, day)
  const byGrade = [...Map.groupBy(heads, (one) => one.grade ?? (one.course ?? 0) + 100)].map(([grade, own]) => row(String(grade), [text(grade > 100 ? w.course(grade - 100) : w.grade(grade)), ...cellsOf(own)]))
  const byAge = [...Map.groupBy(heads, (one) => one.age)].toSorted(([a], [b]) => a - b).map(([age, own]) => row(String(age), [text(w.age(age)), num(count(own)), num(count(own, (one) => one.gender === 'F'))]))
  const byClass = [...Map.groupBy(heads, (one) => one.class_id)].map(([id, own]) => row(id, [text(own[0]!.class_name), num(count(own)), num(count(own, (one) => one.gender === 'F')), num(own[0]!.shift)]))
  const some = heads.length > 0
  return [
    table('grades', w.byGrade, [column(w.level, 'name'), column(w.classes), column(words.pupils), column(w.girls), column(w.boys), column(w.second)], some ? [...byGrade, row('total', [text(words.total), ...cellsOf(heads)], 'total')] : [], { note: w.note(words.day(day)), empty: words.noPupils }),
    table('ages', w.byAge, [column(w.years, 'name'), column(words.pupils), column(w.girls)], byAge, { note: w.ageNote(Number(day.slice(0, 4)) + 1), empty: words.noPupils }),
    table('classes', w.byClass, [column(words.classUnit, 'name'), column(words.pupils), column(w.girls), column(w.shift)], byClass, { empty: words.noPupils }),
  ]
}

export const headcountReports: readonly ReportSpec[] = [{ key: 'headcount', of: 'school', asks: ['day'], make }]
