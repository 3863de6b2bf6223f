import type { Read } from '@school/server'
import type { ReportTable } from '../../contract/index.ts'
import { addUp } from '../attendance/rules.ts'
import { listMisses } from '../attendance/store.ts'
import { column, num, row, table, text } from '../make/cells.ts'
import type { Asked } from '../make/spec.ts'
import { movementOf } from '../movement/rules.ts'
import { listMoves } from '../movement/store.ts'
import { rateCells, rateColumns, spreadCells, spreadColumns } from './cells.ts'
import { categoryOf, oneShort, spreadOf } from './rules.ts'
import { listResults, listSubjects, type ResultRow } from './store.ts'

const shortName = (one: ResultRow) => `${one.last_name} ${one.first_name.slice(0, 1)}.`
const valuesOf = (one: ResultRow) => Object.values(one.marks ?? {})

/** Отчёт классного руководителя: movement, results by category with names, absences by reason. */
export async function homeroomReport(read: Read, asked: Asked): Promise<ReportTable[]> {
  const { span, classId } = asked
  const moves = await listMoves(read, span.year, span.starts, span.until, classId)
  const pupils = await listResults(read, span, classId)
  const misses = await listMisses(read, { year: span.year, starts: span.starts, until: span.until, classId, today: asked.frame.today, clock: asked.frame.clock })
  const subjects = await listSubjects(read, span.year, classId)
  return [moving(asked, movementOf(moves, span.starts, span.until)), categories(asked, pupils), bySubject(asked, pupils, subjects), absences(asked, addUp(misses))]
}

const lines = ({ words }: Asked, key: string, title: string, found: readonly (readonly [string, number])[]) =>
  table(key, title, [column(words.what, 'name'), column(words.count)], found.map(([name, value], index) => row(String(index), [text(name), num(value)])), { empty: '' })

function moving(asked: Asked, one: ReturnType<typeof movementOf>): ReportTable {
  const { movement: w, reports } = asked.words
  return lines(asked, 'movement', reports.class['movement']!.title, [[w.start, one.start], [w.arrived, one.arrived], [w.left, one.left], [w.end, one.end]])
}

function categories({ words }: Asked, pupils: readonly ResultRow[]): ReportTable {
  const { results: w } = words
  const groups = [
    ...(['excellent', 'good', 'passing', 'failing', 'notAttested', 'unmarked'] as const).map((key) => [w.category[key], pupils.filter((one) => categoryOf(valuesOf(one)) === key)] as const),
    ...(['4', '3'] as const).map((mark) => [w.oneShort[mark], pupils.filter((one) => oneShort(valuesOf(one)) === mark)] as const),
  ]
  const whole = spreadOf(pupils.flatMap(valuesOf))
  const rows = groups.map(([name, own], index) => row(String(index), [text(name), num(own.length), text(own.map(shortName).join(', '))]))
  return table('categories', w.categories, [column(words.what, 'name'), column(words.pupils), column(w.who, 'text')], pupils.length > 0 ? rows : [], { note: whole.five + whole.four + whole.three + whole.two === 0 ? w.noMarks : w.categoryNote, empty: words.noPupils })
}

function bySubject({ words }: Asked, pupils: readonly ResultRow[], subjects: readonly { id: string; name: string }[]): ReportTable {
  const { results: w } = words
  const rows = subjects.filter((subject) => pupils.some((one) => one.marks?.[subject.id])).map((subject) => {
    const spread = spreadOf(pupils.map((one) => one.marks?.[subject.id] ?? null))
    return row(subject.id, [text(subject.name), ...spreadCells(spread), ...rateCells(words, spread)])
  })
  return table('subjects', w.bySubject, [column(words.subject, 'name'), ...spreadColumns(words), ...rateColumns(words)], rows, { note: w.note, empty: w.noMarks })
}

function absences(asked: Asked, sum: ReturnType<typeof addUp>): ReportTable {
  const { attendance: w, reports } = asked.words
  return lines(asked, 'absences', reports.class['attendance']!.title, [[w.days, sum.days], [w.lessons, sum.lessons], [w.byIllness, sum.illness], [w.byExcuse, sum.excused], [w.byTruancy, sum.unexcused], [w.byUnknown, sum.unknown], [w.late, sum.late]])
}
