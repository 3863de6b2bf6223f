import { late } from '@school/web'

/** The questions about a work, brought by whoever asks them. */
export const AskVisible = late(async () => (await import('./AskVisible.tsx')).AskVisible)
export const EditCriteria = late(async () => (await import('./EditCriteria.tsx')).EditCriteria)
