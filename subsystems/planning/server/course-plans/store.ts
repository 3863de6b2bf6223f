import type { Read, Work } from '@school/server'
import type { Link } from '../../contract/programmes.ts'
import type { PersonName } from '../../contract/shapes.ts'
import type { Static } from 'typebox'

export interface ItemRow { id: string; section: string; topic: string; hours: number; laidHours: number; control: string; homework: string; links: Static<typeof Link>[]; planned: string[] }
const itemJson = `json_build_object('id', i.id, 'section', i.section, 'topic', i.topic, 'hours', i.hours, 'laidHours', i.laid_hours, 'control', i.control, 'homework', i.homework, 'links', i.links, 'planned', i.planned_dates)`
/** Who plans a course `c` on a day: whoever teaches it then; before the first of September, whoever begins with it. */
export const plansCourse = (t: string, day: string) => `${t}.valid_from <= greatest(${day}::date, make_date(c.year, 9, 1)) and (${t}.valid_to is null or ${t}.valid_to >= ${day}::date)`
const person = (p: string) => `json_build_object('id', ${p}.id, 'lastName', ${p}.last_name, 'firstName', ${p}.first_name, 'middleName', ${p}.middle_name)`

export interface CourseHead {
  id: string; year: number; subject_id: string; subject: string; group: string; teachers: PersonName[]; closed_on: string | null; revision: number | null; programme_id: string | null; programme: string | null; items: ItemRow[]
  told: { lessonId: string; itemIds: string[] }[]
}
const heads = `
  select c.id, c.year, c.subject_id, s.name as subject, g.name as group, c.closed_on::text as closed_on, p.revision, p.programme_id, pr.name as programme,
    coalesce((select json_agg(${person('w')} order by w.last_name) from schedule.v_course_teacher t join registry.v_person w on w.id = t.teacher_id where t.school_id = $1 and t.course_id = c.id and ${plansCourse('t', '$2')}), '[]') as teachers,
    coalesce((select json_agg(${itemJson} order by i.position) from planning.course_plan_item i where i.school_id = $1 and i.course_id = c.id), '[]') as items,
    coalesce((select json_agg(json_build_object('lessonId', t.lesson_id, 'itemIds', t.item_ids)) from planning.lesson_topic t where t.school_id = $1 and t.course_id = c.id), '[]') as told
  from schedule.v_course c join registry.v_subject s on s.school_id = $1 and s.id = c.subject_id join registry.v_group g on g.school_id = $1 and g.id = c.group_id
  left join planning.course_plan p on p.school_id = $1 and p.course_id = c.id left join planning.programme pr on pr.school_id = $1 and pr.id = p.programme_id`

export const findCourseHead = async (read: Read, id: string, day: string): Promise<CourseHead | undefined> => (await read.rows<CourseHead>(`${heads} where c.school_id = $1 and c.id = $3`, [read.schoolId, day, id]))[0]
/** Courses of a year in the order of classes; of one teacher or class when asked. */
export const listCourseHeads = (read: Read, of: { year: number; day: string; teacherId: string | null; classId: string | null }): Promise<CourseHead[]> => read.rows<CourseHead>(`${heads}
  left join lateral (select cl.grade_level, cl.name from registry.v_group_class gc join registry.v_class cl on cl.school_id = $1 and cl.id = gc.class_id where gc.school_id = $1 and gc.group_id = c.group_id order by cl.grade_level, cl.name limit 1) k on true
  where c.school_id = $1 and c.year = $3 and c.closed_on is null and s.kind = 'core' and c.hours_per_week > 0
    and ($4::uuid is null or exists (select 1 from schedule.v_course_teacher t where t.school_id = $1 and t.course_id = c.id and t.teacher_id = $4 and ${plansCourse('t', '$2')}))
    and ($5::uuid is null or exists (select 1 from registry.v_group_class gc where gc.school_id = $1 and gc.group_id = c.group_id and gc.class_id = $5))
  order by k.grade_level, k.name, s.sort, s.name, g.name`, [read.schoolId, of.day, of.year, of.teacherId, of.classId])

export const lockCoursePlan = async (work: Work, courseId: string) => (await work.rows<{ revision: number; programme_id: string | null }>('select revision, programme_id from planning.course_plan where school_id = $1 and course_id = $2 for update', [work.schoolId, courseId]))[0]
export const saveCoursePlan = (work: Work, courseId: string, programmeId: string | null) => work.rows(`
  insert into planning.course_plan (school_id, course_id, programme_id, laid_at, changed_by, changed_at) values ($1, $2, $3, $4, $5, $4)
  on conflict (school_id, course_id) do update set programme_id = excluded.programme_id, laid_at = excluded.laid_at, revision = planning.course_plan.revision + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
[work.schoolId, courseId, programmeId, work.now, work.by.personId])

/** The items of a course become exactly these. */
export async function replaceCourseItems(work: Work, courseId: string, items: readonly ItemRow[]): Promise<void> {
  await work.rows('delete from planning.course_plan_item where school_id = $1 and course_id = $2', [work.schoolId, courseId])
  await work.rows(`insert into planning.course_plan_item (school_id, course_id, id, position, section, topic, hours, laid_hours, control, homework, links, planned_dates)
    select $1::uuid, $2::uuid, r.id, r.position, r.section, r.topic, r.hours, r."laidHours", r.control, r.homework, r.links, r.planned
    from jsonb_to_recordset($3::jsonb) as r(id uuid, position smallint, section text, topic text, hours smallint, "laidHours" smallint, control text, homework text, links jsonb, planned date[])`,
  [work.schoolId, courseId, JSON.stringify(items.map((item, position) => ({ ...item, position })))])
}

export const setLaidHours = (work: Work, courseId: string, changes: readonly { itemId: string; to: number }[]) => work.rows(`
  update planning.course_plan_item i set laid_hours = r."to" from jsonb_to_recordset($3::jsonb) as r("itemId" uuid, "to" smallint) where i.school_id = $1 and i.course_id = $2 and i.id = r."itemId"`, [work.schoolId, courseId, JSON.stringify(changes)])
export const bumpCoursePlan = (work: Work, courseId: string) => work.rows('update planning.course_plan set revision = revision + 1, changed_by = $3, changed_at = $4 where school_id = $1 and course_id = $2', [work.schoolId, courseId, work.by.personId, work.now])

export interface CorrectionRow { id: string; made_on: string; kind: 'merge' | 'restore'; hours: number; reason: string; changes: { topic: string; from: number; to: number }[]; by: PersonName }
export const listCorrections = (read: Read, courseId: string) => read.rows<CorrectionRow>(`
  select x.id, x.made_on::text as made_on, x.kind, x.hours, x.reason, x.changes, ${person('w')} as by from planning.plan_correction x join registry.v_person w on w.id = x.made_by
  where x.school_id = $1 and x.course_id = $2 order by x.made_at desc limit 100`, [read.schoolId, courseId])
export const addCorrection = async (work: Work, courseId: string, row: { id: string; on: string; kind: string; hours: number; reason: string; changes: unknown }) => (await work.rows(`
  insert into planning.plan_correction (school_id, course_id, id, made_on, kind, hours, reason, changes, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10) on conflict do nothing returning id`,
[work.schoolId, courseId, row.id, row.on, row.kind, row.hours, row.reason, JSON.stringify(row.changes), work.by.personId, work.now])).length > 0

export const saveTold = (work: Work, courseId: string, lessonId: string, itemIds: readonly string[]) => work.rows(`
  insert into planning.lesson_topic (school_id, lesson_id, course_id, item_ids, told_by, told_at) values ($1, $2, $3, $4::uuid[], $5, $6)
  on conflict (school_id, lesson_id) do update set item_ids = excluded.item_ids, told_by = excluded.told_by, told_at = excluded.told_at`, [work.schoolId, lessonId, courseId, itemIds, work.by.personId, work.now])
export const removeTold = (work: Work, lessonId: string) => work.rows('delete from planning.lesson_topic where school_id = $1 and lesson_id = $2', [work.schoolId, lessonId])
/** Whether all of these stand in the plan of the course. */
export const hasItems = async (read: Read, courseId: string, ids: readonly string[]) => (await read.rows<{ n: number }>('select count(*)::int as n from planning.course_plan_item where school_id = $1 and course_id = $2 and id = any($3::uuid[])', [read.schoolId, courseId, ids]))[0]?.n === new Set(ids).size
export const hasLesson = async (read: Read, courseId: string, lessonId: string) => (await read.rows('select 1 from schedule.v_lesson where school_id = $1 and id = $3 and course_id = $2', [read.schoolId, courseId, lessonId])).length > 0

/** What the journal needs of one lesson, in one statement: the plan and the lessons of the course up to it. */
export const findUpTo = async (read: Read, courseId: string, date: string, number: number) => (await read.rows<{ items: ItemRow[] | null; lessons: { id: string; date: string; number: number; lost: boolean; told: string[] | null }[] | null }>(`
  select (select json_agg(${itemJson} order by i.position) from planning.course_plan_item i where i.school_id = $1 and i.course_id = $2) as items,
    (select json_agg(json_build_object('id', l.id, 'date', l.date, 'number', l.number, 'lost', l.state = 'cancelled', 'told', t.item_ids) order by l.date, l.number, l.id)
       from schedule.v_lesson l left join planning.lesson_topic t on t.school_id = $1 and t.lesson_id = l.id
       where l.school_id = $1 and l.course_id = $2 and (l.date, l.number) <= ($3::date, $4::smallint)
         and exists (select 1 from planning.course_plan p where p.school_id = $1 and p.course_id = $2)) as lessons`, [read.schoolId, courseId, date, number]))[0]
