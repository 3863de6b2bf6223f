import { useMessages } from '@school/web'
import type { ru } from '../../messages/ru.ts'

/** The words of homework that is handed in. */
export const useT = () => useMessages<typeof ru>('journal').answers
