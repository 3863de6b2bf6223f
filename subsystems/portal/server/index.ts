import type { Fact, Route } from '@school/contract'
import type { Subsystem } from '@school/server'
import * as contract from '../contract/index.ts'
import { readerAddresses } from './live.ts'
import { announceDue } from './news.ts'
import { portalRoutes } from './routes.ts'

const parts: readonly unknown[] = Object.values(contract)
const isRoute = (one: unknown): one is Route => typeof one === 'object' && one !== null && 'path' in one && 'method' in one
const isFact = (one: unknown): one is Fact => typeof one === 'object' && one !== null && 'payload' in one && 'name' in one

export const subsystem: Subsystem = {
  name: 'portal',
  migrations: new URL('./migrations', import.meta.url).pathname,
  contract: parts.filter(isRoute),
  permissions: contract.permissions,
  facts: parts.filter(isFact),
  jobs: [announceDue],
  routes: portalRoutes,
  addresses: readerAddresses,
}
