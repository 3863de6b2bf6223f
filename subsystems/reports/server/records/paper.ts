import { printPdf, type Block, type CellContent } from '@school/print'
import type { StudentRecordDocument } from '../../contract/index.ts'
import type { Words } from '../words/words.ts'

/** The record of a pupil as a page to print: who, where, what stands, what was missed. */
export function recordPaper(record: StudentRecordDocument, sha256: string, language: 'ru' | 'en', words: Words): Promise<Buffer> {
  const { record: w } = words
  const name = [record.pupil.lastName, record.pupil.firstName, record.pupil.middleName].filter(Boolean).join(' ')
  const year = `${record.year}/${record.year + 1}`
  const finalOf = (subject: StudentRecordDocument['subjects'][number], kind: string, period: number | null) => {
    const value = subject.finals.find((one) => one.year === record.year && one.kind === kind && one.period === period)?.value
    return value === undefined ? '' : words.results.mark[value] ?? value
  }
  const blocks: Block[] = [
    { kind: 'heading', text: w.title }, { kind: 'text', text: name, bold: true }, { kind: 'text', text: w.born(record.pupil.birthDate ? words.day(record.pupil.birthDate) : '') }, { kind: 'text', text: `${record.school.name}. ${record.school.place}` },
    { kind: 'heading', level: 2, text: w.movement },
    { kind: 'table', columns: [{ share: 1 }, { share: 1 }, { share: 1 }, { share: 2 }], head: [[words.classUnit, w.from, w.to, w.orders]], rows: record.enrolments.map((one) => [one.className, words.day(one.from), one.to ? words.day(one.to) : '', [one.order, one.endOrder].filter(Boolean).join('; ')]) },
    { kind: 'heading', level: 2, text: w.marks(record.className, year) },
    {
      kind: 'table', letters: 8, columns: [{ share: 3 }, ...record.periods.map(() => ({ points: 26, align: 'center' as const })), { points: 26, align: 'center' }, { share: 6 }, { points: 26, align: 'right' }],
      head: [[words.subject, ...record.periods.map((one) => upright(one.name)), upright(words.results.kind.year), w.current, upright(w.missed)]],
      rows: record.subjects.map((subject) => [subject.name, ...record.periods.map((one) => finalOf(subject, 'period', one.ordinal)), finalOf(subject, 'year', null), subject.marks.map((mark) => `${words.day(mark.date).slice(0, 5)}: ${mark.value === 'debt' ? '•' : words.results.mark[mark.value] ?? mark.value}${mark.weight === 1 ? '' : `×${mark.weight}`}`).join(', '), String(subject.missed)]),
    },
    { kind: 'text', text: w.check(sha256), quiet: true }, { kind: 'gap', points: 12 }, { kind: 'signatures', people: [{ office: words.journal.head, name: '' }] },
  ]
  return printPdf({ title: `${w.title}: ${name}`, language, madeAt: new Date(record.madeAt), archive: true, foot: (page, pages) => words.foot(name, page, pages), blocks })
}

const upright = (text: string): CellContent => ({ lines: [{ text, small: true }], upright: true, align: 'center' })
