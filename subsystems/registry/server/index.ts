import type { Fact, Route } from '@school/contract'
import type { Subsystem } from '@school/server'
import * as contract from '../contract/index.ts'
import { classRoutes } from './classes/routes.ts'
import { groupRoutes } from './classes/group-routes.ts'
import { enrolmentRoutes } from './enrolment/routes.ts'
import { guardianRoutes } from './guardians/routes.ts'
import { listAddresses } from './live/store.ts'
import { mergeRoutes } from './merging/routes.ts'
import { listRecords } from './merging/store.ts'
import { peopleRoutes } from './people/routes.ts'
import { placeRoutes } from './places/routes.ts'
import { regionRoutes } from './regions/routes.ts'
import { schoolRoutes } from './schools/routes.ts'
import { staffRoutes } from './staff/routes.ts'

export { registryFace } from './face.ts'
export { knownTimeZone, dayIn, dayBefore, schoolYearOf } from './time-zone.ts'

const parts: readonly unknown[] = Object.values(contract)
const isRoute = (one: unknown): one is Route => typeof one === 'object' && one !== null && 'path' in one && 'method' in one
const isFact = (one: unknown): one is Fact => typeof one === 'object' && one !== null && 'payload' in one && 'name' in one

export const subsystem: Subsystem = {
  name: 'registry',
  migrations: new URL('./migrations', import.meta.url).pathname,
  contract: parts.filter(isRoute),
  permissions: contract.permissions,
  facts: parts.filter(isFact),
  routes(app) {
    regionRoutes(app)
    schoolRoutes(app)
    peopleRoutes(app)
    mergeRoutes(app)
    staffRoutes(app)
    enrolmentRoutes(app)
    guardianRoutes(app)
    classRoutes(app)
    groupRoutes(app)
    placeRoutes(app)
  },
  addresses: listAddresses,
  otherRecords: async (read, personId) => (await listRecords(read, personId)).slice(1),
}
