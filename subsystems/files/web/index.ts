import type { WebSubsystem } from '@school/web'
import { en } from './messages/en.ts'
import { ru } from './messages/ru.ts'

export const web: WebSubsystem = { name: 'files', messages: { ru, en }, pages: [] }
