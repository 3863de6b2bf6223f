/** The cell as trimmed text with single spaces; dates and numbers in their plain form. */
export function textOfCell(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell).replace(/[\s\u00a0]+/g, ' ').trim()
}
