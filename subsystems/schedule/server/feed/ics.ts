import type { Lesson } from '../../contract/lessons.ts'

export interface CalendarWords { readonly name: string; readonly substitute: string; readonly cancelled: string; readonly room: (name: string) => string }
interface Given { readonly lessons: readonly Lesson[]; readonly timeZone: string; readonly stampedAt: Date; readonly words: CalendarWords }

/** A calendar of lessons by RFC 5545: times in UTC, ids that stay, a sequence that grows with every change. */
export function icsOf({ lessons, timeZone, stampedAt, words }: Given): string {
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Moya shkola//Lessons//RU', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escaped(words.name)}`, `NAME:${escaped(words.name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H',
    ...lessons.flatMap((one) => eventOf(one, timeZone, stampedAt, words)), 'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function eventOf(lesson: Lesson, timeZone: string, stampedAt: Date, words: CalendarWords): string[] {
  const teachers = lesson.teachers.map((one) => [one.lastName, one.firstName, one.middleName].filter(Boolean).join(' '))
  const title = [lesson.subject.name, lesson.state === 'cancelled' ? words.cancelled : lesson.teachers.some((one) => one.substitute) ? words.substitute : ''].filter(Boolean).join(', ')
  return [
    'BEGIN:VEVENT', `UID:lesson-${lesson.id}@moya-shkola`, `DTSTAMP:${stamp(stampedAt)}`, `SEQUENCE:${lesson.revision - 1}`,
    `DTSTART:${stamp(instantIn(timeZone, lesson.date, lesson.starts))}`, `DTEND:${stamp(instantIn(timeZone, lesson.date, lesson.ends))}`,
    `SUMMARY:${escaped(title)}`, ...(lesson.room ? [`LOCATION:${escaped(words.room(lesson.room.name))}`] : []), `DESCRIPTION:${escaped([lesson.group.name, ...teachers].join('\n'))}`,
    `STATUS:${lesson.state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`, `TRANSP:${lesson.state === 'cancelled' ? 'TRANSPARENT' : 'OPAQUE'}`, 'END:VEVENT',
  ]
}

/** Backslash, comma, semicolon and line ends have a meaning of their own. */
export const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

const mostOctets = 75
/** Lines longer than 75 octets are continued on the next one; a letter is never cut in two. */
export function folded(line: string): string {
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > mostOctets) {
      parts.push(part)
      ;[part, octets] = ['', 1] // the space at the head of a continued line
    }
    part += sign
    octets += size
  }
  return [...parts, part].join('\r\n ')
}

const stamp = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

/** The instant at which a clock in a time zone shows this day and time. */
export function instantIn(timeZone: string, date: string, time: string): Date {
  const asUtc = Date.parse(`${date}T${time.slice(0, 5)}:00Z`)
  const shift = (at: number) => Date.parse(`${new Date(at).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')}Z`) - at
  const first = asUtc - shift(asUtc)
  return new Date(asUtc - shift(first))
}
