import type { PushWishTable } from '../tables.ts'
import { words } from './words.ts'

export interface Told { readonly notice_id: string; readonly kind: string; readonly child: string | null }
/** All that leaves the house: words for a locked screen and where opening leads; ids of notices are useless to anyone else. */
export interface Message { readonly title: string; readonly body: string; readonly path: string; readonly tag: string }

/** What a device is told; several at once become one. */
export function messageOf(told: readonly Told[], language: 'ru' | 'en', says: PushWishTable['words']): Message {
  const t = words[language]
  const [first] = told
  const nameOf = (kind: string) => t.kinds[kind] ?? t.plain
  const children = says === 'child' ? [...new Set(told.flatMap((one) => one.child ?? []))].join(', ') : ''
  if (first && told.length === 1) return { title: says === 'none' ? t.plain : nameOf(first.kind), body: children, path: `/notices/${first.notice_id}`, tag: first.notice_id }
  const counts = new Map<string, number>()
  for (const { kind } of told) counts.set(nameOf(kind), (counts.get(nameOf(kind)) ?? 0) + 1)
  const kinds = says === 'none' ? '' : [...counts].map(([name, n]) => `${name}: ${n}`).join(', ')
  return { title: t.many(told.length), body: [children, kinds].filter(Boolean).join(' · '), path: '/notices/all', tag: `all-${first?.notice_id ?? ''}` }
}
