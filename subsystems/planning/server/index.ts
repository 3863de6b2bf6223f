import type { Fact, Route } from '@school/contract'
import type { Subsystem } from '@school/server'
import * as contract from '../contract/index.ts'
import { coursePlanRoutes } from './course-plans/routes.ts'
import { courseRoutes } from './courses/routes.ts'
import { curriculumRoutes } from './curricula/routes.ts'
import { loadRoutes } from './load/routes.ts'
import { normRoutes } from './norms/routes.ts'
import { programmeRoutes } from './programmes/routes.ts'
import { yearRoutes } from './year/routes.ts'

export { planningFace, type LessonTopic, type LessonTopics } from './face.ts'

const parts: readonly unknown[] = Object.values(contract)
const isRoute = (one: unknown): one is Route => typeof one === 'object' && one !== null && 'path' in one && 'method' in one
const isFact = (one: unknown): one is Fact => typeof one === 'object' && one !== null && 'payload' in one && 'name' in one

export const subsystem: Subsystem = {
  name: 'planning',
  migrations: new URL('./migrations', import.meta.url).pathname,
  contract: parts.filter(isRoute),
  permissions: contract.permissions,
  facts: parts.filter(isFact),
  routes(app) {
    normRoutes(app)
    curriculumRoutes(app)
    courseRoutes(app)
    loadRoutes(app)
    programmeRoutes(app)
    coursePlanRoutes(app)
    yearRoutes(app)
  },
}
