/** The whole number that a field holds, or null when it is none or out of range. */
export function wholeBetween(text: string, [least, most]: readonly [number, number]): number | null {
  const value = Number(text)
  return text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most ? value : null
}
