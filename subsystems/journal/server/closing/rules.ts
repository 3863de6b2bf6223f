/** Why somebody may not decide over a request: it is decided, or it is their own. */
export function whyNotDecide({ state, askedBy, by }: { readonly state: string; readonly askedBy: string; readonly by: string }): string | null {
  if (state !== 'asked') return 'journal.unlock_decided'
  return askedBy === by ? 'journal.two_people' : null
}
