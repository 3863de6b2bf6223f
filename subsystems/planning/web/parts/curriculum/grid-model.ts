import type { Curriculum, Line } from '../../../contract/index.ts'

export type DraftLine = Line & { readonly subject: string }
export interface CellValue { readonly hours: number; readonly groups: number }

/** What a cell shows: hours with a comma, groups before a cross. */
export const cellText = (cell: CellValue | undefined): string => (cell ? `${cell.groups > 1 ? `${cell.groups}×` : ''}${String(cell.hours).replace('.', ',')}` : '')

/** What was typed: `3`, `0,5`, `2х3`; null empties the cell, undefined is no number. */
export function parseCell(text: string): CellValue | null | undefined {
  const plain = text.replace(',', '.').replace(/\s/g, '')
  if (plain === '' || plain === '0' || plain === '-' || plain === '–') return null
  const match = /^(?:([1-4])[×xх*])?(\d{1,2}(?:\.\d{1,2})?)$/i.exec(plain)
  const hours = Number(match?.[2])
  return match && hours >= 0.25 && hours <= 40 ? { hours, groups: Number(match[1] ?? 1) } : undefined
}

/** The line with one cell changed. */
export const withCell = (line: DraftLine, grade: number, value: CellValue | null): DraftLine =>
  ({ ...line, cells: [...line.cells.filter((cell) => cell.grade !== grade), ...(value ? [{ grade, ...value }] : [])].toSorted((a, b) => a.grade - b.grade) })

/** A block pasted from a spreadsheet, from one cell on: rows that cannot be read are left as they are. */
export function paste(lines: readonly DraftLine[], grades: readonly number[], at: { line: number; grade: number }, text: string): DraftLine[] {
  const block = text.replace(/\r?\n$/, '').split(/\r?\n/).map((row) => row.split('\t'))
  const first = grades.indexOf(at.grade)
  return lines.map((line, i) => {
    const row = block[i - at.line]
    if (!row) return line
    return row.reduce((now, cell, c) => { const grade = grades[first + c]; const value = parseCell(cell); return grade === undefined || value === undefined ? now : withCell(now, grade, value) }, line)
  })
}

/** Hours of a grade over the given parts. */
export const sumOf = (lines: readonly DraftLine[], grade: number, parts: readonly Line['part'][]): number =>
  Math.round(lines.filter((line) => parts.includes(line.part)).reduce((sum, line) => sum + (line.cells.find((cell) => cell.grade === grade)?.hours ?? 0), 0) * 100) / 100

export const gradesOf = (head: Curriculum['head']): number[] => Array.from({ length: head.toGrade - head.fromGrade + 1 }, (_, i) => head.fromGrade + i)
/** Lines in the order of parts, as the sheet shows them. */
export const inOrder = (lines: readonly DraftLine[]): DraftLine[] => (['core', 'school', 'extracurricular'] as const).flatMap((part) => lines.filter((line) => line.part === part))
