import { printPdf, type Block, type CellContent } from '@school/print'
import type { ReportTable } from '../../contract/index.ts'
import { paperTable } from '../make/file.ts'
import type { Words } from '../words/words.ts'
import type { JournalPage } from './page-store.ts'

/** Lessons that fit across a lying sheet. */
const across = 24

interface Journal { readonly className: string; readonly school: string; readonly span: string; readonly homeroom: string; readonly madeAt: Date; readonly language: 'ru' | 'en'; readonly pages: readonly JournalPage[]; readonly summary: readonly ReportTable[] }

/** The journal of a class as a document for the archive: page by page, then the summary sheet. */
export function journalDocument(journal: Journal, words: Words): Promise<Buffer> {
  const { journal: w } = words
  const title = w.title(journal.className)
  const summary = journal.summary.filter((table) => table.rows.length > 0).flatMap((table): Block[] => [{ kind: 'newPage' }, { kind: 'heading', text: words.reports.class['summary']!.title }, paperTable(table), ...(table.note ? [{ kind: 'text', text: table.note, quiet: true } as const] : [])])
  return printPdf({
    title, language: journal.language, madeAt: journal.madeAt, landscape: true, archive: true, foot: (page, pages) => words.foot(`${title}, ${journal.span}`, page, pages),
    blocks: [
      { kind: 'heading', text: title }, { kind: 'text', text: journal.school }, { kind: 'text', text: journal.span }, { kind: 'text', text: w.homeroom(journal.homeroom) }, { kind: 'gap', points: 10 }, contents(journal, words),
      ...journal.pages.flatMap((page) => [...pageBlocks(page, words)]), ...summary,
      { kind: 'gap', points: 16 }, { kind: 'signatures', people: [{ office: w.head, name: '' }, { office: w.deputy, name: '' }] },
    ],
  })
}

const contents = ({ pages }: Journal, { journal: w, subject, classUnit, teacher }: Words): Block => ({
  kind: 'table', columns: [{ points: 24, align: 'right' }, { share: 3 }, { share: 2 }, { share: 4 }, { share: 1, align: 'center' }], head: [['№', subject, classUnit, teacher, w.lessons]],
  rows: pages.map((page, index) => [String(index + 1), page.subject, page.group_name, page.teachers, String(page.lessons.length)]),
})

function* pageBlocks(page: JournalPage, words: Words): Generator<Block> {
  const { journal: w } = words
  yield { kind: 'newPage' }
  yield { kind: 'heading', text: `${page.subject}, ${page.group_name}` }
  yield { kind: 'text', text: w.taught(page.teachers) }
  const held = page.lessons.filter((lesson) => !lesson.cancelled)
  for (let at = 0; at < Math.max(1, held.length); at += across) yield grid(page, held.slice(at, at + across), at + across >= held.length, words)
  yield { kind: 'text', text: w.legend, quiet: true }
  yield { kind: 'heading', level: 2, text: w.given }
  yield {
    kind: 'table', letters: 8, columns: [{ points: 56 }, { points: 30, align: 'center' }, { share: 4 }, { share: 4 }, { share: 2 }], head: [[words.date, w.number, w.topic, w.homework, w.note]],
    rows: page.lessons.map((lesson) => [words.day(lesson.date), String(lesson.number), lesson.topic, lesson.homework, lesson.cancelled ? w.cancelled : lesson.substitute ? w.substitute(lesson.substitute) : '']),
  }
  if (page.corrections.length === 0) return
  yield { kind: 'heading', level: 2, text: w.corrections }
  yield {
    kind: 'table', letters: 8, columns: [{ points: 56 }, { share: 3 }, { share: 1, align: 'center' }, { share: 1, align: 'center' }, { share: 3 }, { points: 84 }, { share: 3 }], head: [[words.date, words.pupil, w.was, w.became, w.who, w.when, w.why]],
    rows: page.corrections.map(([date, pupil, was, became, who, when, why]) => [words.day(date), pupil, markText(was, words), markText(became, words), who, when, why]),
  }
}

const markText = (value: string, { results, journal }: Words) => (value === '' ? journal.takenBack : value === 'debt' ? '•' : results.mark[value] ?? value)

/** Pupils down, days across; the last sheet of a page also carries the marks of periods. */
function grid(page: JournalPage, lessons: JournalPage['lessons'], last: boolean, words: Words): Block {
  const { journal: w } = words
  const marks = new Map(page.marks.map(([lesson, pupil, values, corrected]) => [`${lesson} ${pupil}`, values.map((value) => markText(value, words)).join('/') + (corrected ? '*' : '')]))
  const absences = new Map(page.absences.map(([lesson, pupil, code, reason]) => [`${lesson} ${pupil}`, w.absence(code, reason)]))
  const kinds = last ? [...new Set(page.finals.map(([, kind]) => kind))] : []
  const finals = new Map(page.finals.map(([pupil, kind, value]) => [`${pupil} ${kind}`, value]))
  const upright = (text: string): CellContent => ({ lines: [{ text, small: true }], upright: true, align: 'center' })
  return {
    kind: 'table', letters: 7, columns: [{ points: 18, align: 'right' }, { points: 130 }, ...lessons.map(() => ({ share: 1, align: 'center' as const })), ...kinds.map(() => ({ share: 1.2, align: 'center' as const }))],
    head: [['№', words.pupil, ...lessons.map((lesson) => upright(words.day(lesson.date).slice(0, 5))), ...kinds.map((kind) => upright(w.kind[kind] ?? kind))]],
    rows: page.pupils.map((pupil, index) => [String(index + 1), pupil.name, ...lessons.map((lesson): CellContent => {
      if (lesson.date < pupil.from || (pupil.to !== null && lesson.date > pupil.to)) return { lines: [{ text: '' }], shaded: true }
      const key = `${lesson.id} ${pupil.id}`
      return [absences.get(key), marks.get(key)].filter(Boolean).join(' ')
    }), ...kinds.map((kind): CellContent => ({ lines: [{ text: markText(finals.get(`${pupil.id} ${kind}`) ?? '-', words).replace(/^-$/, ''), bold: true }], align: 'center' }))]),
  }
}
