import { once } from 'node:events'
import type { Socket } from 'node:net'
import type pg from 'pg'

interface Wire {
  readonly stream: Socket
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(words: string): void
}

const mostWaiting = 1_000_000

/** The data of a `copy … to stdout`, row by row; the server waits when the reader is slow. */
export async function* copyOut(client: pg.Client, sql: string): AsyncGenerator<Buffer> {
  const copying = new CopyingOut(sql)
  client.query(copying as unknown as pg.Submittable)
  yield* copying.rows()
}

class CopyingOut {
  readonly #sql: string
  #waiting: Buffer[] = []
  #bytes = 0
  #ended = false
  #error: Error | null = null
  #wire: Wire | null = null
  #wake: () => void = () => {}

  constructor(sql: string) { this.#sql = sql }

  submit(wire: Wire): void {
    this.#wire = wire
    wire.query(this.#sql)
  }

  async *rows(): AsyncGenerator<Buffer> {
    while (true) {
      const batch = this.#waiting
      this.#waiting = []
      this.#bytes = 0
      yield* batch
      this.#wire?.stream.resume()
      if (this.#waiting.length > 0) continue
      if (this.#error) throw this.#error
      if (this.#ended) return
      await new Promise<void>((resolve) => { this.#wake = resolve })
    }
  }

  // What the driver calls; the names are its own.
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.#waiting.push(Buffer.from(chunk)) // the driver reuses its buffer
    this.#bytes += chunk.length
    if (this.#bytes > mostWaiting) this.#wire?.stream.pause()
    this.#wake()
  }
  handleCommandComplete(): void {}
  handleReadyForQuery(): void { this.#ended = true; this.#wake() }
  handleError(error: Error): void { this.#error = error; this.#wake() }
}

/** Sends data to a `copy … from stdin`; the reader waits when the server is slow. */
export function copyIn(client: pg.Client, sql: string, source: AsyncIterable<Buffer>): Promise<void> {
  return new Promise((resolve, reject) => {
    let failed: Error | null = null
    const feed = async (wire: Wire) => {
      try {
        for await (const chunk of source) {
          if (failed) return
          wire.sendCopyFromChunk(chunk)
          if (wire.stream.writableNeedDrain) await once(wire.stream, 'drain')
        }
        wire.endCopyFrom()
      } catch (error) {
        failed = error as Error
        wire.sendCopyFail('the source ended with an error')
      }
    }
    client.query({
      submit: (wire: Wire) => wire.query(sql),
      handleCopyInResponse: (wire: Wire) => void feed(wire),
      handleCommandComplete: () => {},
      handleReadyForQuery: () => (failed ? reject(failed) : resolve()),
      handleError: (error: Error) => {
        failed ??= error
        reject(failed)
      },
    } as unknown as pg.Submittable)
  })
}
