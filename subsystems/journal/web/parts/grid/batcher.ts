/** Gathers what is asked in a short while into one request; a new request leaves only after the last came back. */
export class Batcher<In, Out> {
  readonly #sendAll: (all: readonly In[]) => Promise<readonly Out[]>
  readonly #most: number
  readonly #pause: number
  #waiting: { ask: In; resolve: (answer: Out) => void }[] = []
  #flying = false
  #timer = false

  constructor(sendAll: (all: readonly In[]) => Promise<readonly Out[]>, { most = 200, pause = 25 }: { most?: number; pause?: number } = {}) {
    this.#sendAll = sendAll
    this.#most = most
    this.#pause = pause
  }

  /** The answer to one ask, whichever request carries it. */
  ask(one: In): Promise<Out> {
    return new Promise((resolve) => {
      this.#waiting.push({ ask: one, resolve })
      this.#arm()
    })
  }

  #arm(): void {
    if (this.#flying || this.#timer || this.#waiting.length === 0) return
    this.#timer = true
    setTimeout(() => { this.#timer = false; void this.#fly() }, this.#pause)
  }

  async #fly(): Promise<void> {
    this.#flying = true
    const batch = this.#waiting.splice(0, this.#most)
    const answers = await this.#sendAll(batch.map(({ ask }) => ask))
    batch.forEach(({ resolve }, i) => { const answer = answers[i]; if (answer !== undefined) resolve(answer) })
    this.#flying = false
    this.#arm()
  }
}
