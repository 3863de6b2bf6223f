const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
const day = 24 * 60

/** Minutes since midnight where the school is. */
export function minutesIn(at: Date, zone: string): number {
  const [hour = 0, minute = 0] = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at).split(':').map(Number)
  return hour * 60 + minute
}

export interface Quiet { readonly from: string; readonly until: string }

/** When something of now may ring: at once, or when the quiet hours end. */
export function dueAt(now: Date, zone: string, quiet: Quiet | null): Date {
  if (!quiet) return now
  const here = minutesIn(now, zone)
  const [from, until] = [minutesOf(quiet.from), minutesOf(quiet.until)]
  const inside = from < until ? here >= from && here < until : here >= from || here < until
  if (!inside) return now
  const end = new Date(now)
  end.setUTCSeconds(0, 0)
  return new Date(end.getTime() + ((until - here + day) % day) * 60_000)
}

export const mostAttempts = 6
/** Later and later: one minute, then two, four… */
export const nextTry = (now: Date, attempts: number) => new Date(now.getTime() + 60_000 * 2 ** attempts)

/**
 * Whether an address may be called at all. What a browser names is hostile input: only https on the usual port, only push services the
 * installation knows. `*.` stands for names below; an entry with a scheme is one exact origin, for a stand on this machine.
 */
export function isKnownService(endpoint: string, services: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false
  const { protocol, hostname, origin, port, username, password } = new URL(endpoint)
  if (username !== '' || password !== '') return false
  return services.some((one) => one.includes('://')
    ? origin === one
    : protocol === 'https:' && port === '' && (one.startsWith('*.') ? hostname.endsWith(one.slice(1)) && hostname.length > one.length - 1 : hostname === one))
}
