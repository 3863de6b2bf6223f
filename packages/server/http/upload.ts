import { Problem } from '../problem.ts'
import type { Open } from './serve.ts'

/** The one file of a multipart request; `missing` is the code told when there is none. */
export async function fileOf({ request }: Pick<Open, 'request'>, missing: string): Promise<{ name: string; bytes: Uint8Array }> {
  if (!request.isMultipart()) throw new Problem(415, 'unsupported_type')
  const file = await request.file()
  if (!file) throw new Problem(400, missing, { field: 'file' })
  const bytes = await file.toBuffer().catch(() => { throw new Problem(413, 'too_large') })
  if (bytes.length === 0) throw new Problem(400, missing, { field: 'file' })
  return { name: file.filename.replace(/[^\p{L}\p{N} ._()-]/gu, '').slice(0, 120) || 'file', bytes }
}
