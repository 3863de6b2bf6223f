import type { Readable } from 'node:stream'

export interface Slice { readonly start: number; /** Inclusive. */ readonly end: number }
export interface Kept { readonly hash: string; readonly size: number; readonly changedAt: Date }

/** Where bytes lie, addressed by their sha256. Keeping the same bytes twice is no error; an adapter for another storage has exactly these acts. */
export interface BlobStore {
  /** Takes over a finished file, which stays where it is: until the act commits it must be possible to try again. */
  keep(hash: string, file: string): Promise<void>
  open(hash: string, slice?: Slice): Readable
  /** The size, or null when there is none. */
  sizeOf(hash: string): Promise<number | null>
  remove(hash: string): Promise<void>
  list(): AsyncIterable<Kept>
}
