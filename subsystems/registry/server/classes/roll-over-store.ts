import type { Read, Work } from '@school/server'

export interface RollOverDbRow {
  id: string; name: string; grade_level: number; letter: string; shift: number; building_id: string | null; homeroom_teacher_id: string | null; homeroom: string | null; pupils: number; made: { id: string; name: string; pupils: number } | null; takenNames: string[]
}

/** Classes of the year before that are still open, with what has grown out of them. */
export const listRollOverRows = (read: Read, year: number): Promise<RollOverDbRow[]> => read.rows<RollOverDbRow>(`
  select o.id, o.name, o.grade_level, o.letter, o.shift, o.building_id, o.homeroom_teacher_id, p.last_name || ' ' || p.first_name as homeroom,
    (select count(*)::int from registry.enrolment n where n.school_id = $1 and n.class_id = o.id and n.valid_to is null) as pupils,
    (select json_build_object('id', k.id, 'name', k.name, 'pupils', (select count(*)::int from registry.enrolment n where n.school_id = $1 and n.class_id = k.id and n.valid_to is null))
       from registry.class_unit k where k.school_id = $1 and k.school_year = $2 and k.previous_class_id = o.id order by k.name limit 1) as made,
    coalesce((select array_agg(g.name) from registry.study_group g where g.school_id = $1 and g.school_year = $2), '{}') as "takenNames"
  from registry.class_unit o left join registry.person p on p.id = o.homeroom_teacher_id
  where o.school_id = $1 and o.school_year = $2 - 1 and o.closed_on is null and o.grade_level is not null order by o.grade_level, o.name`, [read.schoolId, year])

export interface MovedRow { enrolment_id: string; student_id: string; old_class: string; new_class: string }

/** Ends the open enrolments of these classes the day before and begins them in the classes grown out of them; groups of the old year end with them. */
export async function movePupils(work: Work, pairs: readonly { from: string; to: string }[], on: string, lastDay: string, order: { number: string; date: string | null }, ids: readonly string[]): Promise<MovedRow[]> {
  const moved = await work.rows<MovedRow>(`
    with w as (select * from jsonb_to_recordset($2::jsonb) as r("from" uuid, "to" uuid)), old as (
      update registry.enrolment n set valid_to = $4::date, end_reason = 'transferred', end_order_number = $5, end_order_date = $6::date, revision = n.revision + 1
      from w where n.school_id = $1 and n.class_id = w."from" and n.valid_to is null and n.valid_from <= $4::date returning n.student_id, w."from" as old_class, w."to" as new_class
    ), numbered as (select *, row_number() over (order by student_id) as at from old)
    select (($7::uuid[])[at])::text as enrolment_id, student_id, old_class, new_class from numbered where $3::date is not null`, [work.schoolId, JSON.stringify(pairs), on, lastDay, order.number, order.date, ids])
  const json = JSON.stringify(moved)
  const rows = 'jsonb_to_recordset($2::jsonb) as r(enrolment_id uuid, student_id uuid, new_class uuid)'
  await work.rows(`insert into registry.enrolment (school_id, id, student_id, class_id, order_number, order_date, begun_by, valid_from) select $1::uuid, r.enrolment_id, r.student_id, r.new_class, $3, $4::date, 'transferred', $5::date from ${rows}`, [work.schoolId, json, order.number, order.date, on])
  await work.rows(`update registry.group_member m set valid_to = $3::date from ${rows}, registry.study_group g where m.school_id = $1 and m.student_id = r.student_id and g.school_id = $1 and g.id = m.group_id
    and (m.valid_to is null or m.valid_to > $3::date) and m.valid_from <= $3::date and g.school_year < $4`, [work.schoolId, json, lastDay, Number(on.slice(0, 4))])
  await work.rows(`insert into registry.group_member (school_id, group_id, student_id, valid_from) select $1::uuid, r.new_class, r.student_id, $3::date from ${rows} on conflict (school_id, group_id, student_id, valid_from) do update set valid_to = null`, [work.schoolId, json, on])
  return moved
}
export const countOpenEnrolments = async (read: Read, classIds: readonly string[]) => (await read.rows<{ n: number }>('select count(*)::int as n from registry.enrolment where school_id = $1 and class_id = any($2::uuid[]) and valid_to is null', [read.schoolId, classIds]))[0]?.n ?? 0
