import { dayText, useMessages } from '@school/web'
import type { ru } from '../../messages/ru.ts'

type Words = typeof ru.finals

/** The words of final marks in the current language. */
export const useFinalWords = (): Words => useMessages<typeof ru>('journal').finals

/** Beside the name of whoever is no longer here: until which day. */
export const leftNote = (t: Words, { to }: { to: string | null }, today: string): string => (to !== null && to < today ? t.until(dayText(to)) : '')
