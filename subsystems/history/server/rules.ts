const covered = new Set(['snils', 'birthDate', 'email', 'phone', 'address', 'document', 'network', 'device'])

/** What was before or after, without numbers, addresses and dates of birth: whoever keeps the system running need not know them. */
export function coverPersonal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(coverPersonal)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, covered.has(key) && inner !== null && inner !== '' ? '•••' : coverPersonal(inner)]))
}

/** The one field of an act that its pupil's family reads; other fields may tell of other people. */
const toldToFamilies: Readonly<Record<string, string>> = { 'journal.mark.put': 'value', 'journal.attendance.put': 'code' }

export function toldOf(action: string, value: unknown): string | null {
  const field = toldToFamilies[action]
  if (field === undefined || value === null || typeof value !== 'object') return null
  const told = (value as Record<string, unknown>)[field]
  return typeof told === 'string' ? told : null
}

/** An act whose hour for families has not come: they hear of it neither here. */
export function isAhead(after: unknown, now: Date): boolean {
  const until = after !== null && typeof after === 'object' ? (after as Record<string, unknown>)['hiddenUntil'] : undefined
  return typeof until === 'string' && new Date(until) > now
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Every id that stands anywhere in a value. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return uuid.test(value) ? [value] : []
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(idsIn)
}

/** A place in a list ordered by moment and key, newest first. */
export interface Place { readonly at: string; readonly key: string }
export const cursorOf = ({ at, key }: Place): string => `${at}_${key}`

/** The place a cursor names; anything else asks from the beginning. */
export function placeOf(cursor: string | undefined): Place | null {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-zA-Z:._-]{1,120})$/.exec(cursor ?? '')
  return found && !Number.isNaN(Date.parse(found[1]!)) ? { at: found[1]!, key: found[2]! } : null
}
