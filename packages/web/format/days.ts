import { language } from '../language/language.ts'

const made = new Map<string, Intl.DateTimeFormat>()

/** Formatters are costly to make and are kept. */
function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language()} ${JSON.stringify(options)}`
  const known = made.get(key)
  if (known) return known
  const fresh = new Intl.DateTimeFormat(language() === 'ru' ? 'ru-RU' : 'en-GB', options)
  made.set(key, fresh)
  return fresh
}

/** A school day has no zone: it is read and written as if in UTC. */
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)
const utc = { timeZone: 'UTC' } as const

/** «15 октября»; with `year` when it is not the year of today: «15 октября 2025». */
export function dayText(day: string, { year = 'other' }: { year?: 'other' | 'always' | 'never' } = {}): string {
  const withYear = year === 'always' || (year === 'other' && day.slice(0, 4) !== String(new Date().getFullYear()))
  const text = formatter({ day: 'numeric', month: 'long', ...(withYear ? { year: 'numeric' as const } : {}), ...utc }).format(dateOf(day))
  return text.replace(/\s?г\.$/, '')
}

/** «среда, 15 октября». */
export const dayWithWeekday = (day: string) => `${weekdayText(day)}, ${dayText(day)}`

/** «среда»; `short` gives «ср». */
export const weekdayText = (day: string, length: 'long' | 'short' = 'long') => formatter({ weekday: length, ...utc }).format(dateOf(day))

/** «15 окт». */
export const dayShort = (day: string) => formatter({ day: 'numeric', month: 'short', ...utc }).format(dateOf(day)).replace('.', '')

/** «15.10.2026». */
export const dayDigits = (day: string) => day.split('-').reverse().join('.')

/** «октябрь» of a day or month `YYYY-MM`. */
export const monthText = (day: string) => formatter({ month: 'long', ...utc }).format(dateOf(`${day.slice(0, 7)}-01`))

/** «13–18 октября», «29 сентября – 4 октября». */
export function daysText(from: string, to: string): string {
  if (from === to) return dayText(from)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${dayText(to)}`
  return `${dayText(from, { year: from.slice(0, 4) === to.slice(0, 4) ? 'never' : 'other' })} – ${dayText(to)}`
}

/** The day some days later. */
export const addDays = (day: string, days: number) => new Date(dateOf(day).getTime() + days * 86_400_000).toISOString().slice(0, 10)

/** The Monday of the day's week. */
export const mondayOf = (day: string) => addDays(day, -((dateOf(day).getUTCDay() + 6) % 7))

/** Today in a time zone, `YYYY-MM-DD`. */
export const todayIn = (timeZone: string, now = new Date()) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now)

/** «10:37» of an instant in a time zone. */
export const timeText = (instant: string | Date, timeZone: string) => formatter({ hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(instant))

/** «15 октября, 10:37». */
export const dateTimeText = (instant: string | Date, timeZone: string) => `${dayText(todayIn(timeZone, new Date(instant)))}, ${timeText(instant, timeZone)}`

/** «10:37» today, «вчера, 10:37» yesterday, otherwise «13 октября, 10:37». */
export function whenText(instant: string | Date, timeZone: string, now = new Date()): string {
  const day = todayIn(timeZone, new Date(instant))
  const today = todayIn(timeZone, now)
  const time = timeText(instant, timeZone)
  if (day === today) return time
  if (day === addDays(today, -1)) return `${yesterday()}, ${time}`
  return `${dayText(day)}, ${time}`
}

/** How long something waits: «12 мин», «1 ч», «вчера», «3 дня», then the day. */
export function waitingText(since: string | Date, timeZone: string, now = new Date()): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - new Date(since).getTime()) / 60_000))
  const russian = language() === 'ru'
  const day = todayIn(timeZone, new Date(since))
  const today = todayIn(timeZone, now)
  if (minutes < 60) return russian ? `${minutes} мин` : `${minutes} min`
  if (day === today) return russian ? `${Math.floor(minutes / 60)} ч` : `${Math.floor(minutes / 60)} h`
  return day === addDays(today, -1) ? yesterday() : dayText(day)
}

const yesterday = () => language() === 'ru' ? 'вчера' : 'yesterday'
