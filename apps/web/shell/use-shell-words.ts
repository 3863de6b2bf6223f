import { useLanguage } from '@school/web'
import { en, ru } from './words.ts'

/** The shell's own words; they come with the first load. */
export const useShellWords = (): typeof ru => useLanguage() === 'ru' ? ru : en
