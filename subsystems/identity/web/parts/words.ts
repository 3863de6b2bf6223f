import { useMessages } from '@school/web'
import type { ru } from '../messages/ru.ts'

/** The words of identity in the current language. */
export const useT = () => useMessages<typeof ru>('identity')

/** Госуслуги, the ministry and this product speak Moscow time where no school is named. */
export const moscow = 'Europe/Moscow'
