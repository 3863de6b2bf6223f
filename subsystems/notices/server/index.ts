import type { Subsystem } from '@school/server'
import { permissions } from '../contract/permissions.ts'

export const subsystem: Subsystem = {
  name: 'notices',
  migrations: new URL('./migrations', import.meta.url).pathname,
  contract: [],
  permissions,
  routes() {},
}
