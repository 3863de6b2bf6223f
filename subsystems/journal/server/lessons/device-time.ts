const oldestDays = 31

/** When an entry was typed, as its device says; a clock that is ahead of the receipt or a month behind it says nothing, and the receipt's time is taken. */
export function enteredAtOf(said: string | undefined, receivedAt: Date): string {
  const at = said === undefined ? Number.NaN : Date.parse(said)
  const plausible = at <= receivedAt.getTime() && at >= receivedAt.getTime() - oldestDays * 86_400_000
  return (plausible ? new Date(at) : receivedAt).toISOString()
}
