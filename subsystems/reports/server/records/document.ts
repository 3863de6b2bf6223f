import { createHash } from 'node:crypto'
import { Check } from 'typebox/value'
import { StudentRecordDocument } from '../../contract/index.ts'

/** The record as bytes to sign; the same record gives the same bytes. */
export const bytesOf = (document: StudentRecordDocument): Buffer => Buffer.from(`${JSON.stringify(document, null, 1)}\n`, 'utf8')

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The record a file holds; null when it is none, whatever its signature says. */
export function readDocument(bytes: Uint8Array): StudentRecordDocument | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return Check(StudentRecordDocument, value) ? value : null
  } catch {
    return null
  }
}

/** The id under which a thing of a record is written here: the same thing of the same school's pupil always has the same. */
export function placeId(...parts: readonly string[]): string {
  const hash = createHash('sha256').update(parts.join('\n')).digest()
  hash[6] = (hash[6]! & 0x0f) | 0x80 // version 8 and the variant of RFC 9562: an id made of a name
  hash[8] = (hash[8]! & 0x3f) | 0x80
  const text = hash.toString('hex')
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20, 32)}`
}

// not a message: the letter that people write either way
const plain = (name: string) => name.toLowerCase().replaceAll('ё', 'е').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** Which of our subjects a name of the record means: the one called the same, whatever the letters' case. */
export const sameSubject = (name: string, ours: readonly { readonly id: string; readonly name: string }[]): string | null => ours.find((one) => plain(one.name) === plain(name))?.id ?? null

/** Where the record and our card of the pupil differ. */
export function differencesOf(theirs: StudentRecordDocument['pupil'], ours: { last_name: string; first_name: string; middle_name: string | null; birth_date: string | null }) {
  const pairs = [['lastName', theirs.lastName, ours.last_name], ['firstName', theirs.firstName, ours.first_name], ['middleName', theirs.middleName, ours.middle_name], ['birthDate', theirs.birthDate, ours.birth_date]] as const
  return pairs.filter(([, a, b]) => plain(a ?? '') !== plain(b ?? '')).map(([field, a, b]) => ({ field, theirs: a, ours: b }))
}

/** Marks that count in averages: five-point ones with a weight; everything else of a record is only shown. */
export const counts = (mark: StudentRecordDocument['subjects'][number]['marks'][number]): boolean => mark.scale === 'five' && /^[1-5]$/.test(mark.value) && mark.weight >= 1 && mark.weight <= 20
