const TWINS: Record<string, string> = { a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у' }
const LATIN: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't',
  у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia',
}

/** Lower case, ё as е, punctuation as spaces. */
export const folded = (text: string) => text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** The folded text without spaces, Latin look-alikes as Cyrillic: how titles of classes and rooms are compared. */
export const compact = (text: string) => folded(text).replaceAll(' ', '').replace(/[a-z]/g, (letter) => TWINS[letter] ?? letter)

/** The words of a text. */
export const wordsOf = (text: string) => folded(text).split(' ').filter((word) => word !== '')

/** A name in Latin letters, spelling schools levelled: Юлия, Yuliya, Iuliia and Julija come out alike. */
export function latinised(text: string): string {
  return folded(text).replace(/[а-я]/g, (letter) => LATIN[letter] ?? letter)
    .replaceAll('shch', 'sh').replaceAll('kh', 'h').replaceAll('ts', 'c').replaceAll('x', 'ks').replaceAll('ye', 'e').replaceAll('yo', 'e').replaceAll('w', 'v')
    .replace(/[yj]/g, 'i').replace(/i+/g, 'i').replaceAll('ie', 'e')
}

/** How alike two texts are by their three-letter pieces, 0..1. */
export function likeness(a: string, b: string): number {
  const [left, right] = [piecesOf(a), piecesOf(b)]
  if (left.size === 0 || right.size === 0) return 0
  let shared = 0
  for (const piece of left) if (right.has(piece)) shared++
  return (2 * shared) / (left.size + right.size)
}

/** Whether the text is beginnings of all these words run together: «спортзал» for «спортивный зал». */
export function joinsBeginnings(text: string, words: readonly string[]): boolean {
  const [word, ...rest] = words
  if (word === undefined) return text === ''
  for (let length = Math.min(word.length, text.length); length >= 2; length--)
    if (text.startsWith(word.slice(0, length)) && joinsBeginnings(text.slice(length), rest)) return true
  return false
}

function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>()
  for (const word of wordsOf(text)) {
    const padded = `  ${word} `
    for (let i = 0; i + 3 <= padded.length; i++) pieces.add(padded.slice(i, i + 3))
  }
  return pieces
}
