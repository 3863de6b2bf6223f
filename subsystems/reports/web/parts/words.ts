import { useMessages } from '@school/web'
import type { ru } from '../messages/ru.ts'

/** The words of reports in the current language. */
export const useT = () => useMessages<typeof ru>('reports')
