import { useMessages } from '@school/web'
import type { ru } from '../../messages/ru.ts'

/** The words of who is not at school, in the current language. */
export const useT = () => useMessages<typeof ru>('journal').attendance
