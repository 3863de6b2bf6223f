import { Problem } from '@school/server'

/** The time zone as it is, or a refusal when this machine knows none of that name. */
export function knownTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone && timeZone
  } catch {
    throw new Problem(400, 'registry.unknown_time_zone', { field: 'timeZone' })
  }
}

/** The calendar day of an instant in a time zone. */
export const dayIn = (timeZone: string, at: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at)

/** The day before. */
export const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** The school year a day belongs to: it begins in July, when orders for September are signed. */
export const schoolYearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < '07-01' ? 1 : 0)
