import { useMessages } from '@school/web'
import type { ru } from '../messages/ru.ts'

/** The words of files in the current language. */
export const useT = () => useMessages<typeof ru>('files')

export { ownZone } from '@school/web'
