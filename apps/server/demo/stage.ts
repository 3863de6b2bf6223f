import type { CallInput, Reply, Role, Route } from '@school/contract'
import { addressOf } from '@school/contract'
import { writing } from '@school/server'
import { cookieName, newSecret } from '@school/identity/testing'
import { composeApp, type Composed } from '../app.ts'

const origin = 'http://localhost'

/** The stage of the demo: the whole application without a port, a clock that can be set, and people who act through its routes. */
export class Stage {
  readonly composed: Composed
  readonly #clock: { now: Date }
  readonly #cookies = new Map<string, string>()
  private constructor(composed: Composed, clock: { now: Date }) {
    this.composed = composed
    this.#clock = clock
  }

  static async open(url: string, now: Date): Promise<Stage> {
    const clock = { now }
    const composed = await composeApp({ url, connections: 8, clock: () => clock.now, config: { origins: [origin], production: false, checkReplies: false, rateLimits: false } })
    return new Stage(composed, clock)
  }

  get now(): Date { return this.#clock.now }
  setNow(at: Date): void { this.#clock.now = at }
  close(): Promise<void> { return this.composed.close() }

  /** Someone who acts through the routes, signed in with a signature. */
  async as(personId: string, role?: Role) {
    const cookie = this.#cookies.get(personId) ?? await this.#signIn(personId)
    const raw = (method: string, url: string, body: unknown, headers: Record<string, string> = {}) => this.composed.app.inject({
      method: method as 'GET', url, headers: { origin, cookie, ...(role ? { 'x-role': role } : {}), ...headers }, ...(body === undefined ? {} : { payload: body as object }),
    })
    return {
      raw,
      async call<R extends Route>(route: R, input: CallInput<R>): Promise<Reply<R>> {
        const answer = await raw(route.method, addressOf(route, input as never), (input as { body?: unknown }).body)
        if (answer.statusCode !== 200) throw new Error(`demo: ${route.method} ${route.path}: ${answer.statusCode} ${answer.body.slice(0, 400)}`)
        return answer.json() as Reply<R>
      },
      /** Uploads one file as a browser form does. */
      async upload<R extends Route>(route: R, params: Record<string, string>, name: string, bytes: Uint8Array | string): Promise<Reply<R>> {
        const edge = 'demo-form-edge'
        const body = Buffer.concat([Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`), Buffer.from(bytes), Buffer.from(`\r\n--${edge}--\r\n`)])
        const answer = await raw(route.method, addressOf(route, { params }), body, { 'content-type': `multipart/form-data; boundary=${edge}` })
        if (answer.statusCode !== 200) throw new Error(`demo: ${route.path}: ${answer.statusCode} ${answer.body.slice(0, 400)}`)
        return answer.json() as Reply<R>
      },
    }
  }

  async #signIn(personId: string): Promise<string> {
    const { secret, hash } = newSecret()
    const now = this.now
    await writing(this.composed.kit, {}, (work) => work.rows(
      `insert into identity.session (id, person_id, acr, amr, created_at, last_seen_at, idle_minutes, ends_at, device) values ($1, $2, 'ukep', 'DEMO', $3, $3, 100000, $4, 'demo')`, [hash, personId, now, new Date(now.getTime() + 200 * 86_400_000)]))
    const cookie = `${cookieName}=${secret}`
    this.#cookies.set(personId, cookie)
    return cookie
  }

  /** The sessions of the stage end with it: nobody finds them in a profile. */
  async forgetSessions(): Promise<void> {
    await writing(this.composed.kit, {}, (work) => work.rows(`delete from identity.session where amr = 'DEMO'`, []))
  }
}
