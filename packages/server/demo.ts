import type { CallInput, Reply, Role, Route } from '@school/contract'

/** Someone through whom the demo world and the tests act; always by the public door. */
export interface Caller {
  readonly personId: string | null
  call<R extends Route>(route: R, input: CallInput<R>): Promise<Reply<R>>
}

/** What chapters of the demo world share. */
export interface DemoWorld {
  readonly seed: number
  /** `YYYY-MM-DD`; a school day by construction. */
  readonly today: string
  /** A number in [0, 1), the same for the same seed. */
  random(): number
  as(personId: string, role?: Role): Caller
  visitor(): Caller
  /** Sets the clock that commands see. */
  setNow(at: Date): void
  progress(line: string): void
  /** What earlier chapters leave for later ones, by name. */
  readonly shelf: Map<string, unknown>
  /** Orders a chapter part that may run in the background after the first screens are ready. */
  later(title: string, run: () => Promise<void>): void
}
