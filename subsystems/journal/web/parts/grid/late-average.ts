import { late } from '@school/web'

/** The calculation behind an average, brought by whoever opens it. */
export const AverageCard = late(async () => (await import('./AverageCard.tsx')).AverageCard)
