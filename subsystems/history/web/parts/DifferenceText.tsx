import { dayDigits, dateTimeText } from '@school/web'
import { differencesOf, type Difference } from './differences.ts'
import type { Entry } from '../../contract/index.ts'
import { ownZone, useT, type Words } from './words.ts'

/** A value as people write it. */
export function valueText(t: Words, value: unknown): string {
  if (value === null || value === '') return '–'
  if (typeof value === 'boolean') return value ? t.yes : t.no
  const text = String(value)
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dayDigits(text)
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return dateTimeText(text, ownZone())
  return t.values[text] ?? t.roles[text] ?? text
}

/** A field as people call it; of nested ones the last part. */
export const fieldText = (t: Words, key: string) => t.fields[key] ?? t.fields[key.split('.').at(-1) ?? ''] ?? key.split('.').at(-1) ?? key

const line = (t: Words, { key, was, became }: Difference) => `${fieldText(t, key)}: ${was === null ? '' : `${valueText(t, was)} → `}${valueText(t, became)}`

/** What changed, on one line. */
export function DifferenceText({ entry }: { entry: Entry }) {
  const t = useT()
  return <span className="muted small ellipsis">{differencesOf(entry.before, entry.after, entry.names).slice(0, 4).map((one) => line(t, one)).join('; ')}</span>
}
