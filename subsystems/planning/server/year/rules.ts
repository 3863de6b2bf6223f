import type { YearStep } from '../../contract/year.ts'
import type { YearRow } from './store.ts'

type Gap = YearRow['unset']

/** The steps of a year in their order, each with its state and what is missing. */
export function stepsOf(row: YearRow): YearStep[] {
  const missing = (list: readonly (readonly [string, Gap | boolean])[]) => list.flatMap(([code, gap]): YearStep['missing'] => (typeof gap === 'boolean' ? (gap ? [{ code, count: 1, names: [] }] : []) : gap.count > 0 ? [{ code, count: gap.count, names: gap.names }] : []))
  const step = (key: YearStep['key'], needed: boolean, total: number, gaps: readonly (readonly [string, Gap | boolean])[]): YearStep => {
    const lacks = missing(gaps)
    // what is not there at all leaves nothing done
    const open = gaps.some(([, gap]) => gap === true) ? total : Math.min(total, lacks.reduce((sum, one) => sum + one.count, 0))
    return { key, needed, total, done: total - open, missing: lacks, state: lacks.length === 0 ? 'done' : total - open > 0 ? 'part' : 'todo' }
  }
  const none: Gap = { count: 0, names: [] }
  return [
    step('calendar', true, 1, [['no_year', !row.has_year]]),
    step('classes', true, row.classes + row.unrolled.count, [['no_classes', row.classes === 0], ['unrolled', row.unrolled]]),
    step('bells', true, Math.max(1, row.classes), [['no_bells', row.classes > 0 && row.bells === 0], ['unset', row.classes > 0 && row.bells === 0 ? none : row.unset], ['no_classes', row.classes === 0]]),
    step('plans', true, Math.max(1, row.classes), [['without_plan', row.without_plan], ['drafts', row.drafts], ['no_classes', row.classes === 0]]),
    step('load', true, Math.max(1, row.courses + row.not_made.count), [['no_courses', row.courses === 0], ['not_made', row.not_made], ['without_teacher', row.without_teacher]]),
    step('timetable', true, Math.max(1, row.courses), [['no_timetable', row.timetabled === 0], ['not_placed', row.timetabled === 0 ? none : row.not_placed]]),
    step('lessons', false, Math.max(1, row.planned_courses), [['no_courses', row.courses === 0], ['without_lessons', row.without_lessons]]),
    { key: 'opened', needed: false, total: 1, done: row.opened_at === null ? 0 : 1, missing: [], state: row.opened_at === null ? 'todo' : 'done' },
  ]
}

/** Whether every needed step is done. */
export const isReady = (steps: readonly YearStep[]): boolean => steps.every((one) => !one.needed || one.state === 'done')
