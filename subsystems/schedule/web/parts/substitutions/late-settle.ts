import { late } from '@school/web'

/** Who may take a lesson without a teacher, brought by whoever opens the lesson. */
export const Settle = late(async () => (await import('./Settle.tsx')).Settle)
