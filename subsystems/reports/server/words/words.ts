import { en } from './en-words.ts'
import { ru } from './ru-words.ts'

export type Language = 'ru' | 'en'
export type Words = typeof ru

/** The words of a language; reports are Russian where nobody asks otherwise. */
export const wordsIn = (language: Language | undefined): Words => (language === 'en' ? en : ru)

export const fullName = (one: { last_name: string; first_name: string; middle_name: string | null }): string => [one.last_name, one.first_name, one.middle_name].filter(Boolean).join(' ')
