// not messages: names of things as registers, keys and rails have them
/** What a teacher types into a cell, as the figures and letters printed in a journal. */
export type MarkFigure = '5' | '4' | '3' | '2' | '1' | 'pass' | 'fail' | 'debt'
export type AbsenceCode = 'absent' | 'late' | 'exempt' | 'remote' | 'leftEarly'
export type AbsenceReason = 'illness' | 'excused' | 'unexcused'
export interface Absence { readonly code: AbsenceCode; readonly reason: AbsenceReason | null }
export type Entry = { readonly mark: MarkFigure } | { readonly absence: Absence }

const absence = (code: AbsenceCode, reason: AbsenceReason | null = null): Entry => ({ absence: { code, reason } })

/** Every code that may be typed or pasted, in capitals. */
const codes: ReadonlyMap<string, Entry> = new Map<string, Entry>([
  ...(['5', '4', '3', '2', '1'] as const).map((figure): [string, Entry] => [figure, { mark: figure }]),
  ['.', { mark: 'debt' }], ['•', { mark: 'debt' }],
  ['З', { mark: 'pass' }], ['ЗЧ', { mark: 'pass' }], ['ЗАЧ', { mark: 'pass' }], ['НЗ', { mark: 'fail' }],
  ['Н', absence('absent')], ['НБ', absence('absent', 'illness')], ['Б', absence('absent', 'illness')],
  ['У', absence('absent', 'excused')], ['УП', absence('absent', 'excused')], ['НП', absence('absent', 'unexcused')],
  ['О', absence('late')], ['ОП', absence('late')], ['ОСВ', absence('exempt')], ['Д', absence('remote')], ['ДО', absence('remote')],
  ['УШ', absence('leftEarly')], ['УШЁЛ', absence('leftEarly')],
])

/** Latin keys stand for the letter on the same key of a Russian keyboard, or for the letter that sounds so. */
const latin: Readonly<Record<string, string>> = {
  Y: 'Н', J: 'О', ',': 'Б', E: 'У', G: 'П', P: 'З', C: 'С', D: 'В', F: 'А', X: 'Ч', L: 'Д', I: 'Ш', T: 'Е',
  N: 'Н', O: 'О', B: 'Б', U: 'У', Z: 'З',
}

/** The letter or figure of a key press, whichever keyboard layout is on; null when the key means nothing in a cell. */
export function letterOf(key: string): string | null {
  if (key.length !== 1) return null
  const capital = key.toUpperCase()
  const letter = latin[capital] ?? (capital === 'Ю' ? '.' : capital)
  return /^[0-9.•/А-ЯЁ]$/.test(letter) ? letter : null
}

/** What a finished code means, in either layout. */
export const entryOf = (text: string): Entry | null => {
  const capitals = text.trim().toUpperCase()
  return codes.get(capitals) ?? codes.get(Array.from(capitals, (one) => latin[one] ?? one).join('')) ?? null
}

export interface Typed { readonly buffer: string; readonly entry: Entry | null }

/** Adds a letter to what was typed in this cell: «О», then «ОП», then «ОСВ» each mean something; a letter that fits nothing begins anew. */
export function typeLetter(buffer: string, letter: string): Typed {
  const longer = buffer + letter
  if (buffer !== '' && !/\d/.test(letter)) {
    const entry = codes.get(longer) ?? null
    if (entry || beginsCode(longer)) return { buffer: longer, entry }
  }
  const entry = codes.get(letter) ?? null
  return entry || beginsCode(letter) ? { buffer: letter, entry } : { buffer: '', entry: null }
}

const beginsCode = (text: string) => [...codes.keys()].some((code) => code.startsWith(text))

const reasonLetters: Readonly<Record<AbsenceReason, string>> = { illness: 'Б', excused: 'УП', unexcused: 'НП' }
const codeLetters: Readonly<Record<AbsenceCode, string>> = { absent: 'Н', late: 'ОП', exempt: 'ОСВ', remote: 'ДО', leftEarly: 'УШ' }

/** The letters printed in a cell for an absence. */
export const lettersOf = (code: AbsenceCode, reason: AbsenceReason | null): string => code === 'absent' && reason ? reasonLetters[reason] : codeLetters[code]

const figures: Readonly<Record<string, string>> = { pass: 'зач', fail: 'нз', notAttested: 'н/а', debt: '•' }

/** The figure printed for a mark; after a second try both, «3 → 5». */
export const figureOf = (value: string, retake: string | null = null): string => (retake ? `${figures[value] ?? value} → ${figures[retake] ?? retake}` : figures[value] ?? value)
