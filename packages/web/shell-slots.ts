import { slot } from '@school/contract'

/** The search box of the top bar; without a fill the bar has none. */
export const shellSearch = slot<Record<never, never>>('shell.search')

/** What opens under the bell; without a fill the bell leads to `/notices`. */
export const shellBell = slot<{ close: () => void }>('shell.bell')
