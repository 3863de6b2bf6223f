import type { Read, Work } from '@school/server'
import type { PlanEntry } from './rules.ts'

export interface EntryInForce extends PlanEntry { readonly from: string; readonly until: string | null }

/** Entries of every timetable of the year with the days on which it is in force and what its class lives by. */
export const listEntriesInForce = (read: Read, year: number): Promise<EntryInForce[]> => read.rows<EntryInForce>(`
  with force as (
    select id, valid_from, lead(valid_from) over (order by valid_from) - 1 as until from schedule.timetable where school_id = $1 and year = $2
  )
  select e.id, e.weekday, e.number, e.week, e.course_id as "courseId", c.group_id as "groupId", c.subject_id as "subjectId", e.room_id as "roomId", e.teacher_ids as "teacherIds",
         case when s.kind = 'extracurricular' then 'extracurricular' else 'lesson' end as kind, k.grade_level as grade, k.bell_schedule_id as "bellScheduleId", coalesce(k.week_days, 6) as "weekDays",
         f.valid_from::text as "from", f.until::text as until
  from force f
  join schedule.timetable_entry e on e.school_id = $1 and e.timetable_id = f.id
  join schedule.course c on c.school_id = $1 and c.id = e.course_id
  join registry.v_subject s on s.school_id = $1 and s.id = c.subject_id
  left join lateral (
    select cl.grade_level, cs.bell_schedule_id, cs.week_days from registry.v_group_class gc
    join registry.v_class cl on cl.school_id = $1 and cl.id = gc.class_id
    left join schedule.class_setting cs on cs.school_id = $1 and cs.class_id = gc.class_id
    where gc.school_id = $1 and gc.group_id = c.group_id order by cl.grade_level limit 1
  ) k on true`, [read.schoolId, year])

export interface LessonWish { id: string; date: string; number: number; starts: string; ends: string; course_id: string; group_id: string; subject_id: string; room_id: string | null; entry_id: string; kind: string; teacher_ids: readonly string[] }

/**
 * Brings lessons of the days in line with the wishes. New ones are made; planned ones of coming days follow their entry or go;
 * whatever was held, closed, changed by hand or lies in the past stays as it is.
 */
export async function syncLessons(work: Work, from: string, to: string, today: string, wishes: readonly LessonWish[]): Promise<{ made: string[]; removed: number }> {
  const json = JSON.stringify(wishes)
  const shape = 'id uuid, date date, number smallint, starts time, ends time, course_id uuid, group_id uuid, subject_id uuid, room_id uuid, entry_id uuid, kind text, teacher_ids uuid[]'
  const removed = await work.rows<{ id: string }>(`
    with gone as (
      select l.id from schedule.lesson l where l.school_id = $1 and l.date between $2::date and $3::date and l.date >= $4::date and l.state = 'planned' and l.closed_at is null and l.revision = 1 and l.entry_id is not null
        and not exists (select 1 from jsonb_to_recordset($5::jsonb) as w(${shape}) where w.entry_id = l.entry_id and w.date = l.date)
    ), teachers as (delete from schedule.lesson_teacher t using gone where t.school_id = $1 and t.lesson_id = gone.id)
    select id from gone`, [work.schoolId, from, to, today, json])
  if (removed.length > 0) await work.rows('delete from schedule.lesson where school_id = $1 and id = any($2::uuid[])', [work.schoolId, removed.map((one) => one.id)])
  const made = await work.rows<{ id: string; made: boolean }>(`
    insert into schedule.lesson as l (school_id, id, date, number, starts, ends, course_id, group_id, subject_id, room_id, entry_id, kind)
    select $1::uuid, w.id, w.date, w.number, w.starts, w.ends, w.course_id, w.group_id, w.subject_id, w.room_id, w.entry_id, w.kind from jsonb_to_recordset($2::jsonb) as w(${shape})
    on conflict (school_id, entry_id, date) where entry_id is not null do update
      set number = excluded.number, starts = excluded.starts, ends = excluded.ends, course_id = excluded.course_id, group_id = excluded.group_id, subject_id = excluded.subject_id, room_id = excluded.room_id
      where l.date >= $3::date and l.state = 'planned' and l.closed_at is null and l.revision = 1
        and (l.number, l.starts, l.ends, l.course_id, l.room_id) is distinct from (excluded.number, excluded.starts, excluded.ends, excluded.course_id, excluded.room_id)
    returning l.id, (xmax = 0) as made`, [work.schoolId, json, today])
  await work.rows(`
    insert into schedule.lesson_teacher (school_id, lesson_id, teacher_id, date)
    select $1::uuid, w.id, t.teacher_id, w.date from jsonb_to_recordset($2::jsonb) as w(${shape}) join schedule.lesson l on l.school_id = $1 and l.id = w.id cross join unnest(w.teacher_ids) as t(teacher_id)
    on conflict do nothing`, [work.schoolId, json])
  return { made: made.filter((one) => one.made).map((one) => one.id), removed: removed.length }
}

/** Schools with a school year that is under way, over all schools: for the timed work. */
export const listSchoolsWithYear = (read: Read, year: number) => read.rows<{ school_id: string }>('select school_id from schedule.v_school_year where year = $1', [year])
