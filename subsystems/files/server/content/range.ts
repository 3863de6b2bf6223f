import type { Slice } from '../blobs/blob-store.ts'

/** What a Range header asks of so many bytes: a slice, everything (null), or nothing that exists. Several ranges at once are answered with everything. */
export function readRange(header: string | undefined, size: number): Slice | null | 'impossible' {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (from === '' && to === '') return null
  if (from === '') return Number(to) === 0 || size === 0 ? 'impossible' : { start: Math.max(0, size - Number(to)), end: size - 1 }
  const start = Number(from)
  if (start >= size) return 'impossible'
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return end < start ? null : { start, end }
}

/** How a file is saved under its name: in ASCII for old programs, and as it is. */
export function dispositionOf(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["\\%]/g, '_')
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`
}

/** Whether a tag of ours is among those a browser holds. */
export const isHeld = (header: string | undefined, tag: string): boolean => header !== undefined && header.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)
