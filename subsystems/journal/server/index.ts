import type { Fact, Route } from '@school/contract'
import type { Subsystem } from '@school/server'
import * as contract from '../contract/index.ts'
import { answerRoutes } from './answers/routes.ts'
import { attendanceRoutes } from './attendance/routes.ts'
import { averageRoutes } from './averages/routes.ts'
import { closingRoutes } from './closing/routes.ts'
import { dayRoutes } from './day/routes.ts'
import { lookForOverdue, turnOverdue } from './desks/overdue.ts'
import { deskRoutes } from './desks/routes.ts'
import { diaryRoutes } from './diary/routes.ts'
import { finalRoutes } from './finals/routes.ts'
import { homeworkRoutes } from './homework/routes.ts'
import { lessonRoutes } from './lessons/routes.ts'
import { obstacles } from './lessons/obstacles.ts'
import { listeners } from './listeners.ts'
import { listAddresses } from './live/store.ts'
import { markRoutes } from './marks/routes.ts'
import { notices } from './notices/notices.ts'
import { pageRoutes } from './pages/routes.ts'
import { promotionRoutes } from './promotion/routes.ts'
import { questionRoutes } from './questions/routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { showWork } from './works/show.ts'
import { workRoutes } from './works/routes.ts'

export { journalFace } from './face.ts'

const parts: readonly unknown[] = Object.values(contract)
const isRoute = (one: unknown): one is Route => typeof one === 'object' && one !== null && 'path' in one && 'method' in one
const isFact = (one: unknown): one is Fact => typeof one === 'object' && one !== null && 'payload' in one && 'name' in one

export const subsystem: Subsystem = {
  name: 'journal',
  migrations: new URL('./migrations', import.meta.url).pathname,
  contract: parts.filter(isRoute),
  permissions: contract.permissions,
  facts: parts.filter(isFact),
  listeners,
  notices,
  jobs: [turnOverdue, lookForOverdue, showWork],
  obstacles,
  routes(app) {
    pageRoutes(app)
    lessonRoutes(app)
    markRoutes(app)
    attendanceRoutes(app)
    workRoutes(app)
    homeworkRoutes(app)
    answerRoutes(app)
    averageRoutes(app)
    finalRoutes(app)
    closingRoutes(app)
    deskRoutes(app)
    diaryRoutes(app)
    dayRoutes(app)
    promotionRoutes(app)
    questionRoutes(app)
    settingsRoutes(app)
  },
  addresses: listAddresses,
}
