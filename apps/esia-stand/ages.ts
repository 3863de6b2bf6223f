/** Full years of age at a moment, by the calendar of Moscow. */
export function ageOn(birthDate: string, at: Date): number {
  const day = new Date(at.getTime() + 3 * 3_600_000).toISOString().slice(0, 10)
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}
