import { useMessages } from '@school/web'
import type { ru } from '../../messages/ru.ts'

/** The words of questions in the current language. */
export const useQuestionWords = () => useMessages<typeof ru>('journal').question
