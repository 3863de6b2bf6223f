import { useSyncExternalStore } from 'react'

export type Language = 'ru' | 'en'
const place = 'school.language'
const watchers = new Set<() => void>()

const stored = (): Language => {
  try { return localStorage.getItem(place) === 'en' ? 'en' : 'ru' } catch { return 'ru' }
}
let current: Language = typeof localStorage === 'undefined' ? 'ru' : stored()

/** The language of the interface now. */
export const language = () => current

/** The language of the interface; the part that uses it draws itself anew when it changes. */
export const useLanguage = () => useSyncExternalStore((tell) => { watchers.add(tell); return () => watchers.delete(tell) }, language)

/** Switches the interface and remembers it on this device. */
export function setLanguage(next: Language) {
  current = next
  try { localStorage.setItem(place, next) } catch { /* a closed store only forgets the choice */ }
  document.documentElement.lang = next
  for (const tell of watchers) tell()
}

/** The word form for a number: `plural(n, 'урок', 'урока', 'уроков')`; English needs only `one` and `many`. */
export function plural(n: number, one: string, few: string, many: string): string {
  const rule = new Intl.PluralRules(current).select(Math.abs(n))
  return rule === 'one' ? one : rule === 'few' ? few : many
}
