import type { Read } from '@school/server'
import type { ReportTable } from '../../contract/index.ts'
import { column, none, num, row, share, table, text, type Cell } from '../make/cells.ts'
import type { Asked, ReportSpec } from '../make/spec.ts'
import { fullName } from '../words/words.ts'
import { addUp, type Missed } from './rules.ts'
import { listMisses, listPupils, type MissRow, type PupilRow } from './store.ts'

interface Gathered { readonly pupils: readonly PupilRow[]; readonly of: (pupil: PupilRow) => readonly MissRow[] }

async function gather(read: Read, { span, classId, frame }: Asked): Promise<Gathered> {
  const counted = { year: span.year, starts: span.starts, until: span.until, classId, today: frame.today, clock: frame.clock }
  const pupils = await listPupils(read, counted)
  const byPupil = Map.groupBy(await listMisses(read, counted), (one) => `${one.class_id} ${one.student_id}`)
  return { pupils, of: (pupil) => byPupil.get(`${pupil.class_id} ${pupil.id}`) ?? [] }
}

function columnsOf({ words: { attendance: w } }: Asked, first: readonly string[]) {
  return [
    ...first.map((head, index) => column(head, index === 0 ? 'name' : 'number')),
    ...[w.all, w.illness, w.excused, w.unexcused, w.unknown].map((head) => column(head, 'number', w.days)),
    ...[w.all, w.illness, w.excused, w.unexcused, w.unknown].map((head) => column(head, 'number', w.lessons)), column(w.late), column(w.presence),
  ]
}

function cellsOf({ words }: Asked, sum: Missed, due: number, excluded: readonly string[] = []): Cell[] {
  const { attendance: w } = words
  return [
    num(sum.days), num(sum.dayReasons.illness), num(sum.dayReasons.excused), num(sum.dayReasons.unexcused, 'bad'), num(sum.dayReasons.unknown, 'warn'),
    num(sum.lessons), num(sum.illness), num(sum.excused), num(sum.unexcused, 'bad'), num(sum.unknown, 'warn'), num(sum.late),
    share(words, { title: w.presence, part: [w.attended, Math.max(0, due - sum.lessons)], whole: [w.due, due], rule: w.rule, excluded }),
  ]
}

const dueOf = (pupils: readonly PupilRow[]) => pupils.reduce((total, pupil) => total + pupil.lessons, 0)

async function ofClass(read: Read, asked: Asked): Promise<ReportTable[]> {
  const { attendance: w, total } = asked.words
  const { pupils, of } = await gather(read, asked)
  const rows = pupils.map((pupil) => row(pupil.id, [text(fullName(pupil)), ...cellsOf(asked, addUp(of(pupil)), pupil.lessons)]))
  const sum = row('total', [text(total), ...cellsOf(asked, addUp(pupils.flatMap((pupil) => [...of(pupil)])), dueOf(pupils))], 'total')
  return [table('pupils', '', columnsOf(asked, [asked.words.pupil]), pupils.length > 0 ? [...rows, sum] : [], { note: w.note, empty: asked.words.noPupils })]
}

async function ofSchool(read: Read, asked: Asked): Promise<ReportTable[]> {
  const { attendance: w, total } = asked.words
  const { pupils, of } = await gather(read, asked)
  const rows = [...Map.groupBy(pupils, (pupil) => pupil.class_id)].map(([classId, own]) =>
    row(classId, [text(own[0]!.class_name), num(own.length), ...cellsOf(asked, addUp(own.flatMap((pupil) => [...of(pupil)])), dueOf(own))]))
  const sum = row('total', [text(total), num(pupils.length), ...cellsOf(asked, addUp(pupils.flatMap((pupil) => [...of(pupil)])), dueOf(pupils))], 'total')
  return [table('classes', '', columnsOf(asked, [asked.words.classUnit, asked.words.pupils]), pupils.length > 0 ? [...rows, sum] : [], { note: w.note, empty: asked.words.noPupils })]
}

async function atRisk(read: Read, asked: Asked): Promise<ReportTable[]> {
  const { attendance: w } = asked.words
  const { pupils, of } = await gather(read, asked)
  const found = pupils.map((pupil) => ({ pupil, sum: addUp(of(pupil)) })).filter(({ sum }) => sum.lessons >= asked.least).toSorted((a, b) => b.sum.lessons - a.sum.lessons)
  const columns = [column(asked.words.pupil, 'name'), column(asked.words.classUnit, 'text'), column(w.lessonsMissed), column(w.illness), column(w.excused), column(w.unexcused), column(w.unknown), column(w.daysMissed), column(w.missedShare)]
  const rows = found.map(({ pupil, sum }) => row(`${pupil.class_id} ${pupil.id}`, [
    text(fullName(pupil)), text(pupil.class_name), num(sum.lessons), num(sum.illness), num(sum.excused), num(sum.unexcused, 'bad'), num(sum.unknown, 'warn'), num(sum.days),
    pupil.lessons === 0 ? none : share(asked.words, { title: w.missedShare, part: [w.lessonsMissed, sum.lessons], whole: [w.due, pupil.lessons], rule: w.rule }),
  ]))
  return [table('risk', '', columns, rows, { note: w.riskNote(asked.least), empty: w.noRisk(asked.least) })]
}

export const attendanceReports: readonly ReportSpec[] = [
  { key: 'attendance', of: 'class', asks: ['period'], make: ofClass },
  { key: 'risk', of: 'class', asks: ['period', 'least'], make: atRisk },
  { key: 'attendance', of: 'school', asks: ['period'], make: ofSchool },
  { key: 'risk', of: 'school', asks: ['period', 'least'], make: atRisk },
]
