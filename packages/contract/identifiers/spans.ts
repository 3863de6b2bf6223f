/** A stretch of a text, from inclusive, to exclusive. */
export type Span = [from: number, to: number]

/** The stretches of both texts that are outside their longest common subsequence. */
export function spansOf(left: string, right: string): { left: Span[]; right: Span[] } {
  if (left.length === right.length) return sameLength(left, right)
  const kept = commonPairs(left, right)
  return { left: gaps(kept.map(([i]) => i), left.length), right: gaps(kept.map(([, j]) => j), right.length) }
}

/** Texts of one length are compared place by place, as a person reads two numbers. */
function sameLength(left: string, right: string) {
  const kept = [...left.split('').keys()].filter((i) => left[i] === right[i])
  return { left: gaps(kept, left.length), right: gaps(kept, right.length) }
}

function commonPairs(left: string, right: string): [number, number][] {
  const longest = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0))
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      longest[i]![j] = left[i] === right[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!)
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    if (left[i] === right[j]) pairs.push([i++, j++])
    else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i++
    else j++
  }
  return pairs
}

function gaps(kept: readonly number[], length: number): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const at of [...kept, length]) {
    if (at > from) spans.push([from, at])
    from = at + 1
  }
  return spans
}
