import { SignInRefused } from './failures.ts'
import type { Kid, Organisation, PersonNames } from './provider.ts'

export interface PersonRecord extends PersonNames {
  readonly birthDate: string
  readonly gender: 'M' | 'F' | null
  readonly snils: string | null
  readonly trusted: boolean
  readonly closed: boolean
}

/** ЕСИА's record of a person in our words; a record without a name or a birth date is refused. */
export function personFrom(answer: unknown): PersonRecord {
  const raw = record(answer)
  const names = namesFrom(raw)
  const birthDate = dayFrom(raw.birthDate)
  if (!names.firstName || !birthDate) {
    throw new SignInRefused('identity.esia_answer_refused', { alert: true, detail: 'the person has no name or no birth date' })
  }
  return {
    ...names,
    birthDate,
    gender: genderFrom(raw.gender),
    snils: snilsFrom(raw.snils),
    trusted: raw.trusted === true,
    closed: raw.status === 'DELETED',
  }
}

/** The children of an embedded collection. Their number is called `id` in some answers and `oid` in others. */
export function kidsFrom(answer: unknown): Kid[] {
  return elementsOf(answer).map((raw) => ({
    oid: textOf(raw.oid ?? raw.id),
    ...namesFrom(raw),
    birthDate: dayFrom(raw.birthDate),
    gender: genderFrom(raw.gender),
    snils: snilsFrom(raw.snils),
  }))
}

/** The organisations a person belongs to, from the embedded collection of roles. */
export function organisationsFrom(answer: unknown): Organisation[] {
  return elementsOf(answer).flatMap((raw) => {
    const oid = textOf(raw.oid)
    if (!oid) return []
    return [{
      oid,
      ogrn: digitsOf(raw.ogrn, 13) ?? digitsOf(raw.ogrn, 15),
      fullName: textOf(raw.fullName) ?? '',
      shortName: textOf(raw.shortName),
      type: textOf(raw.type),
      chief: raw.chief === true,
      admin: raw.admin === true,
      active: raw.active !== false,
      liquidated: raw.isLiquidated === true,
    }]
  })
}

function namesFrom(raw: Record<string, unknown>): PersonNames {
  return { lastName: textOf(raw.lastName) ?? '', firstName: textOf(raw.firstName) ?? '', middleName: textOf(raw.middleName) }
}

function dayFrom(value: unknown): string | null {
  const [, day, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(String(value)) ?? []
  const iso = `${year}-${month}-${day}`
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null
}

function elementsOf(answer: unknown): Record<string, unknown>[] {
  const { elements } = record(answer)
  return Array.isArray(elements) ? elements.map(record) : []
}

const record = (value: unknown) => (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>

const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() || null : null)

const genderFrom = (value: unknown) => (value === 'M' || value === 'F' ? value : null)

const snilsFrom = (value: unknown) => digitsOf(value, 11)

function digitsOf(value: unknown, length: number): string | null {
  const digits = String(value ?? '').replace(/\D/g, '')
  return digits.length === length ? digits : null
}
