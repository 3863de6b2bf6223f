import { useOwnWords } from '@school/web'
import { en } from '../../messages/promotion.en.ts'
import { ru } from '../../messages/promotion.ru.ts'

/** The words of decisions and debts; they come with the pages that show them. */
export const usePromotionWords = () => useOwnWords({ ru, en })
