import { late } from '@school/web'

/** The calculation behind a final mark, brought by whoever opens it. */
export const FinalCard = late(async () => (await import('./FinalCard.tsx')).FinalCard)
