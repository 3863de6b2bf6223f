import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { askUnlock, decideUnlock, endUnlock, getClosingBoard, getClosingChecklist, listUnlocks, putClosing } from '../../contract/index.ts'
import { askableUnlock, checkableClass } from './access.ts'
import { checklistOf, closingBoard, putClosingOf } from './closing.ts'
import { askUnlockOf, decideUnlockOf, endUnlockOf, unlocksOf } from './unlocks.ts'

export function closingRoutes(app: FastifyInstance): void {
  serve(app, getClosingBoard, (read, { query }) => closingBoard(read, query.scope))
  serve(app, getClosingChecklist, async (read, { params }) => checklistOf(read, await checkableClass(read, params.classId, params.scopeId)))
  serve(app, putClosing, (work, { params, body }) => putClosingOf(work, params.scopeId, body))
  serve(app, listUnlocks, (read, { query }) => unlocksOf(read, query.page ?? 1))
  serve(app, askUnlock, async (work, { params, body }) => askUnlockOf(work, await askableUnlock(work, body.classId, body.courseId, body.scopeId), params.unlockId, body))
  serve(app, decideUnlock, (work, { params, body }) => decideUnlockOf(work, params.unlockId, body))
  serve(app, endUnlock, (work, { params }) => endUnlockOf(work, params.unlockId))
}
