import { useMessages } from '@school/web'
import type { ru } from '../../messages/ru.ts'

/** The words of decisions and debts, in the current language. */
export const usePromotionWords = () => useMessages<typeof ru>('journal').promotion
