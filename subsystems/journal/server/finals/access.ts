import { notFound, type Read } from '@school/server'
import { asking, dayHere, homeroomOfGroup, kindOf, readableCourse } from '../access.ts'
import { courseColumns, courseFrom, periodsOfGroup, ruleJson, gradeOfGroup, type CourseRow, type PeriodRow, type RuleRow } from '../pages/store.ts'

declare const granted: unique symbol

export interface ClosingRow { readonly class_id: string; readonly scope_id: string; readonly state: 'OPEN' | 'FINALIZING' | 'CLOSED'; readonly due: string | null }
export interface UnlockRow { readonly id: string; readonly class_id: string; readonly scope_id: string; readonly subject_id: string; readonly until: string }
/** What every view of final marks begins with: periods, editions of the rule, where the classes stand. */
export interface FinalHead { readonly today: string; readonly periods: PeriodRow[] | null; readonly scheme_id: string | null; readonly rules: RuleRow[] | null; readonly closings: ClosingRow[] | null; readonly unlocks: UnlockRow[] | null }
export interface CourseHead extends CourseRow, FinalHead { readonly homeroom: boolean; readonly grade: number | null }
/** A page whose final marks this person may read; `puts` says whether in the own name or for the office. */
export type FinalCourse = CourseHead & { readonly puts: 'teacher' | 'office' | null; readonly [granted]: 'finals' }

const rules = (grade: string) => `(select json_agg(${ruleJson(grade)} order by r.valid_from, r.edition) from journal.marking_rule r where r.school_id = $1) as rules`
const standing = (classes: string) => `
  (select json_agg(json_build_object('class_id', z.class_id, 'scope_id', z.scope_id, 'state', z.state, 'due', z.due)) from journal.closing z where z.school_id = $1 and z.class_id in (${classes})) as closings,
  (select json_agg(json_build_object('id', u.id, 'class_id', u.class_id, 'scope_id', u.scope_id, 'subject_id', u.subject_id, 'until', u.until)) from journal.unlock u
    where u.school_id = $1 and u.class_id in (${classes}) and u.state = 'granted' and u.until >= $3::timestamptz) as unlocks`
const classesOf = (group: string) => `select gk.class_id from registry.v_group_class gk where gk.school_id = $1 and gk.group_id = ${group}`
const schemeOfGroup = (group: string) => `(select cs.period_scheme_id from registry.v_group_class gk join schedule.v_class_setting cs on cs.school_id = gk.school_id and cs.class_id = gk.class_id
  where gk.school_id = $1 and gk.group_id = ${group} order by gk.class_id limit 1)`

const course = `with ${dayHere} select ${courseColumns}, day.today, ${homeroomOfGroup('c.group_id')} as homeroom, ${periodsOfGroup('c.group_id')} as periods, ${schemeOfGroup('c.group_id')} as scheme_id,
  ${gradeOfGroup('c.group_id')} as grade, ${rules(gradeOfGroup('c.group_id'))}, ${standing(classesOf('c.group_id'))} ${courseFrom} where c.id = $5 and ${readableCourse}`

/** The page, if this person may open it. */
export async function finalCourse(read: Read, courseId: string): Promise<FinalCourse> {
  const [row] = await read.rows<CourseHead>(course, [...asking(read), courseId])
  if (!row) throw notFound()
  const kind = kindOf(read)
  const puts = row.mine && (kind === 'staff' || kind === 'office') ? 'teacher' : kind === 'office' ? 'office' : null
  return { ...row, puts } as FinalCourse
}

export interface ClassHead extends FinalHead { readonly subjects: { id: string; name: string; shortName: string }[] | null; readonly id: string; readonly name: string; readonly grade: number | null; readonly year: number }
/** A class whose final marks this person may look through. */
export type FinalClass = ClassHead & { readonly office: boolean; readonly [granted]: 'class finals' }
const aClass = `with ${dayHere} select k.id, k.name, k.grade_level as grade, k.school_year as year, day.today,
  (select json_agg(json_build_object('id', s.id, 'name', s.name, 'shortName', s.short_name) order by s.sort, s.name, s.id) from registry.v_subject s where s.school_id = $1) as subjects,
  (select json_agg(json_build_object('id', pd.id, 'name', pd.name, 'ordinal', pd.ordinal, 'starts', pd.starts, 'ends', pd.ends) order by pd.starts) from schedule.v_class_setting cs
    join schedule.v_period pd on pd.school_id = cs.school_id and pd.scheme_id = cs.period_scheme_id where cs.school_id = $1 and cs.class_id = k.id) as periods,
  (select cs.period_scheme_id from schedule.v_class_setting cs where cs.school_id = $1 and cs.class_id = k.id) as scheme_id, ${rules('k.grade_level')}, ${standing('select k.id')}
  from day join registry.v_class k on k.school_id = $1 and k.id = $5::uuid
  where case $4::text when 'office' then true when 'admin' then true when 'staff' then k.homeroom_teacher_id = $2 and k.closed_on is null else false end`

/** The class, if it is the reader's own or the reader sees all of them. */
export async function finalClass(read: Read, classId: string): Promise<FinalClass> {
  const [row] = await read.rows<ClassHead>(aClass, [...asking(read), classId])
  if (!row) throw notFound()
  return { ...row, office: kindOf(read) === 'office' } as FinalClass
}
