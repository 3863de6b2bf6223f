import { Problem, type Read } from '@school/server'

/** Administrator, deputy head or principal: whoever plans the year. */
export const isOffice = (read: Read): boolean => ['schoolAdmin', 'principal', 'deputyHead'].includes(read.by.role ?? '')

/** A day that exists: the pattern of the wire lets 31 February through. */
export function mustBeDay(day: string, field: string): void {
  const at = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day || day < '2000-01-01' || day > '2100-12-31') throw new Problem(400, 'bad_input', { field })
}
