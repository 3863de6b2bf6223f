import { addresses } from '@school/contract'
import { notFound, Problem, type Read, type Work } from '@school/server'
import { closingChanged, type ClosingBoard, type ClosingChecklist, type ClosingState } from '../../contract/index.ts'
import { kindOf } from '../access.ts'
import { periodOn } from '../pages/page.ts'
import { closableClasses, seesClosing, type CheckableClass } from './access.ts'
import { findSchemes, listBoard, listLacking, saveClosings, type BoardRow, type SchemeRow } from './store.ts'

/** The classes of one scheme with where each stands in a scope; without one, the period that has begun last in the scheme of most classes. */
export async function closingBoard(read: Read, asked: string | undefined): Promise<ClosingBoard> {
  if (!seesClosing(read)) throw notFound()
  const { today, schemes, asked: waiting } = await findSchemes(read)
  const list = schemes ?? []
  const found = asked === undefined ? firstScope(list, today) : scopeIn(list, asked)
  if (asked !== undefined && !found) throw notFound()
  const rows = found ? await listBoard(read, found.schemeId, found.scopeId, found.from, found.to, today, yearOf(found.from)) : []
  return {
    today, schemes: list.map(({ id, grades, periods }) => ({ id, grades: grades ?? [], periods })), schemeId: found?.schemeId ?? null, scopeId: found?.scopeId ?? null, classes: rows.map((row) => presentClass(row, found!.scopeId)), unlocksAsked: waiting,
    can: { close: kindOf(read) === 'office' },
  }
}

const yearOf = (day: string) => Number(day.slice(0, 4)) - (day.slice(5, 7) < '07' ? 1 : 0)

interface Scope { readonly schemeId: string; readonly scopeId: string; readonly from: string; readonly to: string }
type Schemes = NonNullable<SchemeRow['schemes']>

/** In the first days of a period the one before it is what people are closing. */
function firstScope(schemes: Schemes, today: string): Scope | null {
  const scheme = schemes[0]
  if (!scheme) return null
  const now = periodOn(scheme.periods, today)
  const before = scheme.periods.findLast((one) => one.ends < today)
  const shown = now && before && Date.parse(today) - Date.parse(now.starts) < 15 * 86_400_000 && today <= now.ends ? before : now
  return shown ? { schemeId: scheme.id, scopeId: shown.id, from: shown.starts, to: shown.ends } : null
}

function scopeIn(schemes: Schemes, id: string): Scope | null {
  for (const scheme of schemes) {
    const period = scheme.periods.find((one) => one.id === id)
    if (period) return { schemeId: scheme.id, scopeId: id, from: period.starts, to: period.ends }
    if (scheme.id === id) return { schemeId: id, scopeId: id, from: scheme.periods[0]!.starts, to: scheme.periods.at(-1)!.ends }
  }
  return null
}

const presentClass = (row: BoardRow, scopeId: string): ClosingBoard['classes'][number] => ({
  classId: row.class_id, name: row.name, grade: row.grade, homeroom: row.homeroom, scopeId, state: row.state ?? 'OPEN', due: row.due, revision: row.revision,
  lack: { unfilled: row.unfilled, withoutMark: row.places - row.put, notAttested: row.not_attested }, putMarks: row.put, places: row.places,
})

/** What a class lacks, page by page. */
export async function checklistOf(read: Read, of: CheckableClass): Promise<ClosingChecklist> {
  const rows = await listLacking(read, of.class_id, of.scope_id, of.starts, of.ends, of.today, of.whole_year)
  const page = (row: (typeof rows)[number]) => ({ courseId: row.course_id, subject: row.subject, group: row.group, teachers: row.teachers ?? [] })
  return {
    classId: of.class_id, name: of.name, scopeId: of.scope_id,
    unfilled: rows.flatMap((row) => (row.lessons > 0 && row.oldest !== null ? [{ ...page(row), lessons: row.lessons, oldest: row.oldest }] : [])),
    withoutMark: rows.flatMap((row) => (row.without ? [{ ...page(row), students: row.without }] : [])),
    notAttested: rows.flatMap((row) => (row.not_attested ?? []).map((student) => ({ courseId: row.course_id, subject: row.subject, student }))),
  }
}

export interface ClosingAsked { readonly classes: readonly { readonly classId: string; readonly basedOn: number | null }[]; readonly state: ClosingState; readonly due: string | null; readonly reason?: string }
type Outcome = { classId: string; kept: boolean; code: string | null; state: ClosingState; revision: number | null }

/** Moves classes on. A closed class goes back only as a whole with a reason and while nothing follows; single corrections go by an unlock. */
export async function putClosingOf(work: Work, scopeId: string, asked: ClosingAsked): Promise<{ outcomes: Outcome[] }> {
  const found = await closableClasses(work, asked.classes.map(({ classId }) => classId), scopeId)
  if (found.length === 0) throw notFound()
  if (found.some((one) => one.starts > one.today)) throw new Problem(409, 'journal.period_ahead')
  if (asked.state === 'CLOSED' && found.some((one) => one.ends > one.today) && !asked.reason?.trim()) throw new Problem(409, 'journal.reason_needed')
  const byId = new Map(found.map((one) => [one.class_id, one]))
  const outcomes = asked.classes.map(({ classId, basedOn }): Outcome | null => {
    const one = byId.get(classId)
    if (!one) return { classId, kept: false, code: 'not_found', state: 'OPEN', revision: null }
    const [state, now] = [(one.state ?? 'OPEN') as ClosingState, { classId, revision: one.revision }]
    if (state === asked.state && one.due === asked.due) return { ...now, kept: true, code: null, state }
    if (one.revision !== basedOn) return { ...now, kept: false, code: 'journal.changed_meanwhile', state }
    return state === 'CLOSED' ? { ...now, kept: false, code: 'journal.period_closed', state } : null
  })
  const writing = asked.classes.filter((_, i) => outcomes[i] === null)
  const saved = writing.length === 0 ? [] : await saveClosings(work, scopeId, writing.map(({ classId }) => ({ class_id: classId, state: asked.state, due: asked.due, revision: (byId.get(classId)!.revision ?? 0) + 1 })), asked.reason?.trim() ?? '')
  const taken = new Map(saved.map((row) => [row.class_id, row]))
  tell(work, scopeId, asked, saved.map((row) => ({ classId: row.class_id, before: byId.get(row.class_id)!.state ?? 'OPEN' })))
  return {
    outcomes: asked.classes.map(({ classId }, i) => {
      const row = taken.get(classId)
      return outcomes[i] ?? (row ? { classId, kept: true, code: null, state: row.state, revision: row.revision } : { classId, kept: false, code: 'journal.changed_meanwhile', state: asked.state, revision: null })
    }),
  }
}

function tell(work: Work, scopeId: string, asked: ClosingAsked, moved: readonly { classId: string; before: string }[]): void {
  if (moved.length === 0) {
    work.audit('journal.closing.repeated', { after: { scopeId, state: asked.state } })
    return
  }
  work.audit('journal.closing.put', { before: { scopeId, classes: moved }, after: { scopeId, state: asked.state, due: asked.due, ...(asked.reason?.trim() ? { reason: asked.reason.trim() } : {}) } })
  work.announce(closingChanged, { schoolId: work.schoolId, scopeId, classIds: moved.map(({ classId }) => classId) }, [addresses.staff(work.schoolId)])
}
