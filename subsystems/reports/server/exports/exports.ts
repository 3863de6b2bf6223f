import { createHash } from 'node:crypto'
import { job, Problem, type Read, type Work } from '@school/server'
import type { JournalExport } from '../../contract/index.ts'
import { readableClass } from '../frame/access.ts'
import { spanOf } from '../frame/frame.ts'
import { listReadableClasses } from '../frame/store.ts'
import { frameOf } from '../make/report.ts'
import { classSummary } from '../results/class-summary.ts'
import { wordsIn } from '../words/words.ts'
import { journalDocument } from './journal.ts'
import { findPage, type JournalPage } from './page-store.ts'
import { sealed } from './seal.ts'
import { findExport, insertExport, listParts, saveContainer, saveFailure, savePart, type ExportRow } from './store.ts'

export const presentExport = (row: ExportRow): JournalExport => ({
  id: row.id, classId: row.class_id, className: row.class_name, span: row.span, starts: row.starts, until: row.until, state: row.state, done: row.done, total: row.course_ids.length, sha256: row.document_sha256,
  orderedAt: row.ordered_at.toISOString(), readyAt: row.ready_at?.toISOString() ?? null, orderedBy: row.by_name,
})

interface Order { readonly classId: string; readonly periodId: string | null; readonly language: 'ru' | 'en' }

/** Orders the journal of a class; the same order again answers with what has become of it. */
export async function orderExport(work: Work, id: string, { classId, periodId, language }: Order): Promise<JournalExport> {
  const classUnit = await readableClass(work, classId)
  const words = wordsIn(language)
  const span = spanOf(await frameOf(work), periodId ?? 'year', classUnit.scheme_id, words.year, classUnit.year)
  const known = await findExport(work, id)
  if (known && (known.class_id !== classId || known.period_id !== periodId)) throw new Problem(409, 'reports.id_taken')
  if (!known) {
    const spanText = words.span(span.name, span.starts, span.until)
    await insertExport(work, { id, class_id: classId, class_name: classUnit.name, period_id: span.periodId, span: spanText, starts: span.starts, until: span.until, year: span.year, language, file_name: words.fileName(words.journal.title(classUnit.name), spanText, '') })
    work.enqueue(exportStep, { exportId: id })
  }
  work.audit('reports.journal.order', { about: null, after: { exportId: id, classId, periodId } })
  return presentExport((await findExport(work, id))!)
}

/** One page at a time, so that everyone sees how far it is; after the last the document is drawn, signed and kept. */
export const exportStep = job<{ exportId: string }>('reports.export.step', async (work, { exportId }) => {
  const row = await findExport(work, exportId)
  if (!row || row.state !== 'making') return
  const courseId = row.course_ids[row.done]
  if (courseId !== undefined) {
    await savePart(work, exportId, row.done, await findPage(work, courseId, row.starts, row.until, row.period_id))
    work.enqueue(exportStep, { exportId })
    return
  }
  const document = await documentOf(work, row)
  const container = await sealed(`${row.file_name}.pdf`, document).catch(() => null)
  if (container === null) { await saveFailure(work, exportId); return }
  const sha256 = createHash('sha256').update(document).digest('hex')
  await saveContainer(work, exportId, sha256, container)
  work.audit('reports.journal.sign', { about: null, after: { exportId, classId: row.class_id, sha256 } })
})

async function documentOf(read: Read, row: ExportRow): Promise<Buffer> {
  const words = wordsIn(row.language)
  const frame = await frameOf(read)
  const classUnit = await findClass(read, row.class_id)
  const span = { periodId: row.period_id, name: row.span, starts: row.starts, ends: row.until, until: row.until, year: row.year }
  const summary = await classSummary(read, { frame, span, day: row.until, least: 1, classId: row.class_id, teacherId: null, words })
  return journalDocument({ className: row.class_name, school: frame.school, span: row.span, homeroom: classUnit?.homeroom ?? '', madeAt: row.ordered_at, language: row.language, pages: await listParts<JournalPage>(read, row.id), summary }, words)
}

const findClass = async (read: Read, classId: string) => (await listReadableClasses(read, true, classId))[0]
