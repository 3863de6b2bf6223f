import { useMessages } from '@school/web'
import type { ru } from '../messages/ru.ts'

/** The words of history in the current language. */
export const useT = () => useMessages<typeof ru>('history')
export type Words = ReturnType<typeof useT>

/** An act as people call it; one that nobody named yet is shown by its code. */
export const actionText = (t: Words, action: string) => t.action[action] ?? action

export { ownZone } from '@school/web'
