import { entryOf, type Absence, type MarkFigure } from './entry.ts'

/** One cell of a pasted table: its marks in order, perhaps an absence, or what could not be read. */
export interface PastedCell { readonly marks: readonly MarkFigure[]; readonly absence: Absence | null; readonly unread: string | null }

/** Reads a table copied from Excel: rows by lines, cells by tabs, quoted cells with inner line breaks. */
export function readTable(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[i + 1] === '"') { cell += '"'; i++ } else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t') { rows.at(-1)?.push(cell); cell = '' }
    else if (sign === '\n') { rows.at(-1)?.push(cell); rows.push([]); cell = '' }
    else if (sign !== '\r') cell += sign
  }
  if (cell !== '' || (rows.at(-1)?.length ?? 0) > 0) rows.at(-1)?.push(cell)
  return rows.filter((row) => row.length > 0)
}

/** Reads one cell: «5», «5/4», «5 4», «Н», «5 оп». */
export function readCell(text: string): PastedCell {
  const marks: MarkFigure[] = []
  let absence: Absence | null = null
  for (const word of text.trim().split(/[\s/;|]+/)) {
    if (word === '') continue
    const entry = entryOf(word)
    if (!entry) return { marks: [], absence: null, unread: text.trim() }
    if ('mark' in entry) marks.push(entry.mark)
    else absence = entry.absence
  }
  return { marks, absence, unread: null }
}

/** Writes cells the way Excel takes them from the clipboard. */
export const writeTable = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join('\t')).join('\n')
