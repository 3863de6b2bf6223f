import { late } from '@school/web'

/** Failed years, brought where a pupil has some. */
export const Debts = late(async () => (await import('./Debts.tsx')).Debts)
