import { useSyncExternalStore } from 'react'

export type SchemeMode = 'light' | 'dark' | 'auto'
export type VisionMode = 'usual' | 'strong'
export interface Look { readonly scheme: SchemeMode; readonly vision: VisionMode }

const place = { scheme: 'school.scheme', vision: 'school.vision' } as const
const watchers = new Set<() => void>()

const stored = (name: keyof typeof place) => {
  try { return localStorage.getItem(place[name]) } catch { return null }
}
const read = (): Look => {
  const scheme = stored('scheme')
  return { scheme: scheme === 'light' || scheme === 'dark' ? scheme : 'auto', vision: stored('vision') === 'strong' ? 'strong' : 'usual' }
}
let current: Look | null = null
const now = () => (current ??= read())

/** How this device shows the product; the script of the page applies the same before the first paint. */
export const useLook = () => useSyncExternalStore((tell) => { watchers.add(tell); return () => watchers.delete(tell) }, now)

/** Changes the colour scheme or the vision mode and remembers it on this device. */
export function setLook(change: Partial<Look>) {
  current = { ...now(), ...change }
  try {
    localStorage.setItem(place.scheme, current.scheme)
    localStorage.setItem(place.vision, current.vision)
  } catch { /* a closed store only forgets the choice */ }
  showLook()
  for (const tell of watchers) tell()
}

/** Puts the look on the document, and follows the system while the scheme is automatic. */
export function showLook() {
  const { scheme, vision } = now()
  const dark = scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset['mantineColorScheme'] = dark ? 'dark' : 'light'
  if (vision === 'strong') document.documentElement.dataset['vision'] = 'strong'
  else delete document.documentElement.dataset['vision']
}
