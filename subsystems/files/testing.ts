import { newId } from '@school/contract'
import type { TestCaller } from '@school/testing'
import { putFolder } from './contract/index.ts'

const tus = { 'tus-resumable': '1.0.0' }
const b64 = (text: string) => Buffer.from(text).toString('base64')

export interface Sent { readonly name: string; readonly folderId: string; readonly bytes: Uint8Array | string; readonly path?: string; readonly nodeId?: string }

/** Begins an upload; the raw answer with its address. */
export function beginUploadBy(by: Pick<TestCaller, 'raw'>, { name, folderId, bytes, path, nodeId }: Sent) {
  const meta = { filename: name, folder: folderId, ...(path ? { path } : {}), ...(nodeId ? { node: nodeId } : {}) }
  return by.raw('POST', '/api/files/uploads', undefined, { ...tus, 'upload-length': String(Buffer.from(bytes as string).length), 'upload-metadata': Object.entries(meta).map(([key, value]) => `${key} ${b64(value)}`).join(',') })
}

/** Sends the next bytes of an upload. */
export const sendBytesBy = (by: Pick<TestCaller, 'raw'>, address: string, offset: number, bytes: Buffer, headers: Record<string, string> = {}) =>
  by.raw('PATCH', address, bytes, { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset), ...headers })

/** A file sent whole; the id of the file. */
export async function aFile(by: Pick<TestCaller, 'raw'>, sent: Sent): Promise<string> {
  const begun = await beginUploadBy(by, sent)
  if (begun.statusCode !== 201) throw new Error(`${begun.statusCode} ${begun.body}`)
  const bytes = Buffer.from(sent.bytes as string)
  if (bytes.length === 0) return String(begun.headers['x-file-id'])
  const answer = await sendBytesBy(by, String(begun.headers['location']), 0, bytes)
  if (answer.statusCode !== 204) throw new Error(`${answer.statusCode} ${answer.body}`)
  return String(answer.headers['x-file-id'])
}

/** A folder made in another. */
export async function aFolder(by: Pick<TestCaller, 'call'>, parentId: string, name: string): Promise<string> {
  const id = newId()
  await by.call(putFolder, { params: { folderId: id }, body: { parentId, name } })
  return id
}
