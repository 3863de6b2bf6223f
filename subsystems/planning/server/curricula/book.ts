// not messages: titles and values of the workbook a school fills in
import { printWorkbook, type WorkbookCell } from '@school/print'
import { readSheets, textOfCell } from '@school/workbook'
import type { Curriculum } from '../../contract/curricula.ts'
import type { Part } from '../../contract/shapes.ts'
import { subjectKey } from '../subject-names.ts'
import { gradesOf, hoursOf, lessonParts, yearHours } from './rules.ts'
import type { Norms } from '../../contract/norms.ts'

const partTitles: Readonly<Record<Part, string>> = { core: 'Обязательная часть', school: 'Часть, формируемая участниками', extracurricular: 'Внеурочная деятельность' }
const heads = { part: 'Часть', area: 'Предметная область', subject: 'Предмет', advanced: 'Уровень', total: 'Всего' } as const
type BookCell = string | number | null | WorkbookCell
const advancedWord = 'углублённый'

/** The plan as a workbook: parts, subjects, hours by grade (2×3 means three hours in two groups), totals of week and year. */
export function writePlanBook({ head, lines }: Pick<Curriculum, 'head' | 'lines'>, norms: Norms): Promise<Buffer> {
  const grades = gradesOf(head)
  const bold = (value: string | number): BookCell => ({ value, bold: true })
  const rows: BookCell[][] = []
  for (const part of ['core', 'school', 'extracurricular'] as const) {
    const own = lines.filter((line) => line.part === part)
    for (const line of own) {
      const cells = grades.map((grade) => line.cells.find((cell) => cell.grade === grade))
      rows.push([partTitles[part], line.area, line.subject, line.advanced ? advancedWord : null, ...cells.map((cell): BookCell => (cell ? cell.groups > 1 ? `${cell.groups}×${String(cell.hours).replace('.', ',')}` : cell.hours : null)), cells.reduce((sum, cell) => sum + (cell?.hours ?? 0), 0)])
    }
    if (own.length > 0) rows.push([null, null, bold(`${partTitles[part]}, часов`), null, ...grades.map((grade) => bold(hoursOf(lines, grade, [part]))), null])
  }
  rows.push([null, null, bold('Недельная нагрузка'), null, ...grades.map((grade) => bold(hoursOf(lines, grade, lessonParts))), null])
  rows.push([null, null, bold('Часов в год'), null, ...grades.map((grade) => bold(yearHours(norms, grade, hoursOf(lines, grade, lessonParts)))), null])
  return printWorkbook([{ name: 'Учебный план', landscape: true, head: [[heads.part, heads.area, heads.subject, heads.advanced, ...grades.map((grade) => `${grade} класс`), heads.total]], rows, widths: [30, 34, 36, 14, ...grades.map(() => 10), 9] }])
}

export interface ReadPlanLine { row: number; part: Part; area: string; subject: string; subjectId: string | null; advanced: boolean; cells: { grade: number; hours: number; groups: number }[] }
export interface ReadPlan { lines: ReadPlanLine[]; faults: { row: number; code: string; value: string }[] }

/** The lines of a workbook made like ours or like a federal table; totals and empty rows are passed over, and everything unclear is told. */
export async function readPlanBook(bytes: Uint8Array, subjects: readonly { id: string; name: string }[]): Promise<ReadPlan | null> {
  const found = await readSheets(bytes)
  if ('fault' in found) return null
  return readPlanRows(found.sheets[0]?.rows ?? [], subjects)
}

export function readPlanRows(rows: readonly (readonly unknown[])[], subjects: readonly { id: string; name: string }[]): ReadPlan {
  const texts = rows.map((row) => row.map(textOfCell))
  const at = texts.findIndex((row) => row.some((cell) => /^(учебн\p{L}+ )?предмет/iu.test(cell)))
  if (at < 0) return { lines: [], faults: [{ row: 0, code: 'no_subject_column', value: '' }] }
  const column = (pattern: RegExp) => texts[at]!.findIndex((cell) => pattern.test(cell))
  const columns = { part: column(/^часть/i), area: column(/област/i), subject: texts[at]!.findIndex((cell) => /^(учебн\p{L}+ )?предмет/iu.test(cell) && !/област/i.test(cell)), advanced: column(/уров/i) }
  const grades = texts[at]!.flatMap((cell, i) => { const grade = Number(/^(\d{1,2})(\s*(класс|кл)\.?)?$/i.exec(cell)?.[1]); return grade >= 1 && grade <= 12 ? [{ grade, i }] : [] })
  const byKey = new Map(subjects.map((one) => [subjectKey(one.name), one.id]))
  const result: ReadPlan = { lines: [], faults: grades.length === 0 ? [{ row: at + 1, code: 'no_grade_columns', value: '' }] : [] }
  let [part, area] = ['core' as Part, '']
  for (const [i, cells] of texts.entries()) {
    if (i <= at) continue
    const words = [cells[columns.part] ?? '', cells[0] ?? ''].join(' ').toLowerCase()
    part = /внеуроч/.test(words) ? 'extracurricular' : /формируем/.test(words) ? 'school' : /обязательн/.test(words) ? 'core' : part
    const named = cells[columns.area] ?? ''
    if (named !== '' && !/^(итого|всего|обязательная|часть,|внеуроч)/i.test(named)) area = named
    const subject = cells[columns.subject] ?? ''
    if (subject === '' || /^(итого|всего|недельная|часов|учебных недель|обязательная часть|часть, форм|внеурочная деятельность|максимальн|рекоменд)/i.test(subject)) continue
    const line: ReadPlanLine = { row: i + 1, part, area: columns.area >= 0 ? area : '', subject, subjectId: byKey.get(subjectKey(subject)) ?? null, advanced: /^угл/i.test(cells[columns.advanced] ?? ''), cells: [] }
    for (const { grade, i: c } of grades) {
      const cell = cellOf(cells[c] ?? '')
      if (cell === undefined) result.faults.push({ row: i + 1, code: 'bad_hours', value: cells[c] ?? '' })
      else if (cell !== null) line.cells.push({ grade, ...cell })
    }
    if (line.cells.length > 0) result.lines.push(line)
  }
  return result
}

/** `3`, `0,5`, `2×3` (two groups of three hours); null for an empty cell, undefined for what is no number. */
function cellOf(text: string): { hours: number; groups: number } | null | undefined {
  const plain = text.replace(',', '.').replace(/[–—-]/g, '').trim()
  if (plain === '' || plain === '0') return null
  const match = /^(?:([1-4])\s*[×xх*]\s*)?(\d{1,2}(?:\.\d{1,2})?)$/i.exec(plain)
  const hours = Number(match?.[2])
  return match && hours >= 0.25 && hours <= 40 ? { hours, groups: Number(match[1] ?? 1) } : undefined
}
