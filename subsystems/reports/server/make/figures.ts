/** A part of a whole in tenths of a per cent, halves upwards; null of nothing. Whole numbers only, so that no border case drifts. */
export const tenths = (part: number, whole: number): number | null => (whole === 0 ? null : Math.floor((2000 * part + whole) / (2 * whole)))

/** A quotient in hundredths, halves upwards; null of nothing. */
export const hundredths = (sum: number, count: number): number | null => (count === 0 ? null : Math.floor((200 * sum + count) / (2 * count)))

/** A whole number of parts as people write it: 625 tenths are 62,5 in Russian. */
export function partsText(parts: number | null, digits: 1 | 2, comma: string): string {
  if (parts === null) return ''
  const text = String(parts).padStart(digits + 1, '0')
  return `${text.slice(0, -digits)}${comma}${text.slice(-digits)}`
}
