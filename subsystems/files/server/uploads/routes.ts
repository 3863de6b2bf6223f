import { Id } from '@school/contract'
import { notFound, Problem, reading, serveOpen, writing, type Open } from '@school/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import * as contract from '../../contract/uploads.ts'
import { findRule } from '../blobs/store.ts'
import type { UploadTable } from '../tables.ts'
import { receive } from './receive.ts'
import { checksumAlgorithms, readChecksum, readCount, readMetadata } from './rules.ts'
import { dropStaged, makeStaged, openStaged, sumAt } from './staging.ts'
import { deleteUpload, findUpload, setReceived } from './store.ts'
import { begin, finish, type Beginning } from './uploads.ts'

const tus = '1.0.0'
const chunkType = 'application/offset+octet-stream'
const isId = new RegExp((Id as unknown as { readonly pattern: string }).pattern)

/** Who is writing to an upload in this process: whoever comes next to it takes the place of a connection that hangs. */
const writers = new Map<string, { readonly body: Readable; readonly done: Promise<void> }>()

export function uploadRoutes(app: FastifyInstance): void {
  app.addContentTypeParser(chunkType, (_request, payload, done) => { done(null, payload) })
  app.options('/api/files/uploads', { config: { access: 'public' } }, async (_request, reply) => {
    const { largest_bytes: largest } = await reading(app.kit, {}, findRule)
    return reply.status(204).headers({ 'tus-resumable': tus, 'tus-version': tus, 'tus-extension': 'creation,termination,expiration,checksum', 'tus-checksum-algorithm': checksumAlgorithms.join(','), 'tus-max-size': largest }).send()
  })
  serveOpen(app, contract.beginUpload, async (_input, open) => {
    speakTus(open)
    const given = readBeginning(open.request)
    const upload = await writing(open.kit, scopeOf(open), (work) => begin(work, given))
    await makeStaged(upload.id)
    if (upload.size === 0) open.reply.header('x-file-id', await complete(open, upload))
    return told(open.reply, upload).status(201).header('location', `/api/files/uploads/${upload.id}`).send({ id: upload.id })
  })
  serveOpen(app, contract.getUpload, async ({ params }, open) => {
    if (open.request.method === 'HEAD') speakTus(open)
    await takePlace(params.uploadId)
    const upload = await ownUpload(open, params.uploadId)
    return told(open.reply, upload).header('upload-length', upload.size).send({ received: upload.received, size: upload.size })
  })
  serveOpen(app, contract.sendChunk, async ({ params }, open) => {
    speakTus(open)
    return sendChunk(open, params.uploadId)
  })
  serveOpen(app, contract.stopUpload, async ({ params }, open) => {
    speakTus(open)
    await takePlace(params.uploadId)
    const upload = await ownUpload(open, params.uploadId)
    await writing(open.kit, scopeOf(open), (work) => deleteUpload(work, upload.id))
    await dropStaged(upload.id)
    return open.reply.status(204).send()
  })
}

const scopeOf = ({ by, request }: Open) => ({ by, requestId: request.id })

function speakTus({ request, reply }: Open): void {
  reply.header('tus-resumable', tus)
  if (request.headers['tus-resumable'] !== tus) { reply.header('tus-version', tus); throw new Problem(412, 'files.tus_version', { version: tus }) }
}

const told = (reply: FastifyReply, upload: UploadTable): FastifyReply =>
  reply.headers({ 'cache-control': 'no-store', 'upload-offset': upload.received, 'upload-expires': upload.expires_at.toUTCString() })

function readBeginning({ headers }: FastifyRequest): Beginning {
  const size = readCount(headers['upload-length'])
  const meta = readMetadata(String(headers['upload-metadata'] ?? ''))
  const [name, folderId, nodeId] = [meta?.get('filename'), meta?.get('folder'), meta?.get('node') ?? null]
  if (size === null || !meta || name === undefined || folderId === undefined || !isId.test(folderId) || (nodeId !== null && !isId.test(nodeId))) throw new Problem(400, 'bad_input', { field: size === null ? 'upload-length' : 'upload-metadata' })
  return { size, name: name.slice(0, 1000), folderId, nodeId, path: (meta.get('path') ?? '').slice(0, 4000) }
}

async function ownUpload(open: Open, id: string): Promise<UploadTable> {
  const upload = await reading(open.kit, scopeOf(open), (read) => findUpload(read, id))
  if (!upload) throw notFound()
  return upload
}

async function takePlace(id: string): Promise<void> {
  const other = writers.get(id)
  if (!other) return
  other.body.destroy(new Error('another connection goes on'))
  await other.done
}

async function sendChunk(open: Open, id: string): Promise<FastifyReply> {
  const { request } = open
  if (request.headers['content-type']?.split(';')[0] !== chunkType) throw new Problem(415, 'unsupported_type')
  await takePlace(id)
  const upload = await ownUpload(open, id)
  if (readCount(request.headers['upload-offset']) !== upload.received) throw new Problem(409, 'files.offset', { received: upload.received })
  const header = request.headers['upload-checksum']
  const checksum = header === undefined ? null : readChecksum(String(header))
  if (header !== undefined && !checksum) throw new Problem(400, 'bad_input', { field: 'upload-checksum' })
  const received = await writeChunk(open, upload, request.body as Readable, checksum)
  if (received === upload.size) {
    const nodeId = await complete(open, { ...upload, received })
    open.reply.header('x-file-id', nodeId)
  }
  return told(open.reply, { ...upload, received }).status(204).send()
}

async function writeChunk(open: Open, upload: UploadTable, body: Readable, checksum: ReturnType<typeof readChecksum>): Promise<number> {
  const { promise: done, resolve } = Promise.withResolvers<void>()
  writers.set(upload.id, { body, done })
  const file = await openStaged(upload.id, upload.received)
  try {
    if (!file) {
      await writing(open.kit, scopeOf(open), (work) => deleteUpload(work, upload.id))
      throw new Problem(410, 'files.upload_lost')
    }
    return await receive(body, {
      id: upload.id, from: upload.received, size: upload.size, checksum, file,
      note: (from, to) => writing(open.kit, scopeOf(open), (work) => setReceived(work, upload.id, from, to)),
    })
  } finally {
    await file?.close()
    writers.delete(upload.id)
    resolve()
  }
}

async function complete(open: Open, upload: UploadTable): Promise<string> {
  const hash = (await sumAt(upload.id, upload.size)).digest('hex')
  const nodeId = await writing(open.kit, scopeOf(open), (work) => finish(work, upload.id, hash), 'an upload')
  await dropStaged(upload.id)
  return nodeId
}
