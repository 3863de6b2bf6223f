import { FetProblem } from './fet.ts'

export const FET_LIMIT_BYTES = 24 * 1024 * 1024

/** The text of a file by its byte order mark or its XML declaration; refuses what is too large or not in the encoding it names. */
export function fetText(file: string | Uint8Array): string {
  if (file.length > FET_LIMIT_BYTES) throw new FetProblem('too_large', { details: String(file.length) })
  const text = typeof file === 'string' ? file : decoded(file)
  return text.startsWith('\uFEFF') ? text.slice(1) : text
}

function decoded(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new FetProblem('bad_encoding', { line: 1, details: encoding })
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  return /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)?.[1] ?? 'utf-8'
}
