import { useMessages } from '@school/web'
import type { ru } from '../messages/ru.ts'

/** The words of the portal in the current language. */
export const useT = () => useMessages<typeof ru>('portal')

/** A sentence begins with a capital. */
export const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`

export { ownZone } from '@school/web'
