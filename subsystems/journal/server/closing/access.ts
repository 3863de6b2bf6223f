import { notFound, type Read, type Work } from '@school/server'
import { asking, dayHere, kindOf, teaches } from '../access.ts'

declare const granted: unique symbol

/**
 * Joins to a lesson or a page what is closed on a day: `z.closed_for` names the classes of the group whose period is closed for the subject and not unlocked,
 * `z.all_closed` says that this is every one of them, `z.unlocked` that somebody was let in. Judged at the instant $3.
 */
export const closedAt = (group: string, subject: string, day: string) => `
  left join lateral (
    select array_agg(s.class_id) filter (where s.closed and not s.open) as closed_for, bool_and(s.closed and not s.open) as all_closed, bool_or(s.open) as unlocked
    from (select gk.class_id,
        exists (select 1 from journal.closing k where k.school_id = $1 and k.class_id = gk.class_id and k.scope_id = pd.id and k.state = 'CLOSED') as closed,
        exists (select 1 from journal.unlock u where u.school_id = $1 and u.class_id = gk.class_id and u.scope_id = pd.id and u.subject_id = ${subject} and u.state = 'granted' and u.until >= $3::timestamptz) as open
      from registry.v_group_class gk join schedule.v_class_setting cs on cs.school_id = gk.school_id and cs.class_id = gk.class_id
      left join schedule.v_period pd on pd.school_id = cs.school_id and pd.scheme_id = cs.period_scheme_id and ${day} between pd.starts and pd.ends
      where gk.school_id = $1 and gk.group_id = ${group}) s) z on true`

/** A class and a scope (period or year) of its scheme. */
export interface ScopeOfClass { readonly class_id: string; readonly class_name: string; readonly scope_id: string; readonly scope: string; readonly starts: string; readonly ends: string; readonly today: string }
/** A subject of a class in a closed scope for which this person may ask an unlock. */
export type AskableUnlock = ScopeOfClass & { readonly subject_id: string; readonly closed: boolean; readonly [granted]: 'ask' }

const scopes = `
  (select pd.school_id, pd.scheme_id, pd.id, pd.name, pd.starts, pd.ends from schedule.v_period pd
   union all select pd.school_id, pd.scheme_id, pd.scheme_id, '', min(pd.starts), max(pd.ends) from schedule.v_period pd group by pd.school_id, pd.scheme_id)`
const askable = `with ${dayHere}
  select k.id as class_id, k.name as class_name, sc.id as scope_id, sc.name as scope, sc.starts, sc.ends, day.today, c.subject_id,
    exists (select 1 from journal.closing z where z.school_id = $1 and z.class_id = k.id and z.scope_id = sc.id and z.state = 'CLOSED') as closed
  from day join schedule.v_course c on c.school_id = $1 and c.id = $6::uuid
  join registry.v_group_class gk on gk.school_id = $1 and gk.group_id = c.group_id and gk.class_id = $5::uuid
  join registry.v_class k on k.school_id = $1 and k.id = gk.class_id
  join schedule.v_class_setting cs on cs.school_id = $1 and cs.class_id = k.id
  join ${scopes} sc on sc.school_id = $1 and sc.scheme_id = cs.period_scheme_id and sc.id = $7::uuid
  where case $4::text when 'office' then true when 'staff' then ${teaches('c.id')} else false end`

/** The page and the period, if this person teaches it or writes for the office. */
export async function askableUnlock(work: Work, classId: string, courseId: string, scopeId: string): Promise<AskableUnlock> {
  const [row] = await work.rows<AskableUnlock>(askable, [...asking(work), classId, courseId, scopeId])
  if (!row) throw notFound()
  return row
}

/** Requests this person may see: the office all of them, a teacher the own ones. */
export const visibleUnlock = (u: string) => `(case $4::text when 'office' then true when 'staff' then ${u}.asked_by = $2 else false end)`

/** Classes of a scheme that the office may close, with where they stand. */
export interface ClosableClass { readonly class_id: string; readonly name: string; readonly starts: string; readonly ends: string; readonly today: string; readonly state: string | null; readonly due: string | null; readonly revision: number | null; readonly [granted]: 'close' }
const closable = `with ${dayHere}
  select k.id as class_id, k.name, sc.starts, sc.ends, day.today, z.state, z.due, z.revision
  from day join schedule.v_class_setting cs on cs.school_id = $1 and cs.class_id = any($5::uuid[])
  join registry.v_class k on k.school_id = $1 and k.id = cs.class_id
  join ${scopes} sc on sc.school_id = $1 and sc.scheme_id = cs.period_scheme_id and sc.id = $6::uuid
  left join journal.closing z on z.school_id = $1 and z.class_id = k.id and z.scope_id = sc.id
  where $4::text = 'office' and $2::uuid is not null`

/** The classes, in any order, whose scope this person may move on; others look absent. */
export async function closableClasses(work: Work, classIds: readonly string[], scopeId: string): Promise<ClosableClass[]> {
  return work.rows<ClosableClass>(closable, [...asking(work), classIds, scopeId])
}

/** Whether the reader sees the closing of the whole school. */
export const seesClosing = (read: Read): boolean => kindOf(read) === 'office' || kindOf(read) === 'admin'

/** A class whose closing this person may look into. */
export type CheckableClass = { readonly class_id: string; readonly scope_id: string; readonly name: string; readonly starts: string; readonly ends: string; readonly today: string; readonly whole_year: boolean; readonly [granted]: 'check' }
const checkable = `with ${dayHere}
  select k.id as class_id, k.name, sc.id as scope_id, sc.starts, sc.ends, day.today, sc.id = sc.scheme_id as whole_year
  from day join registry.v_class k on k.school_id = $1 and k.id = $5::uuid
  join schedule.v_class_setting cs on cs.school_id = $1 and cs.class_id = k.id
  join ${scopes} sc on sc.school_id = $1 and sc.scheme_id = cs.period_scheme_id and sc.id = $6::uuid
  where case $4::text when 'office' then true when 'admin' then true when 'staff' then k.homeroom_teacher_id = $2 and k.closed_on is null else false end`
/** The class, if it is the reader's own or the reader sees all of them. */
export async function checkableClass(read: Read, classId: string, scopeId: string): Promise<CheckableClass> {
  const [row] = await read.rows<CheckableClass>(checkable, [...asking(read), classId, scopeId])
  if (!row) throw notFound()
  return row
}

