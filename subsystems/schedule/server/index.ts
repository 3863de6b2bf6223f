import type { Fact, Route } from '@school/contract'
import type { Subsystem, Work } from '@school/server'
import * as contract from '../contract/index.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { openYear, settleClasses } from './calendar/calendar.ts'
import { forgetImports, forgetImportsDaily } from './imports/forget.ts'
import { importRoutes } from './imports/routes.ts'
import { followSoon, keepLessons, keepLessonsAhead, makeLessons } from './lessons/make.ts'
import { slotsOf } from './lessons/slots.ts'
import { lessonRoutes } from './lessons/routes.ts'
import { listeners } from './listeners.ts'
import { setCourseHours, setLastDay, writeCourse } from './load/load.ts'
import { loadRoutes } from './load/routes.ts'
import { exportRoutes } from './oneroster/routes.ts'
import { boardRoutes } from './timetable/board-routes.ts'
import { feedRoutes } from './feed/routes.ts'
import { notices } from './notices.ts'
import { substitutionRoutes } from './substitutions/routes.ts'
import { timetableRoutes } from './timetable/routes.ts'

/** What rooms above may ask; they pass their own `work` and have judged the right to it. */
export const scheduleFace = {
  openYear, settleClasses, makeLessons,
  /** Many courses at once: lessons follow when `followSoon` is ordered at the end. */
  putCourse: writeCourse, setCourseHours, closeCourse: (work: Work, id: string, lastDay: string) => setLastDay(work, id, lastDay, null), followSoon,
  /** Every hour of courses in a year: lessons as they are, then what the timetable promises. */
  slotsOf,
} as const

const parts: readonly unknown[] = Object.values(contract)
const isRoute = (one: unknown): one is Route => typeof one === 'object' && one !== null && 'path' in one && 'method' in one
const isFact = (one: unknown): one is Fact => typeof one === 'object' && one !== null && 'payload' in one && 'name' in one

export const subsystem: Subsystem = {
  name: 'schedule',
  migrations: new URL('./migrations', import.meta.url).pathname,
  contract: parts.filter(isRoute),
  permissions: contract.permissions,
  facts: parts.filter(isFact),
  listeners,
  notices,
  jobs: [keepLessons, keepLessonsAhead, forgetImports, forgetImportsDaily],
  routes(app) {
    calendarRoutes(app)
    loadRoutes(app)
    timetableRoutes(app)
    boardRoutes(app)
    lessonRoutes(app)
    importRoutes(app)
    exportRoutes(app)
    substitutionRoutes(app)
    feedRoutes(app)
  },
}
