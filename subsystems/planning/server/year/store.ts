import type { Read, Work } from '@school/server'

interface Gap { count: number; names: string[] }
export interface YearRow {
  today: string; starts: string | null; has_year: boolean; classes: number; timetabled: number; courses: number; planned_courses: number
  unset: Gap; unrolled: Gap; without_plan: Gap; drafts: Gap; not_made: Gap; without_teacher: Gap; not_placed: Gap; without_lessons: Gap; bells: number; opened_at: string | null; opened_by: string | null
}

const gap = (from: string, name: string) => `(select json_build_object('count', count(*)::int, 'names', coalesce((array_agg(${name} order by ${name}))[1:6], '{}')) from ${from})`

/** Everything the steps of a year ask, in one statement. */
export const findYearRow = async (read: Read, year: number): Promise<YearRow> => (await read.rows<YearRow>(`
  with d as (select ($3::timestamptz at time zone sc.time_zone)::date as today from registry.v_school sc where sc.id = $1),
  k as (select * from registry.v_class where school_id = $1 and school_year = $2 and closed_on is null),
  cs as (select s.* from schedule.v_class_setting s join k on k.id = s.class_id where s.school_id = $1),
  e as (select c.id, c.name, a.class_id, (select max(edition) from planning.curriculum_edition x where x.school_id = $1 and x.curriculum_id = c.id and x.state = 'accepted') as accepted
        from planning.curriculum_class a join planning.curriculum c on c.school_id = $1 and c.id = a.curriculum_id join k on k.id = a.class_id where a.school_id = $1),
  c as (select c.id, s.name || ', ' || g.name as name, c.hours_per_week, c.group_id, c.subject_id, s.kind from schedule.v_course c join registry.v_subject s on s.school_id = $1 and s.id = c.subject_id
        join registry.v_group g on g.school_id = $1 and g.id = c.group_id where c.school_id = $1 and c.year = $2 and c.closed_on is null and c.hours_per_week > 0),
  n as (select k.id as class_id, l.subject_id, k.name || ': ' || s.name as name from e join k on k.id = e.class_id join planning.curriculum_line l on l.school_id = $1 and l.curriculum_id = e.id and l.edition = e.accepted
        join planning.curriculum_hours h on h.school_id = $1 and h.curriculum_id = e.id and h.edition = e.accepted and h.line_id = l.id and h.grade = k.grade_level join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id)
  select d.today::text as today, exists (select 1 from schedule.v_school_year y where y.school_id = $1 and y.year = $2) as has_year,
    (select min(p.starts)::text from cs join schedule.v_period p on p.school_id = $1 and p.scheme_id = cs.period_scheme_id) as starts, (select count(*)::int from k) as classes, (select count(distinct bell_schedule_id)::int from cs) as bells,
    ${gap('k where not exists (select 1 from cs where cs.class_id = k.id)', 'k.name')} as unset,
    ${gap(`registry.v_class o where o.school_id = $1 and o.school_year = $2 - 1 and o.closed_on is null and o.grade_level between 1 and 10 and o.grade_level <> 9
      and not exists (select 1 from k where k.previous_class_id = o.id)`, 'o.name')} as unrolled,
    ${gap('k where k.grade_level is not null and not exists (select 1 from e where e.class_id = k.id)', 'k.name')} as without_plan,
    ${gap('(select distinct name from e where accepted is null) u', 'u.name')} as drafts,
    ${gap(`(select distinct n.name from n where not exists (select 1 from c join registry.v_group_class gc on gc.school_id = $1 and gc.group_id = c.group_id where gc.class_id = n.class_id and c.subject_id = n.subject_id)) u`, 'u.name')} as not_made,
    ${gap(`c where not exists (select 1 from schedule.v_course_teacher t where t.school_id = $1 and t.course_id = c.id and (t.valid_to is null or t.valid_to >= greatest(d.today, make_date($2, 9, 1))))`, 'c.name')} as without_teacher,
    ${gap('c left join schedule.v_course_placed pl on pl.school_id = $1 and pl.course_id = c.id where coalesce(pl.hours, 0) < c.hours_per_week', 'c.name')} as not_placed,
    (select count(*)::int from c join schedule.v_course_placed pl on pl.school_id = $1 and pl.course_id = c.id) as timetabled, (select count(*)::int from c) as courses,
    (select count(*)::int from c where kind = 'core') as planned_courses,
    ${gap(`c where c.kind = 'core' and not exists (select 1 from planning.course_plan p where p.school_id = $1 and p.course_id = c.id)`, 'c.name')} as without_lessons,
    (select to_char(o.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from planning.year_opening o where o.school_id = $1 and o.year = $2) as opened_at,
    (select p.last_name || ' ' || p.first_name from planning.year_opening o join registry.v_person p on p.id = o.opened_by where o.school_id = $1 and o.year = $2) as opened_by
  from d`, [read.schoolId, year, read.now]))[0]!

export const saveOpening = (work: Work, year: number, checks: unknown) => work.rows(
  'insert into planning.year_opening (school_id, year, opened_at, opened_by, checks) values ($1, $2, $3, $4, $5::jsonb) on conflict (school_id, year) do nothing', [work.schoolId, year, work.now, work.by.personId, JSON.stringify(checks)])
