import type { Read, Work } from '@school/server'
import type { PlanEntry } from './rules.ts'

export interface EntryInForce extends PlanEntry { readonly from: string; readonly until: string | null }

/** Entries of every timetable of the year with the days on which it is in force, who teaches them when, and what their class lives by. */
export const listEntriesInForce = (read: Read, year: number): Promise<EntryInForce[]> => read.rows<EntryInForce>(`
  with force as (
    select id, valid_from, lead(valid_from) over (order by valid_from) - 1 as until from schedule.timetable where school_id = $1 and year = $2 and state = 'published'
  ), taught as (
    select t.course_id, json_agg(json_build_object('id', t.teacher_id, 'from', t.valid_from, 'until', t.valid_to) order by t.valid_from, t.teacher_id) as list
    from schedule.course_teacher t join schedule.course c on c.school_id = $1 and c.id = t.course_id and c.year = $2 where t.school_id = $1 group by t.course_id
  ), lives as (
    select distinct on (gc.group_id) gc.group_id, cl.grade_level, cs.bell_schedule_id, cs.week_days from registry.v_group_class gc
    join registry.v_class cl on cl.school_id = $1 and cl.id = gc.class_id
    left join schedule.class_setting cs on cs.school_id = $1 and cs.class_id = gc.class_id
    where gc.school_id = $1 and cl.school_year = $2 order by gc.group_id, cl.grade_level, cl.id
  )
  select e.id, e.weekday, e.number, e.week, e.course_id as "courseId", c.group_id as "groupId", c.subject_id as "subjectId", e.room_id as "roomId", e.teacher_ids::text[] as "teacherIds",
         case when s.kind = 'extracurricular' then 'extracurricular' else 'lesson' end as kind, k.grade_level as grade, k.bell_schedule_id as "bellScheduleId", coalesce(k.week_days, 6) as "weekDays",
         coalesce(t.list, '[]') as taught, c.closed_on::text as "closedOn", f.valid_from::text as "from", f.until::text as until
  from force f
  join schedule.timetable_entry e on e.school_id = $1 and e.timetable_id = f.id
  join schedule.course c on c.school_id = $1 and c.id = e.course_id
  join registry.v_subject s on s.school_id = $1 and s.id = c.subject_id
  left join taught t on t.course_id = c.id
  left join lives k on k.group_id = c.group_id`, [read.schoolId, year])

export interface LessonWish { id: string; date: string; number: number; starts: string; ends: string; course_id: string; group_id: string; subject_id: string; room_id: string | null; entry_id: string; kind: string; teacher_ids: readonly string[] }

const wishes = (at: string) => `jsonb_to_recordset(${at}::jsonb) as w(id uuid, date date, number smallint, starts time, ends time, course_id uuid, group_id uuid, subject_id uuid, room_id uuid, entry_id uuid, kind text, teacher_ids uuid[])`
/** A lesson that may still follow its entry: it is to come, and nobody changed it by hand. */
const follows = (today: string) => `l.date >= ${today}::date and l.state = 'planned' and l.closed_at is null and l.revision = 1 and l.entry_id is not null`

/**
 * Brings lessons of the days in line with the wishes. New ones are made; planned ones of coming days follow their entry or go;
 * whatever was held, closed, changed by hand, holds records or lies in the past stays as it is.
 */
export async function syncLessons(work: Work, from: string, to: string, today: string, wanted: readonly LessonWish[]): Promise<{ made: string[]; removed: number; changed: number }> {
  const json = JSON.stringify(wanted)
  await adopt(work, from, to, today, json)
  const removed = await removeUnwanted(work, from, to, today, json)
  const written = await work.rows<{ id: string; made: boolean }>(`
    insert into schedule.lesson as l (school_id, id, date, number, starts, ends, course_id, group_id, subject_id, room_id, entry_id, planned_on, kind)
    select $1::uuid, w.id, w.date, w.number, w.starts, w.ends, w.course_id, w.group_id, w.subject_id, w.room_id, w.entry_id, w.date, w.kind from ${wishes('$2')}
    on conflict (school_id, entry_id, planned_on) where entry_id is not null do update
      set number = excluded.number, starts = excluded.starts, ends = excluded.ends, room_id = excluded.room_id
      where ${follows('$3')} and l.course_id = excluded.course_id
        and (l.number, l.starts, l.ends, l.room_id) is distinct from (excluded.number, excluded.starts, excluded.ends, excluded.room_id)
    returning l.id, (xmax = 0) as made`, [work.schoolId, json, today])
  const taught = await putTeachers(work, json, today)
  const made = written.filter((one) => one.made).map((one) => one.id)
  return { made, removed, changed: written.length - made.length + taught }
}

/** A lesson whose entry is gone or teaches something else now serves another entry of the same course that day, so that what points at it keeps its place. */
const adopt = (work: Work, from: string, to: string, today: string, json: string) => work.rows(`
  with w as (select * from ${wishes('$5')}), orphan as (
    select l.id, l.course_id, l.planned_on, row_number() over (partition by l.course_id, l.planned_on order by l.number) as turn from schedule.lesson l
    where l.school_id = $1 and l.planned_on between $2::date and $3::date and ${follows('$4')}
      and not exists (select 1 from w where w.entry_id = l.entry_id and w.date = l.planned_on and w.course_id = l.course_id)
  ), fresh as (
    select w.entry_id, w.course_id, w.date, row_number() over (partition by w.course_id, w.date order by w.number) as turn from w
    where not exists (select 1 from schedule.lesson l where l.school_id = $1 and l.entry_id = w.entry_id and l.planned_on = w.date)
  )
  update schedule.lesson l set entry_id = f.entry_id from orphan o join fresh f on f.course_id = o.course_id and f.date = o.planned_on and f.turn = o.turn where l.school_id = $1 and l.id = o.id`,
[work.schoolId, from, to, today, json])

/** Coming lessons that no entry wants go; those with records stay, free of their entry. */
async function removeUnwanted(work: Work, from: string, to: string, today: string, json: string): Promise<number> {
  const unwanted = await work.rows<{ id: string; kept: boolean }>(`
    select l.id, l.kept from schedule.lesson l where l.school_id = $1 and l.planned_on between $2::date and $3::date and ${follows('$4')}
      and not exists (select 1 from ${wishes('$5')} where w.entry_id = l.entry_id and w.date = l.planned_on and w.course_id = l.course_id)`, [work.schoolId, from, to, today, json])
  const gone = unwanted.filter((one) => !one.kept).map((one) => one.id)
  const kept = unwanted.filter((one) => one.kept).map((one) => one.id)
  if (kept.length > 0) await work.rows('update schedule.lesson set entry_id = null where school_id = $1 and id = any($2::uuid[])', [work.schoolId, kept])
  if (gone.length > 0) {
    await work.rows('delete from schedule.lesson_teacher where school_id = $1 and lesson_id = any($2::uuid[])', [work.schoolId, gone])
    await work.rows('delete from schedule.lesson where school_id = $1 and id = any($2::uuid[])', [work.schoolId, gone])
  }
  return gone.length
}

/** Lessons that follow their entry are taught by whom the load says; returns how many people came or went. */
async function putTeachers(work: Work, json: string, today: string): Promise<number> {
  const wanted = `wanted as (select l.id, l.date, t.teacher_id, l.made from l cross join unnest(l.teacher_ids) as t(teacher_id))`
  const lessons = (rule: string) => `l as (select l.id, l.date, w.teacher_ids, l.id = w.id as made from ${wishes('$2')} join schedule.lesson l on l.school_id = $1 and l.entry_id = w.entry_id and l.planned_on = w.date where ${rule})`
  const gone = await work.rows(`with ${lessons(follows('$3'))}, ${wanted}
    delete from schedule.lesson_teacher t using l where t.school_id = $1 and t.lesson_id = l.id and not exists (select 1 from wanted w where w.id = t.lesson_id and w.teacher_id = t.teacher_id) returning 1`, [work.schoolId, json, today])
  const come = await work.rows<{ made: boolean }>(`with ${lessons(`l.id = w.id or (${follows('$3')})`)}, ${wanted}, put as (
      insert into schedule.lesson_teacher (school_id, lesson_id, teacher_id, date) select $1::uuid, id, teacher_id, date from wanted on conflict do nothing returning lesson_id
    ) select w.made from put p join l w on w.id = p.lesson_id`, [work.schoolId, json, today])
  return gone.length + come.filter((one) => !one.made).length
}

/** Says that something is recorded for a lesson. */
export const keepLesson = (work: Work, lessonId: string) => work.rows('update schedule.lesson set kept = true where school_id = $1 and id = $2 and not kept', [work.schoolId, lessonId])

/** Schools with a school year that is under way, over all schools: for the timed work. */
export const listSchoolsWithYear = (read: Read, year: number) => read.rows<{ school_id: string }>('select school_id from schedule.v_school_year where year = $1', [year])
