import type { Read, Work } from '@school/server'
import type { BoardEntry, TimetableBoard, TimetableRules } from '../../contract/board.ts'

type Course = Omit<TimetableBoard['courses'][number], 'points'>
export interface Drawn { courses: Course[]; meets: string[][]; entries: BoardEntry[] }

const entryColumns = `e.id, e.course_id as "courseId", e.weekday, e.number, e.week, e.room_id as "roomId", e.teacher_ids::text[] as "teacherIds", e.revision`

/** Courses of a year that want places on a day, with whom they are for and by whom, what is placed, and the pairs of smaller groups that share a pupil. */
export const findDrawn = async (read: Read, year: number, day: string, timetableId: string) => (await read.rows<Drawn>(`
  with c as (select * from schedule.course where school_id = $1 and year = $2 and (closed_on is null or closed_on >= $3::date)),
  small as (select distinct g.id from c join registry.v_group g on g.school_id = $1 and g.id = c.group_id and g.kind not in ('class', 'combined')),
  member as (select s.id as group_id, m.student_id from small s join registry.v_group_member m on m.school_id = $1 and m.group_id = s.id and m.valid_from <= greatest($3::date, m.valid_from) and (m.valid_to is null or m.valid_to >= $3::date))
  select coalesce((select json_agg(json_build_object('id', c.id, 'groupId', c.group_id, 'groupName', g.name, 'whole', g.kind in ('class', 'combined'), 'subject', json_build_object('id', s.id, 'name', s.name), 'shortName', s.short_name,
      'extracurricular', s.kind = 'extracurricular', 'hours', c.hours_per_week::float8, 'classIds', (select coalesce(json_agg(gc.class_id order by gc.class_id), '[]') from registry.v_group_class gc where gc.school_id = $1 and gc.group_id = c.group_id),
      'teacherIds', (select coalesce(json_agg(t.teacher_id order by t.valid_from, t.teacher_id), '[]') from schedule.course_teacher t where t.school_id = $1 and t.course_id = c.id and t.valid_from <= $3::date and (t.valid_to is null or t.valid_to >= $3::date))) order by s.sort, s.name, g.name)
    from c join registry.v_group g on g.school_id = $1 and g.id = c.group_id join registry.v_subject s on s.school_id = $1 and s.id = c.subject_id), '[]') as courses,
    coalesce((select json_agg(json_build_array(x.one, x.other)) from (select distinct a.group_id as one, b.group_id as other from member a join member b on b.student_id = a.student_id and b.group_id > a.group_id) x), '[]') as meets,
    coalesce((select json_agg(x) from (select ${entryColumns} from schedule.timetable_entry e where e.school_id = $1 and e.timetable_id = $4) x), '[]') as entries`,
[read.schoolId, year, day, timetableId]))[0]!

export interface Surroundings { classes: TimetableBoard['classes']; teachers: TimetableBoard['teachers']; rooms: TimetableBoard['rooms']; twoWeek: boolean; rules: { rules: TimetableRules } | null; subjects: { id: string; name: string }[] }

/** Classes with the numbers their bells ring, teachers, rooms, subjects and the school's own rules on a day. */
export const findSurroundings = async (read: Read, year: number, day: string) => (await read.rows<Surroundings>(`
  select coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'grade', k.grade_level, 'days', coalesce(cs.week_days, 5), 'numbers',
      (select coalesce(json_agg(b.number order by b.number), '[]') from schedule.bell b where b.school_id = $1 and b.bell_schedule_id = cs.bell_schedule_id)) order by k.grade_level, k.name)
    from registry.v_class k left join schedule.class_setting cs on cs.school_id = $1 and cs.class_id = k.id where k.school_id = $1 and k.school_year = $2 and k.closed_on is null), '[]') as classes,
  coalesce((select json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name) order by p.last_name collate "ru-RU-x-icu", p.first_name) from registry.v_person p where p.id in (
      select t.teacher_id from schedule.course_teacher t join schedule.course c on c.school_id = $1 and c.id = t.course_id and c.year = $2 where t.school_id = $1)), '[]') as teachers,
  coalesce((select json_agg(json_build_object('id', id, 'name', name) order by nullif(substring(name from '^\\d+'), '')::numeric nulls last, name) from registry.v_room where school_id = $1), '[]') as rooms,
  coalesce((select json_agg(json_build_object('id', id, 'name', name) order by sort, name) from registry.v_subject where school_id = $1), '[]') as subjects,
  coalesce((select two_week from schedule.school_year where school_id = $1 and year = $2), false) as "twoWeek",
  (select json_build_object('rules', rules) from schedule.timetable_rule where school_id = $1 and valid_from <= $3::date order by valid_from desc limit 1) as rules`, [read.schoolId, year, day]))[0]!

export const lockTimetable = (work: Work, id: string) => work.rows('select 1 from schedule.timetable where school_id = $1 and id = $2 for update', [work.schoolId, id])
export const touchTimetable = (work: Work, id: string) => work.rows('update schedule.timetable set revision = revision + 1 where school_id = $1 and id = $2', [work.schoolId, id])

export interface EntryNow extends BoardEntry { readonly timetableId: string; readonly by: string | null; readonly what: string }
/** Entries as they are now, whatever timetable they are in, and who changed them last. */
export const listEntriesNow = (read: Read, ids: readonly string[]) => read.rows<EntryNow>(`
  select ${entryColumns}, e.timetable_id as "timetableId", s.name || ', ' || g.name as what, (select p.last_name || ' ' || left(p.first_name, 1) || '.' from registry.v_person p where p.id = e.changed_by) as by
  from schedule.timetable_entry e join schedule.course c on c.school_id = $1 and c.id = e.course_id join registry.v_subject s on s.school_id = $1 and s.id = c.subject_id join registry.v_group g on g.school_id = $1 and g.id = c.group_id
  where e.school_id = $1 and e.id = any($2::uuid[])`, [read.schoolId, ids])

/** Who teaches these courses on a day; a course of another school or year is not there. */
export const listCoursesForEntries = (read: Read, ids: readonly string[], year: number, day: string) => read.rows<{ id: string; closed: boolean; teachers: string[] }>(`
  select c.id, c.closed_on is not null and c.closed_on < $4::date as closed, array(select t.teacher_id from schedule.course_teacher t where t.school_id = $1 and t.course_id = c.id and t.valid_from <= $4::date and (t.valid_to is null or t.valid_to >= $4::date) order by t.valid_from, t.teacher_id)::text[] as teachers
  from schedule.course c where c.school_id = $1 and c.id = any($2::uuid[]) and c.year = $3`, [read.schoolId, ids, year, day])
export const countRooms = async (read: Read, ids: readonly string[]) => (await read.rows<{ count: number }>('select count(*)::int as count from registry.v_room where school_id = $1 and id = any($2::uuid[])', [read.schoolId, ids]))[0]?.count ?? 0

export const savePublished = (work: Work, id: string, validFrom: string) => work.rows(`update schedule.timetable set state = 'published', valid_from = $3, revision = revision + 1 where school_id = $1 and id = $2`, [work.schoolId, id, validFrom])
export async function removeTimetable(work: Work, id: string): Promise<void> {
  await work.rows('delete from schedule.timetable_entry where school_id = $1 and timetable_id = $2', [work.schoolId, id])
  await work.rows('delete from schedule.timetable where school_id = $1 and id = $2', [work.schoolId, id])
}

export interface Staying { date: string; number: number; subject: string; group: string; why: 'recorded' | 'closed' | 'changed' }
/** Lessons of some days that making lessons would leave as they are, the first of them by name, and how many would follow. */
export async function findStaying(read: Read, from: string, to: string): Promise<{ following: number; stayingCount: number; staying: Staying[] }> {
  const [row] = await read.rows<{ following: number; stayingCount: number; staying: Staying[] }>(`
    with l as (select l.*, case when l.closed_at is not null then 'closed' when l.kept then 'recorded' when l.state <> 'planned' or l.revision > 1 then 'changed' end as why
               from schedule.lesson l where l.school_id = $1 and l.date between $2::date and $3::date and l.entry_id is not null)
    select (select count(*)::int from l where why is null) as following, (select count(*)::int from l where why is not null) as "stayingCount",
      coalesce((select json_agg(x) from (select l.date::text as date, l.number, s.name as subject, g.name as group, l.why from l join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id join registry.v_group g on g.school_id = $1 and g.id = l.group_id
                where l.why is not null order by l.date, l.number, g.name limit 30) x), '[]') as staying`, [read.schoolId, from, to])
  return row!
}
/** The published timetable that holds just before a day. */
export const findHolding = async (read: Read, year: number, day: string, exceptId: string) => (await read.rows<{ name: string }>(`
  select name from schedule.timetable where school_id = $1 and year = $2 and state = 'published' and valid_from <= $3::date and id <> $4 order by valid_from desc limit 1`, [read.schoolId, year, day, exceptId]))[0]?.name ?? null

export const findRules = async (read: Read, day: string) => (await read.rows<{ validFrom: string; revision: number; rules: TimetableRules }>(`
  select valid_from::text as "validFrom", revision, rules from schedule.timetable_rule where school_id = $1 and valid_from <= $2::date order by valid_from desc limit 1`, [read.schoolId, day]))[0]
export const lockRules = async (work: Work, validFrom: string) => (await work.rows<{ revision: number; rules: unknown }>('select revision, rules from schedule.timetable_rule where school_id = $1 and valid_from = $2::date for update', [work.schoolId, validFrom]))[0]
export const saveRules = (work: Work, validFrom: string, rules: TimetableRules, revision: number) => work.rows(`
  insert into schedule.timetable_rule (school_id, valid_from, rules, revision) values ($1, $2, $3::jsonb, $4) on conflict (school_id, valid_from) do update set rules = excluded.rules, revision = excluded.revision`, [work.schoolId, validFrom, JSON.stringify(rules), revision])
export const listRuleNames = async (read: Read, year: number) => (await read.rows<{ subjects: { id: string; name: string }[]; rooms: { id: string; name: string }[]; classes: { id: string; name: string }[] }>(`
  select coalesce((select json_agg(json_build_object('id', id, 'name', name) order by sort, name) from registry.v_subject where school_id = $1), '[]') as subjects,
         coalesce((select json_agg(json_build_object('id', id, 'name', name) order by nullif(substring(name from '^\\d+'), '')::numeric nulls last, name) from registry.v_room where school_id = $1), '[]') as rooms,
         coalesce((select json_agg(json_build_object('id', id, 'name', name) order by grade_level, name) from registry.v_class where school_id = $1 and school_year = $2 and closed_on is null), '[]') as classes`, [read.schoolId, year]))[0]!
