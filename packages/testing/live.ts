import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { testOrigin } from './caller.ts'

export interface LiveStream {
  /** The next message of the socket; fails after `ms` without one. */
  next(ms?: number): Promise<{ type: string; facts?: { name: string; payload: unknown }[]; lost?: string[] }>
  /** Waits until a fact of this name is heard; others, such as notices on their way, are passed over. */
  hears(name: string, ms?: number): Promise<void>
  close(): void
}

/** Opens the live socket of a person over a real port. */
export async function openLive(app: FastifyInstance, cookie: string): Promise<LiveStream> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const { WebSocket } = await import('ws')
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/live`, { headers: { cookie, origin: testOrigin } })
  const waiting: ((message: unknown) => void)[] = []
  const ready: unknown[] = []
  const take = (message: unknown) => { const next = waiting.shift(); if (next) next(message); else ready.push(message) }
  socket.on('message', (data) => take(JSON.parse(String(data))))
  socket.on('close', (code) => take({ type: 'closed', code }))
  const stream: LiveStream = {
    next: (ms = 3000) => ready.length > 0 ? Promise.resolve(ready.shift() as never) : new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`nothing was heard for ${ms} ms`)), ms)
      waiting.push((message) => { clearTimeout(timer); resolve(message as never) })
    }),
    async hears(name, ms = 3000) {
      for (;;) if ((await stream.next(ms)).facts?.some((one) => one.name === name)) return
    },
    close: () => socket.terminate(),
  }
  await new Promise<void>((resolve, reject) => { socket.on('error', reject); socket.on('unexpected-response', (_request, response) => reject(new Error(`refused: ${response.statusCode}`))); socket.on('open', () => resolve()) })
  const first = await stream.next()
  if (first.type !== 'ready') throw new Error(`expected ready, heard ${JSON.stringify(first)}`)
  return stream
}
