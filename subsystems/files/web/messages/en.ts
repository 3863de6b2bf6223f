import type { ru } from './ru.ts'

export const en: typeof ru = {}
