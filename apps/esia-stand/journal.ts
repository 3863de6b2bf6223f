export interface JournalEntry {
  readonly at: string
  readonly what: string
  readonly client?: string
  readonly oid?: string
  /** `ESIA-00NNNN` of a refusal. */
  readonly code?: string
  readonly detail?: string
}

const longest = 500

/** What happened at the stand lately. No tokens, codes or signatures are written into it. */
export class Journal {
  #entries: JournalEntry[] = []
  #clock: () => Date

  constructor(clock: () => Date) {
    this.#clock = clock
  }

  note(what: string, facts: Omit<JournalEntry, 'at' | 'what'> = {}) {
    this.#entries.push({ at: this.#clock().toISOString(), what, ...facts })
    if (this.#entries.length > longest) this.#entries.shift()
  }

  list(): readonly JournalEntry[] {
    return this.#entries
  }
}
