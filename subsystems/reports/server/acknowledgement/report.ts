import type { Read } from '@school/server'
import type { ReportTable } from '../../contract/index.ts'
import { column, num, row, share, table, text, type Cell } from '../make/cells.ts'
import type { Asked, ReportSpec } from '../make/spec.ts'
import { fullName } from '../words/words.ts'
import { listSigned, type SignedRow } from './store.ts'

const sum = (rows: readonly SignedRow[], of: (row: SignedRow) => number) => rows.reduce((total, one) => total + of(one), 0)

const shareOf = ({ words }: Asked, rows: readonly SignedRow[]): Cell => share(words, {
  title: words.acknowledgement.share, part: [words.acknowledgement.signed, sum(rows, (one) => one.signed)], whole: [words.acknowledgement.weeks, sum(rows, (one) => one.weeks)], rule: words.acknowledgement.rule,
})

const find = (read: Read, { span, classId, frame }: Asked) => listSigned(read, span.year, span.starts, span.until, classId, frame.today)

async function ofClass(read: Read, asked: Asked): Promise<ReportTable[]> {
  const { words } = asked
  const { acknowledgement: w } = words
  const found = await find(read, asked)
  const rows = found.map((one) => row(one.student_id, [
    text(fullName(one)), num(one.weeks), num(one.signed), shareOf(asked, [one]), text(one.last_at ? words.day(one.last_at.toISOString().slice(0, 10)) : w.never, one.last_at ? undefined : 'warn'),
    num(one.parents), { ...num(one.with_account), ...(one.with_account === 0 ? { tone: 'warn' as const } : {}) },
  ]))
  const total = row('total', [text(words.total), num(sum(found, (one) => one.weeks)), num(sum(found, (one) => one.signed)), shareOf(asked, found), text(''), num(sum(found, (one) => one.parents)), num(sum(found, (one) => one.with_account))], 'total')
  const columns = [column(words.pupil, 'name'), column(w.weeks), column(w.signed), column(w.share), column(w.last, 'text'), column(w.parents), column(w.accounts)]
  return [table('pupils', '', columns, found.length > 0 ? [...rows, total] : [], { note: w.note, empty: words.noPupils })]
}

async function ofSchool(read: Read, asked: Asked): Promise<ReportTable[]> {
  const { words } = asked
  const { acknowledgement: w } = words
  const found = await find(read, asked)
  const cells = (own: readonly SignedRow[]) => [
    num(own.length), num(sum(own, (one) => one.weeks)), num(sum(own, (one) => one.signed)), shareOf(asked, own), num(own.filter((one) => one.signed === 0).length, 'warn'), num(own.filter((one) => one.with_account === 0).length, 'warn'),
  ]
  const rows = [...Map.groupBy(found, (one) => one.class_id)].map(([id, own]) => row(id, [text(own[0]!.class_name), ...cells(own)]))
  const columns = [column(words.classUnit, 'name'), column(words.pupils), column(w.weeks), column(w.signed), column(w.share), column(w.neverSigned), column(w.noAccount)]
  return [table('classes', '', columns, found.length > 0 ? [...rows, row('total', [text(words.total), ...cells(found)], 'total')] : [], { note: w.note, empty: words.noPupils })]
}

export const acknowledgementReports: readonly ReportSpec[] = [
  { key: 'acknowledgement', of: 'class', asks: ['period'], make: ofClass },
  { key: 'acknowledgement', of: 'school', asks: ['period'], make: ofSchool },
]
