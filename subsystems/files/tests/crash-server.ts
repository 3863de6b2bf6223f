import { composeApp } from '@school/app-server'
import { testOrigin } from '@school/testing'
import { filesIn } from '../server/index.ts'
import { testNow } from '@school/app-server/testing'

/** A server that a test may kill: the database and the folder of files are given, the port is told. */
const [url = '', folder = ''] = process.argv.slice(2)
filesIn(folder, null)
const { app } = await composeApp({ url, connections: 4, clock: () => testNow, config: { origins: [testOrigin], production: false, checkReplies: false, rateLimits: false } })
await app.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`${(app.server.address() as { port: number }).port}\n`)
