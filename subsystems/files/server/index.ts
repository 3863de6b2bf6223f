import type { Fact, Route } from '@school/contract'
import type { Subsystem } from '@school/server'
import * as contract from '../contract/index.ts'
import { contentRoutes } from './content/routes.ts'
import { adopt, sweep } from './jobs.ts'
import { handOverLater, listeners } from './listeners.ts'
import { followedAddresses } from './live.ts'
import { nodeRoutes } from './nodes/routes.ts'
import { shareRoutes } from './shares/routes.ts'
import { uploadRoutes } from './uploads/routes.ts'

export { filesIn } from './settings.ts'
export { checkFiles } from './blobs/check.ts'

const parts: readonly unknown[] = Object.values(contract)
const isRoute = (one: unknown): one is Route => typeof one === 'object' && one !== null && 'path' in one && 'method' in one
const isFact = (one: unknown): one is Fact => typeof one === 'object' && one !== null && 'payload' in one && 'name' in one

export const subsystem: Subsystem = {
  name: 'files',
  migrations: new URL('./migrations', import.meta.url).pathname,
  contract: parts.filter(isRoute),
  permissions: contract.permissions,
  facts: parts.filter(isFact),
  listeners,
  jobs: [sweep, adopt, handOverLater],
  routes(app) {
    nodeRoutes(app)
    uploadRoutes(app)
    contentRoutes(app)
    shareRoutes(app)
  },
  addresses: followedAddresses,
}
