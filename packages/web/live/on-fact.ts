import type { Fact, PayloadOf } from '@school/contract'
import type { QueryKey } from '@tanstack/react-query'

/** What a fact makes stale in this browser. */
export interface LiveRule { readonly fact: string; keys(payload: unknown): readonly QueryKey[] }

/** When the fact is heard, the queries under these keys are asked again. */
export const onFact = <F extends Fact>(fact: F, keys: (payload: PayloadOf<F>) => readonly QueryKey[]): LiveRule => ({ fact: fact.name, keys: keys as LiveRule['keys'] })
