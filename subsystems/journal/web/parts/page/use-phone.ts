import { useSyncExternalStore } from 'react'

const phone = '(max-width: 640px)'
const watch = (changed: () => void) => {
  const query = matchMedia(phone)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** True on a screen as narrow as a phone. */
export const usePhone = () => useSyncExternalStore(watch, () => matchMedia(phone).matches, () => false)
