import type { Route } from '@school/contract'
import type { Subsystem } from '@school/server'
import * as contract from '../contract/index.ts'
import { exportStep } from './exports/exports.ts'
import { exportRoutes } from './exports/routes.ts'
import { reportRoutes } from './make/routes.ts'
import { recordRoutes } from './records/routes.ts'

export { sealWith } from './exports/seal.ts'

const parts: readonly unknown[] = Object.values(contract)
const isRoute = (one: unknown): one is Route => typeof one === 'object' && one !== null && 'path' in one && 'method' in one

export const subsystem: Subsystem = {
  name: 'reports',
  migrations: new URL('./migrations', import.meta.url).pathname,
  contract: parts.filter(isRoute),
  permissions: contract.permissions,
  jobs: [exportStep],
  routes(app) {
    reportRoutes(app)
    exportRoutes(app)
    recordRoutes(app)
  },
}
