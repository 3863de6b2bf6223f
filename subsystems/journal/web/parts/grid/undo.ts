/** A step that can be taken back: what several cells held before and after. */
export interface Step<T> { readonly changes: readonly { readonly at: string; readonly before: T; readonly after: T }[] }

/** What was done on this page, to be taken back and done again; a new step forgets what was taken back. */
export class UndoStack<T> {
  #done: Step<T>[] = []
  #undone: Step<T>[] = []
  readonly #most: number

  constructor(most = 200) { this.#most = most }

  get canUndo(): boolean { return this.#done.length > 0 }
  get canRedo(): boolean { return this.#undone.length > 0 }

  add(step: Step<T>): void {
    if (step.changes.length === 0) return
    this.#done = [...this.#done, step].slice(-this.#most)
    this.#undone = []
  }

  /** The values to write in order to take the last step back. */
  undo(): readonly { at: string; value: T }[] {
    const step = this.#done.pop()
    if (!step) return []
    this.#undone.push(step)
    return step.changes.map(({ at, before }) => ({ at, value: before })).reverse()
  }

  /** The values to write in order to do the last taken back step again. */
  redo(): readonly { at: string; value: T }[] {
    const step = this.#undone.pop()
    if (!step) return []
    this.#done.push(step)
    return step.changes.map(({ at, after }) => ({ at, value: after }))
  }
}
