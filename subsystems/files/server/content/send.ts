import { Readable } from 'node:stream'
import { Problem, type Read } from '@school/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { freeName, nameKey } from '../nodes/rules.ts'
import { settings } from '../settings.ts'
import { dispositionOf, isHeld, readRange } from './range.ts'
import { listPacked, type ContentRow, type PackedRow } from './store.ts'
import { zipOf, type ZipEntry } from './zip.ts'

/** What no answer of ours may become, whatever its bytes are: a page of our origin. */
const asleep = "default-src 'none'; sandbox"

/** Answers with the bytes of a version: whole or a range, or that the browser has them already. */
export function sendBytes({ headers, method }: FastifyRequest, reply: FastifyReply, row: ContentRow, { inline }: { inline: boolean }): FastifyReply {
  const tag = `"${row.blob}"`
  reply.headers({
    etag: tag, 'accept-ranges': 'bytes', 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff', 'content-disposition': dispositionOf(inline ? 'inline' : 'attachment', row.name),
    ...(inline ? {} : { 'content-security-policy': asleep }),
  }).type(inline ? row.type : 'application/octet-stream')
  if (isHeld(headers['if-none-match'], tag)) return reply.status(304).send()
  const range = headers['if-range'] === undefined || headers['if-range'] === tag ? readRange(headers.range, row.size) : null
  if (range === 'impossible') return reply.status(416).header('content-range', `bytes */${row.size}`).send()
  if (range) reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${row.size}`)
  reply.header('content-length', range ? range.end - range.start + 1 : row.size)
  if (method === 'HEAD') return reply.send(Readable.from([])) // an empty stream leaves the length as it was told
  if (row.size === 0) return reply.send(Buffer.alloc(0))
  return reply.send(settings().blobs.open(row.blob, range ?? undefined))
}

const mostPacked = 50_000

/** Answers with a zip of nodes that were judged before, written while it is read. */
export function sendZip(reply: FastifyReply, rows: readonly PackedRow[], ids: readonly string[], name: string): FastifyReply {
  reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-security-policy': asleep, 'content-disposition': dispositionOf('attachment', `${name}.zip`) }).type('application/zip')
  return reply.send(Readable.from(zipOf(entriesOf(rows, ids))))
}

export async function packedRows(read: Read, ids: readonly string[]): Promise<PackedRow[]> {
  const rows = await listPacked(read, ids, mostPacked + 1)
  if (rows.length > mostPacked) throw new Problem(409, 'files.too_many', { most: mostPacked })
  return rows
}

function* entriesOf(rows: readonly PackedRow[], ids: readonly string[]): Generator<ZipEntry> {
  const names = new Map<string, string>()
  const tops = new Set<string>()
  for (const row of rows) {
    const parent = names.get(row.path.at(-2) ?? '')
    if (parent === undefined && !ids.includes(row.id)) continue
    const name = parent === undefined ? freeName(row.name, tops) : row.name
    if (parent === undefined) tops.add(nameKey(name))
    const path = `${parent ?? ''}${name}${row.kind === 'folder' ? '/' : ''}`
    if (row.kind === 'folder') names.set(row.id, path)
    const { blob } = row
    yield { path, at: row.changed_at, size: row.size, ...(blob === null ? {} : { open: () => settings().blobs.open(blob) }) }
  }
}
