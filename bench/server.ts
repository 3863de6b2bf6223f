import { checkpointKey, seal } from '@school/server'
import { composeApp } from '../apps/server/app.ts'
import { clockWith } from './clock.ts'
import { sayReady } from './child.ts'

// Our server as it runs in production, one process; only the clock and the missing rate limits are the bench's own.
const env = process.env
const composed = await composeApp({
  url: env['BENCH_URL']!, connections: 16, processMetrics: true, clock: clockWith(Number(env['BENCH_LAG'])),
  config: { origins: ['http://bench.test'], production: true, checkReplies: false, rateLimits: false },
})
await composed.app.listen({ port: 0, host: '127.0.0.1' })
if (env['BENCH_ECHO'] === '1') {
  await checkpointKey(env['BENCH_DIR']!)
  composed.worker.start()
  let turn: Promise<unknown> = Promise.resolve()
  setInterval(() => { turn = turn.then(() => seal(composed.kit)).catch(() => {}) }, 1500)
}
sayReady((composed.app.server.address() as { port: number }).port)
