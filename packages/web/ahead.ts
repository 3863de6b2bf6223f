import type { QueryKey } from '@tanstack/react-query'
import type { Acting, Me } from './me.ts'

/** Where a page or a part is about to be drawn. */
export interface AheadOf { readonly me: Me; readonly acting: Acting; readonly params: Readonly<Record<string, string>>; readonly query: URLSearchParams; isFilled(slot: { readonly name: string }): boolean }

/** What a page or a part will ask for first. The module exports it as `ahead`: on a slow processor drawing takes a quarter of a second, in which the answer is already on its way. */
export type Ahead = (of: AheadOf) => ReadonlyArray<{ readonly queryKey: QueryKey }>
