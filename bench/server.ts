import { checkpointKey, seal } from '@school/server'
import { configureIdentity, esiaV2 } from '@school/identity/server'
import { composeApp } from '../apps/server/app.ts'
import { clockWith } from './clock.ts'
import { sayReady } from './child.ts'
import { bench, type StandSeen } from './sign-in.ts'

// Our server as it runs in production, one process; only the clock and the missing rate limits are the bench's own.
const env = process.env
const composed = await composeApp({
  url: env['BENCH_URL']!, connections: 16, processMetrics: true, clock: clockWith(Number(env['BENCH_LAG'])),
  config: { origins: ['http://bench.test'], production: true, checkReplies: false, rateLimits: false },
})
if (env['BENCH_ESIA']) {
  const { clock } = composed.kit
  const { host, issuer, algorithm, ...trusted } = JSON.parse(env['BENCH_ESIA']) as StandSeen
  configureIdentity(composed.kit, {
    provider: esiaV2({ host, issuer, clientId: bench.clientId, redirectUri: `${bench.origin}/auth/esia/return`, signer: await bench.keys(env['BENCH_DIR']!, clock()), trusted: [trusted], tokenAlgorithm: algorithm, clock }),
    publicUrl: bench.origin, secureCookies: true,
  })
}
await composed.app.listen({ port: 0, host: '127.0.0.1' })
if (env['BENCH_ECHO'] === '1') {
  await checkpointKey(env['BENCH_DIR']!)
  composed.worker.start()
  let turn: Promise<unknown> = Promise.resolve()
  setInterval(() => { turn = turn.then(() => seal(composed.kit)).catch(() => {}) }, 1500)
}
sayReady((composed.app.server.address() as { port: number }).port)
