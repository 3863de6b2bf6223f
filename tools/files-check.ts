import { resolve } from 'node:path'
import { checkFiles } from '@school/files/server'
import { composeApp } from '../apps/server/app.ts'
import { readConfig } from '../apps/server/config.ts'
import { connectFiles } from '../apps/server/files.ts'
import { root } from './files.ts'
import { readOptions } from './options.ts'
import { ownerDatabase } from './owner.ts'

const usage = 'npm run files-check -- [--share 0.1]'
const { share = '1' } = readOptions(usage, [], ['share'])
if (!(Number(share) >= 0 && Number(share) <= 1)) { console.error(`--share is from 0 to 1\n${usage}`); process.exit(2) }
const config = readConfig(process.env)
connectFiles({ ...config, dataDir: resolve(root, config.dataDir) })
const { url, stop } = await ownerDatabase()
const composed = await composeApp({ url, connections: 2, config: { origins: [], production: false, checkReplies: false, rateLimits: false } })
const { blobs, hashed, stray, faults } = await checkFiles(composed.kit, Number(share))
await composed.close()
await stop()
for (const fault of faults) console.log(`FAULT  ${fault}`)
console.log(`${blobs} blobs, the bytes of ${hashed} read and summed again, ${stray} stray, ${faults.length} faults`)
process.exit(faults.length === 0 ? 0 : 1)
