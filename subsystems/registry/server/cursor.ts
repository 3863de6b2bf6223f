import { Problem } from '@school/server'

/** The place after which a list goes on, as text that clients hand back unread. */
export const cursorOf = (place: readonly string[]): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/** The place behind a cursor of that many words, or nothing without a cursor. */
export function placeOf(cursor: string | undefined, words: number): string[] | undefined {
  if (cursor === undefined) return undefined
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown
    if (Array.isArray(place) && place.length === words && place.every((word) => typeof word === 'string') && idForm.test(place.at(-1) as string)) return place as string[]
  } catch { /* told below */ }
  throw new Problem(400, 'bad_input', { field: 'cursor' })
}

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
