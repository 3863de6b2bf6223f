import type { Read } from '@school/server'
import type { ReportTable } from '../../contract/index.ts'
import { column, num, row, table, text } from '../make/cells.ts'
import type { Asked, ReportSpec } from '../make/spec.ts'
import { fullName } from '../words/words.ts'
import { arrived, departed, movementOf, type Movement } from './rules.ts'
import { listMoves, type MoveRow } from './store.ts'

const cellsOf = (one: Movement) => [num(one.start), num(one.arrived), num(one.fromClass), num(one.left), num(one.toClass), num(one.end)]

function counts({ words, span }: Asked, moves: readonly MoveRow[]): ReportTable {
  const { movement: w } = words
  const rows = [...Map.groupBy(moves, (one) => one.class_id)].map(([id, own]) => row(id, [text(own[0]!.class_name), ...cellsOf(movementOf(own, span.starts, span.until))]))
  const total = row('total', [text(words.total), ...cellsOf(movementOf(moves, span.starts, span.until))], 'total')
  const columns = [column(words.classUnit, 'name'), column(w.start), column(w.arrived), column(w.fromClass), column(w.left), column(w.toClass), column(w.end)]
  return table('counts', '', columns, moves.length > 0 ? [...rows, total] : [], { note: w.note, empty: words.noPupils })
}

function listed({ words }: Asked, key: 'arrived' | 'left', moves: readonly MoveRow[]): ReportTable {
  const { movement: w } = words
  const order = (number: string, date: string | null) => (number ? w.order(number, date ? words.day(date) : '') : w.noOrder)
  const rows = moves.map((one) => row(`${one.class_id} ${one.student_id} ${one.valid_from}`, [
    text(fullName(one)), text(one.class_name), text(words.day(key === 'arrived' ? one.valid_from : one.valid_to ?? '')),
    text(key === 'arrived' ? w.begun[one.begun_by] ?? one.begun_by : w.ended[one.end_reason ?? 'other'] ?? ''),
    text(key === 'arrived' ? order(one.order_number, one.order_date) : order(one.end_order_number, one.end_order_date)),
  ]))
  const columns = [column(words.pupil, 'name'), column(words.classUnit, 'text'), column(key === 'arrived' ? w.since : w.lastDay, 'text'), column(w.how, 'text'), column(w.orderHead, 'text')]
  return table(key, key === 'arrived' ? w.listArrived : w.listLeft, columns, rows, { empty: key === 'arrived' ? w.nobodyCame : w.nobodyLeft })
}

async function make(read: Read, asked: Asked): Promise<ReportTable[]> {
  const { span } = asked
  const moves = await listMoves(read, span.year, span.starts, span.until, asked.classId)
  return [counts(asked, moves), listed(asked, 'arrived', moves.filter((one) => arrived(one, span.starts))), listed(asked, 'left', moves.filter((one) => departed(one, span.until)))]
}

export const movementReports: readonly ReportSpec[] = [
  { key: 'movement', of: 'class', asks: ['period'], make },
  { key: 'movement', of: 'school', asks: ['period'], make },
]
