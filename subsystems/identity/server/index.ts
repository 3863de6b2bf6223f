import type { Subsystem } from '@school/server'
import { permissions } from '../contract/permissions.ts'
import { Sessions } from './sessions/identify.ts'

const sessions = new Sessions()

export const subsystem: Subsystem = {
  name: 'identity',
  migrations: new URL('./migrations', import.meta.url).pathname,
  contract: [],
  permissions,
  routes() {},
  identify: (kit, request) => sessions.identify(kit, request),
  ready: (kit) => sessions.watch(kit),
}
