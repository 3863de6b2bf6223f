import { route } from '@school/contract'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { WebSocket } from 'ws'
import type { Kit } from '../kit.ts'
import { Problem } from '../problem.ts'
import { identified } from '../http/guard.ts'
import { serveOpen } from '../http/serve.ts'
import { Sockets } from './sockets.ts'

const pollSeconds = 25

/** Where WebSocket is blocked, the same nudges by long polling; an answer without facts means nothing happened meanwhile. */
export const pollLive = route({
  method: 'GET', path: '/api/live/poll', summary: 'Waits up to 25 seconds for the next nudges (fallback of the live socket)', access: 'signedIn', stream: true,
  query: Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 40 })) }),
  reply: Type.Object({ cursor: Type.String(), messages: Type.Array(Type.Unknown()), restarted: Type.Boolean() }),
})

/** Opens `/api/live`: ids of what changed, sent to whoever may look at it. */
export function liveRoutes(app: FastifyInstance, kit: Kit): void {
  const sockets = new Sockets(kit)
  const mailboxes = new Map<string, Mailbox>()
  app.addHook('preClose', async () => { sockets.close(); for (const box of mailboxes.values()) box.close() })

  app.get('/api/live', { websocket: true, config: { access: 'signedIn' } }, async (socket: WebSocket, request) => {
    const { session } = identified(request)
    const early: string[] = []
    socket.on('message', (data) => { early.push(String(data)); if (early.length > 100) socket.close(1008, 'too many messages'); if (early.length > 50) early.length = 0 })
    const alive = setInterval(() => socket.ping(), 30_000)
    const remove = await sockets.add({
      personId: session.personId, sessionId: session.id,
      send: (message) => { if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message)) },
      close: (code, reason) => socket.close(code, reason),
    })
    socket.on('close', () => { clearInterval(alive); remove() })
    if (socket.readyState !== socket.OPEN) { clearInterval(alive); remove(); return }
    socket.send(JSON.stringify({ type: 'ready' }))
  })

  serveOpen(app, pollLive, async ({ query }, { request }) => {
    const { session } = identified(request)
    const known = query.cursor === undefined ? undefined : mailboxes.get(query.cursor)
    if (known && known.personId !== session.personId) throw new Problem(404, 'not_found')
    const box = known ?? (await openMailbox(sockets, mailboxes, session))
    const messages = known ? await box.wait(pollSeconds * 1000) : []
    return { cursor: box.id, messages, restarted: known === undefined }
  })
}

class Mailbox {
  readonly id = crypto.randomUUID()
  readonly personId: string
  #messages: unknown[] = []
  #waiting: (() => void) | undefined
  #expiry: NodeJS.Timeout
  #onClose: () => void = () => {}

  constructor(personId: string) {
    this.personId = personId
    this.#expiry = setTimeout(() => this.close(), 90_000)
    this.#expiry.unref()
  }

  onClose(run: () => void): void { this.#onClose = run }
  push(message: unknown): void { this.#messages.push(message); this.#waiting?.() }

  async wait(ms: number): Promise<unknown[]> {
    this.#expiry.refresh()
    if (this.#messages.length === 0) {
      await new Promise<void>((done) => {
        const timer = setTimeout(done, ms)
        this.#waiting = () => { clearTimeout(timer); done() }
      })
    }
    const taken = this.#messages
    this.#messages = []
    return taken
  }

  close(): void { clearTimeout(this.#expiry); this.#waiting?.(); this.#onClose() }
}

async function openMailbox(sockets: Sockets, mailboxes: Map<string, Mailbox>, session: { personId: string; id: string }): Promise<Mailbox> {
  const box = new Mailbox(session.personId)
  mailboxes.set(box.id, box)
  const remove = await sockets.add({
    personId: session.personId, sessionId: session.id, send: (message) => box.push(message),
    close: (code) => { box.push({ type: code === 4401 ? 'signedOut' : 'gap' }); box.close() },
  })
  box.onClose(() => { remove(); mailboxes.delete(box.id) })
  return box
}

