import { createHash, type Hash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { Problem } from '@school/server'
import type { Checksum } from './rules.ts'
import { rememberSum, sumAt } from './staging.ts'

/** After so many bytes the disk is flushed and the place is noted: what a crash can cost. */
const noteEvery = 16 * 1_048_576

export interface Receiving { readonly id: string; readonly from: number; readonly size: number; readonly checksum: Checksum | null; readonly file: FileHandle; note(from: number, to: number): Promise<boolean> }

/** Writes a chunk while it comes and sums it; tells how far it came. A connection that breaks keeps what arrived, unless a checksum says to keep all or nothing. */
export async function receive(body: Readable, to: Receiving): Promise<number> {
  const chunk = new Chunk(to, await sumAt(to.id, to.from))
  try {
    for await (const bytes of body) await chunk.add(bytes as Buffer)
  } catch (error) {
    if (error instanceof Problem) throw error
    if (to.checksum) return to.from
    await chunk.note()
    return chunk.at // nobody is left to hear it, but whoever goes on finds the place
  }
  chunk.refuseWrongSum()
  await chunk.note()
  return chunk.at
}

class Chunk {
  readonly #to: Receiving
  readonly #sum: Hash
  readonly #own: Hash | null
  #noted: number
  at: number

  constructor(to: Receiving, sum: Hash) {
    this.#to = to
    this.#sum = sum
    this.#own = to.checksum ? createHash(to.checksum.algorithm) : null
    this.#noted = this.at = to.from
  }

  async add(bytes: Buffer): Promise<void> {
    if (this.at + bytes.length > this.#to.size) throw new Problem(413, 'too_large')
    await this.#to.file.write(bytes, 0, bytes.length, this.at)
    this.#sum.update(bytes)
    this.#own?.update(bytes)
    this.at += bytes.length
    if (!this.#own && this.at - this.#noted >= noteEvery) await this.note()
  }

  refuseWrongSum(): void {
    if (this.#own && !this.#own.digest().equals(this.#to.checksum!.value)) throw new Problem(460, 'files.checksum')
  }

  async note(): Promise<void> {
    if (this.at === this.#noted) return
    await this.#to.file.datasync()
    if (!await this.#to.note(this.#noted, this.at)) throw new Problem(409, 'files.offset')
    this.#noted = this.at
    rememberSum(this.#to.id, this.#sum.copy(), this.at)
  }
}
