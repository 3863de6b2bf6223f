import type { Subsystem } from '@school/server'
import { permissions } from '../contract/permissions.ts'

export const subsystem: Subsystem = {
  name: 'schedule',
  migrations: new URL('./migrations', import.meta.url).pathname,
  contract: [],
  permissions,
  routes() {},
}
