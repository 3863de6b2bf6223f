import { useMessages } from '@school/web'
import type { ru } from '../../messages/ru.ts'

/** The words of final marks in the current language. */
export const useFinalWords = () => useMessages<typeof ru>('journal').finals
