import type { Obstacle } from '@school/server'
import { countRecords } from './store.ts'

/** A lesson with marks or absences is not cancelled: they would stand for a lesson that never was. */
export const obstacles: readonly Obstacle[] = [{ act: 'schedule.lesson.cancel', count: countRecords }]
