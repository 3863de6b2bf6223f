import { Agent, request } from 'node:http'

export interface Shot { readonly method: string; readonly path: string; readonly headers: Record<string, string>; readonly body?: string }
export interface Slice { readonly requests: number; readonly seconds: number; readonly latencies: number[]; readonly bytes: number }

/** Fires requests one after another on each of `connections` until the time is up; an unexpected status stops the bench. */
export async function closedLoop(base: URL, connections: number, seconds: number, next: (n: number) => Shot): Promise<Slice> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const latencies: number[] = []
  let bytes = 0
  let n = 0
  const startedAt = performance.now()
  const until = startedAt + seconds * 1000
  const worker = async () => {
    while (performance.now() < until) {
      const shot = next(n++)
      const began = performance.now()
      bytes += await fire(base, agent, shot)
      latencies.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  agent.destroy()
  return { requests: latencies.length, seconds: (performance.now() - startedAt) / 1000, latencies, bytes }
}

/** Sends one request and reads its whole answer; returns the bytes of the body. */
export function fire(base: URL, agent: Agent, shot: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: base.hostname, port: base.port, agent, method: shot.method, path: shot.path, headers: shot.headers }, (answer) => {
      let size = 0
      let text = ''
      answer.on('data', (chunk: Buffer) => { size += chunk.length; if (answer.statusCode !== 200) text += chunk.toString() })
      answer.on('end', () => (answer.statusCode === 200 ? resolve(size) : reject(new Error(`${shot.method} ${shot.path}: ${answer.statusCode} ${text}`))))
    })
    sent.on('error', reject)
    sent.end(shot.body)
  })
}

/** The whole answer to one request on a fresh connection, and how long it took. */
export async function bodyOf(base: URL, shot: Shot): Promise<{ body: string; ms: number }> {
  const began = performance.now()
  const answer = await fetch(new URL(shot.path, base), { method: shot.method, headers: { ...shot.headers, connection: 'close' }, ...(shot.body === undefined ? {} : { body: shot.body }) })
  const body = await answer.text()
  if (answer.status !== 200) throw new Error(`${shot.method} ${shot.path}: ${answer.status} ${body}`)
  return { body, ms: performance.now() - began }
}

/** The value below which `share` of the sorted list lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
