import { late } from '@school/web'

/** The two steps of writing a decision, brought by whoever opens them. */
export const CouncilDialog = late(async () => (await import('./CouncilDialog.tsx')).CouncilDialog)
