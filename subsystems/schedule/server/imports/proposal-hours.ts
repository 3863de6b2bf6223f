import type { FetName } from './fet.ts'
import { suggest, type Candidate, type SchoolNames, type Suggestion } from './proposal.ts'
import { compact, folded, joinsBeginnings, likeness, wordsOf } from './proposal-words.ts'

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
const NEAR_MINUTES = 12

/** Which lesson of the day each hour of the file is: by its number, by the bell it begins with, else by its place. */
export function suggestHours(hours: readonly FetName[], bells: SchoolNames['bells']): Suggestion<number>[] {
  const read = hours.map(({ name, longName }) => numberOf(name) ?? numberOf(longName))
  const rising = read.every((number, i) => number !== null && (i === 0 || number > read[i - 1]!))
  return hours.map(({ name, longName }, i) => {
    if (rising) return { source: name, target: read[i]!, confidence: 0.97, reason: 'number', others: [] }
    const starts = minutesOf(name) ?? minutesOf(longName)
    const bell = starts === null ? undefined : nearestBell(starts, bells)
    if (bell !== undefined) return { source: name, target: bell, confidence: 0.9, reason: 'bell_time', others: [] }
    return { source: name, target: i + 1, confidence: 0.6, reason: 'by_order', others: [] }
  })
}

/** Which room of the school a room of the file is; «каб. 12», «№12» and «12» are one. */
export function suggestRoom(source: string, rooms: SchoolNames['rooms']): Suggestion<string> {
  return suggest(source, rooms.flatMap((room): Candidate<string>[] => {
    if (room.title === source) return [{ target: room.id, confidence: 1, reason: 'exact' }]
    const [a, b] = [bareRoom(source), bareRoom(room.title)]
    if (a !== '' && a === b) return [{ target: room.id, confidence: 0.95, reason: 'folded' }]
    if (joinsBeginnings(a, wordsOf(room.title)) || joinsBeginnings(b, wordsOf(source))) return [{ target: room.id, confidence: 0.85, reason: 'abbreviation' }]
    if (/\d/.test(a) || /\d/.test(b)) return [] // 12 and 121 look alike and are two rooms
    return [{ target: room.id, confidence: likeness(source, room.title) * 0.8, reason: 'similar' }]
  }))
}

const bareRoom = (text: string) => compact(folded(text).replace(/(^| )(кабинет|каб|к|аудитория|ауд|room|комната)(?= |\d|$)/gu, ' '))

function numberOf(text: string): number | null {
  const plain = folded(text)
  if (minutesOf(text) !== null) return null
  const named = /(\d{1,2}) ?(?:й |ый |ой )?(?:урок|пара|lesson|period|час|занятие)/u.exec(plain) ?? /(?:урок|пара|lesson|period|час|hour|занятие|h) ?(\d{1,2})/u.exec(plain) ?? /^(\d{1,2})$/.exec(plain)
  if (named) return Number(named[1])
  const roman = ROMAN.indexOf(plain)
  return roman < 0 ? null : roman + 1
}

function minutesOf(text: string): number | null {
  const found = /(\d{1,2})[:.](\d{2})/.exec(text)
  return found && Number(found[1]) < 24 && Number(found[2]) < 60 ? Number(found[1]) * 60 + Number(found[2]) : null
}

function nearestBell(starts: number, bells: SchoolNames['bells']): number | undefined {
  const near = bells.map((bell) => ({ number: bell.number, away: Math.abs((minutesOf(bell.starts) ?? Infinity) - starts) })).sort((a, b) => a.away - b.away)[0]
  return near && near.away <= NEAR_MINUTES ? near.number : undefined
}
