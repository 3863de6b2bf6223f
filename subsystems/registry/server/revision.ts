import { Problem } from '@school/server'

/** Refuses a change that was based on another revision than the one kept; null stands for "there was none". */
export function sameRevision(now: { readonly revision: number } | null | undefined, basedOn: number | null): void {
  if ((now?.revision ?? null) !== basedOn) throw new Problem(409, 'registry.changed_meanwhile', { revision: now?.revision ?? null })
}
