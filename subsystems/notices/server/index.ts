import type { Fact, Route } from '@school/contract'
import { timedJob, type Subsystem } from '@school/server'
import * as contract from '../contract/index.ts'
import { listeners, listenersOf } from './listeners.ts'
import { pushRoutes } from './push/routes.ts'
import { sendPushes, sweepPushes } from './push/push.ts'
import { noticeRoutes } from './routes.ts'
import { dropOlderThan } from './store.ts'

const parts: readonly unknown[] = Object.values(contract)
const isRoute = (one: unknown): one is Route => typeof one === 'object' && one !== null && 'path' in one && 'method' in one
const isFact = (one: unknown): one is Fact => typeof one === 'object' && one !== null && 'payload' in one && 'name' in one
const keptDays = 180

export { pushWith } from './push/settings.ts'
export { keptSender } from './push/vapid.ts'

export const subsystem: Subsystem = {
  name: 'notices',
  migrations: new URL('./migrations', import.meta.url).pathname,
  contract: parts.filter(isRoute),
  permissions: contract.permissions,
  facts: parts.filter(isFact),
  listeners,
  listenersOf,
  jobs: [sendPushes, sweepPushes, timedJob('notices.forget', 24 * 3600, async (work) => { await dropOlderThan(work, new Date(work.now.getTime() - keptDays * 86_400_000)) })],
  routes(app) {
    noticeRoutes(app)
    pushRoutes(app)
  },
}
