import { resolve } from 'node:path'
import { verifyAudit } from '@school/server'
import { composeApp } from '../apps/server/app.ts'
import { readConfig } from '../apps/server/config.ts'
import { root } from './files.ts'
import { ownerDatabase } from './owner.ts'

const { dataDir } = readConfig(process.env)
const { url, stop } = await ownerDatabase()
const composed = await composeApp({ url, connections: 2, config: { origins: [], production: false, checkReplies: false, rateLimits: false } })
const { entries, chains, unsealed, checkpoints, keys, faults } = await verifyAudit(composed.kit, resolve(root, dataDir))
await composed.close()
await stop()
for (const fault of faults) console.log(`FAULT  ${fault}`)
console.log(`${entries} entries in ${chains} chains, ${unsealed} not sealed yet, ${checkpoints} checkpoints signed with ${keys} ${keys === 1 ? 'key' : 'keys'}, ${faults.length} faults`)
process.exit(faults.length === 0 ? 0 : 1)
