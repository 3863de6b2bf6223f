import type { Read, Work } from '@school/server'
import type { Clash, Entry } from '../../contract/timetable.ts'

export interface TimetableRow { id: string; year: number; name: string; validFrom: string; source: 'hand' | 'fet' | 'excel'; entries: number; inForce: boolean; state: 'draft' | 'published'; revision: number }

const timetables = `
  select t.id, t.year, t.name, t.valid_from::text as "validFrom", t.source, t.state, t.revision, (select count(*)::int from schedule.timetable_entry e where e.school_id = $1 and e.timetable_id = t.id) as entries,
         (t.state = 'published' and t.valid_from = (select max(valid_from) from schedule.timetable f where f.school_id = $1 and f.year = t.year and f.state = 'published' and f.valid_from <= $2::date)) is true as "inForce"
  from schedule.timetable t where t.school_id = $1`

export const listTimetableRows = (read: Read, day: string, year: number) => read.rows<TimetableRow>(`${timetables} and t.year = $3 order by t.valid_from desc`, [read.schoolId, day, year])
export const findTimetable = async (read: Read, day: string, id: string) => (await read.rows<TimetableRow>(`${timetables} and t.id = $3`, [read.schoolId, day, id]))[0]

const entryColumns = `
  e.id, e.weekday, e.number, e.week, e.course_id as "courseId", json_build_object('id', s.id, 'name', s.name) as subject, json_build_object('id', g.id, 'name', g.name) as "group",
  case when r.id is null then null else json_build_object('id', r.id, 'name', r.name) end as room,
  coalesce((select json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name) order by p.last_name) from registry.v_person p where p.id = any(e.teacher_ids)), '[]') as teachers`
const entryJoins = `
  join schedule.course c on c.school_id = $1 and c.id = e.course_id
  join registry.v_subject s on s.school_id = $1 and s.id = c.subject_id
  join registry.v_group g on g.school_id = $1 and g.id = c.group_id
  left join registry.v_room r on r.school_id = $1 and r.id = e.room_id`

export const listEntries = (read: Read, timetableId: string, of: { classId?: string | undefined; teacherId?: string | undefined; roomId?: string | undefined }) => read.rows<Entry>(`
  select ${entryColumns} from schedule.timetable_entry e ${entryJoins}
  where e.school_id = $1 and e.timetable_id = $2 and ($3::uuid is null or exists (select 1 from registry.v_group_class gc where gc.school_id = $1 and gc.group_id = c.group_id and gc.class_id = $3))
    and ($4::uuid is null or e.teacher_ids @> array[$4::uuid]) and ($5::uuid is null or e.room_id = $5) order by e.weekday, e.number, s.name`, [read.schoolId, timetableId, of.classId ?? null, of.teacherId ?? null, of.roomId ?? null])
export const findEntry = async (read: Read, timetableId: string, id: string) => (await read.rows<Entry>(`select ${entryColumns} from schedule.timetable_entry e ${entryJoins} where e.school_id = $1 and e.timetable_id = $2 and e.id = $3`, [read.schoolId, timetableId, id]))[0]

/** Teachers and rooms wanted twice at one time, and classes with two whole-class lessons; weeks A and B do not meet. */
export const listClashes = (read: Read, timetableId: string) => read.rows<Clash>(`
  with e as (select e.*, c.group_id from schedule.timetable_entry e join schedule.course c on c.school_id = $1 and c.id = e.course_id where e.school_id = $1 and e.timetable_id = $2),
  wanted as (
    select weekday, number, week, 'teacher' as kind, one as who, id from e cross join unnest(teacher_ids) as one
    union all select weekday, number, week, 'room', room_id, id from e where room_id is not null
    union all select e.weekday, e.number, e.week, 'group', gc.class_id, e.id from e join registry.v_group g on g.school_id = $1 and g.id = e.group_id and g.kind = 'class' join registry.v_group_class gc on gc.school_id = $1 and gc.group_id = e.group_id
  )
  select w.weekday, w.number, w.kind, coalesce(max(p.last_name || ' ' || left(p.first_name, 1) || '.'), max(r.name), max(k.name), '') as name, array_agg(w.id order by w.id)::text[] as entries
  from wanted w left join registry.v_person p on w.kind = 'teacher' and p.id = w.who left join registry.v_room r on w.kind = 'room' and r.school_id = $1 and r.id = w.who left join registry.v_class k on w.kind = 'group' and k.school_id = $1 and k.id = w.who
  group by w.weekday, w.number, w.kind, w.who
  having count(*) filter (where w.week is null) + greatest(count(*) filter (where w.week = 'A'), count(*) filter (where w.week = 'B')) > 1
  order by w.weekday, w.number, w.kind`, [read.schoolId, timetableId])

export const saveTimetable = (work: Work, row: { id: string; year: number; name: string; validFrom: string; source: string; state: 'draft' | 'published' }) => work.rows(`
  insert into schedule.timetable (school_id, id, year, name, valid_from, source, state) values ($1, $2, $3, $4, $5, $6, $7) on conflict (school_id, id) do update set name = excluded.name, valid_from = excluded.valid_from, revision = schedule.timetable.revision + 1`,
[work.schoolId, row.id, row.year, row.name, row.validFrom, row.source, row.state])
export const findTimetableAt = async (read: Read, year: number, validFrom: string) => (await read.rows<{ id: string }>('select id from schedule.timetable where school_id = $1 and year = $2 and valid_from = $3 and state = \'published\'', [read.schoolId, year, validFrom]))[0]
export const copyEntries = (work: Work, from: string, to: string) => work.rows(`
  insert into schedule.timetable_entry (school_id, id, timetable_id, weekday, number, week, course_id, room_id, teacher_ids)
  select school_id, gen_random_uuid(), $3, weekday, number, week, course_id, room_id, teacher_ids from schedule.timetable_entry where school_id = $1 and timetable_id = $2
  and not exists (select 1 from schedule.timetable_entry x where x.school_id = $1 and x.timetable_id = $3)`, [work.schoolId, from, to])

export interface EntryWish { id: string; weekday: number; number: number; week: 'A' | 'B' | null; course_id: string; room_id: string | null; teacher_ids: readonly string[] }
export const saveEntries = (work: Work, timetableId: string, rows: readonly EntryWish[]) => work.rows(`
  insert into schedule.timetable_entry (school_id, id, timetable_id, weekday, number, week, course_id, room_id, teacher_ids, changed_by)
  select $1, r.id, $2, r.weekday, r.number, r.week, r.course_id, r.room_id, r.teacher_ids, $4
  from jsonb_to_recordset($3::jsonb) as r(id uuid, weekday smallint, number smallint, week text, course_id uuid, room_id uuid, teacher_ids uuid[])
  on conflict (school_id, id) do update set weekday = excluded.weekday, number = excluded.number, week = excluded.week, course_id = excluded.course_id, room_id = excluded.room_id, teacher_ids = excluded.teacher_ids, changed_by = excluded.changed_by, revision = schedule.timetable_entry.revision + 1`,
[work.schoolId, timetableId, JSON.stringify(rows), work.by.personId || null])
export const removeEntries = (work: Work, timetableId: string, ids: readonly string[]) => work.rows<{ id: string }>('delete from schedule.timetable_entry where school_id = $1 and timetable_id = $2 and id = any($3::uuid[]) returning id', [work.schoolId, timetableId, ids])
/** Who teaches a course on a day, or undefined when there is no open course with this id. */
export const teachersOf = async (read: Read, courseId: string, day: string) => (await read.rows<{ teachers: string[]; closed: boolean }>(`
  select c.closed_on is not null as closed, array(select teacher_id from schedule.course_teacher t where t.school_id = $1 and t.course_id = c.id and (t.valid_to is null or t.valid_to >= $3::date))::text[] as teachers from schedule.course c where c.school_id = $1 and c.id = $2`, [read.schoolId, courseId, day]))[0]
export const hasRoom = async (read: Read, id: string) => (await read.rows('select 1 from registry.v_room where school_id = $1 and id = $2', [read.schoolId, id])).length > 0
