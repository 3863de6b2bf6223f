import type { Subsystem } from '@school/server'
import { permissions } from '../contract/permissions.ts'

export const subsystem: Subsystem = {
  name: 'history',
  migrations: new URL('./migrations', import.meta.url).pathname,
  contract: [],
  permissions,
  routes() {},
}
