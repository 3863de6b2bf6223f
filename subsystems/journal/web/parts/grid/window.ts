export interface Shown { readonly from: number; readonly to: number }

const step = 4

/** The columns to draw: those in sight and some on both sides, in steps, so that a small scroll changes nothing. */
export function shownColumns(starts: readonly number[], scrollLeft: number, width: number): Shown {
  const count = starts.length - 1
  const first = columnAt(starts, scrollLeft)
  const last = columnAt(starts, scrollLeft + width)
  return { from: Math.max(0, Math.floor(first / step) * step - step), to: Math.min(count, (Math.floor(last / step) + 2) * step) }
}

/** The column that lies at a distance from the first; `starts` holds their left edges and, last, the right edge of all. */
export function columnAt(starts: readonly number[], x: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= x) low = middle
    else high = middle - 1
  }
  return Math.max(0, Math.min(low, starts.length - 2))
}

/** Left edges of columns that keep their least width and share what room is left. */
export function columnStarts(least: readonly number[], room: number): number[] {
  const sum = least.reduce((total, width) => total + width, 0)
  const extra = least.length > 0 ? Math.max(0, room - sum) / least.length : 0
  const starts = [0]
  least.forEach((width, i) => starts.push((starts[i] ?? 0) + width + Math.min(extra, 40)))
  return starts.map((x) => Math.round(x))
}

/** How far to scroll so that a column is in sight between the sticky sides; null when it already is. */
export function scrollTo(starts: readonly number[], column: number, scrollLeft: number, width: number): number | null {
  const left = starts[column] ?? 0
  const right = starts[column + 1] ?? left
  if (left < scrollLeft) return left
  return right > scrollLeft + width ? right - width : null
}
