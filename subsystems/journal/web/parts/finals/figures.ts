import type { FinalCell } from '../../../contract/index.ts'

/** The figure printed for a final value. */
export const finalFigure = (t: { readonly figures: Readonly<Record<string, string>> }, value: string): string => t.figures[value] ?? value

/** Whether the proposal of a cell waits to be confirmed. */
export const waits = (cell: FinalCell): boolean => !cell.closed && (cell.mark === null || cell.mark.value === '') && cell.proposed !== null && cell.kind !== 'exam'

/** What a key puts into a cell; null when it means nothing. */
export function valueOfKey(key: string): string | null {
  if (/^[1-5]$/.test(key)) return key
  return ({ н: 'notAttested', y: 'notAttested', о: 'exempt', j: 'exempt', з: 'pass', p: 'pass', Delete: '', Backspace: '' } as Record<string, string>)[key.length === 1 ? key.toLowerCase() : key] ?? null
}
