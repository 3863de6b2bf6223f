export interface Piece { readonly text: string; readonly differs: boolean }

/** Cuts two texts into equal and differing pieces: place by place when only a few places differ, so that swapped digits show as a pair, otherwise along their longest common subsequence. */
export function differences(left: string, right: string): { left: Piece[]; right: Piece[] } {
  const a = [...left]
  const b = [...right]
  if (a.length === b.length && a.filter((letter, index) => letter !== b[index]).length <= 3) return { left: byPlace(a, b), right: byPlace(b, a) }
  const common = lengths(a, b)
  const one: Piece[] = []
  const two: Piece[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { add(one, a[i++]!, false); add(two, b[j++]!, false) }
    else if (j >= b.length || (i < a.length && common[i + 1]![j]! >= common[i]![j + 1]!)) add(one, a[i++]!, true)
    else add(two, b[j++]!, true)
  }
  return { left: one, right: two }
}

function byPlace(text: readonly string[], other: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  text.forEach((letter, index) => add(pieces, letter, letter !== other[index]))
  return pieces
}

function lengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}

function add(pieces: Piece[], text: string, differs: boolean) {
  const last = pieces.at(-1)
  if (last?.differs === differs) pieces[pieces.length - 1] = { text: last.text + text, differs }
  else pieces.push({ text, differs })
}
