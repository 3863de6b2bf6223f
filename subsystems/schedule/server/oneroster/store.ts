import type { Read, Work } from '@school/server'
import type { Mode } from './fields.ts'

/** Everything a package says of a school year, as rows ready for the files: one statement a file. */
export async function listPackageRows(read: Read, year: number, today: string): Promise<Record<'orgs' | 'sessions' | 'courses' | 'homerooms' | 'taught' | 'users' | 'pupils', Record<string, string | null>[]>> {
  const run = (sql: string, values: unknown[]) => read.rows<Record<string, string | null>>(sql, values)
  const at = [read.schoolId, year, today]
  return {
    orgs: await run(`select s.id as school, s.short_name, s.full_name, s.municipality_id as municipality, s.municipality_name, m.region_id as region, s.region_name from registry.v_school s join registry.v_municipality m on m.id = s.municipality_id where s.id = $1`, [read.schoolId]),
    sessions: await run(`
      select 'year-' || y.year as id, 'schoolYear' as type, y.starts::text as starts, y.ends::text as ends, null as parent, null as name from schedule.school_year y where y.school_id = $1 and y.year = $2
      union all select p.id::text, 'term', p.starts::text, p.ends::text, 'year-' || s.year, s.name || ': ' || p.name from schedule.period_scheme s join schedule.period p on p.school_id = $1 and p.scheme_id = s.id where s.school_id = $1 and s.year = $2 order by 2, 3`, [read.schoolId, year]),
    courses: await run(`select distinct s.id, s.name from registry.v_subject s join schedule.course c on c.school_id = $1 and c.subject_id = s.id where s.school_id = $1 and c.year = $2 and c.closed_on is null order by s.name`, [read.schoolId, year]),
    homerooms: await run(`
      select c.id, c.name, c.grade_level::text as grade, c.letter, c.course::text as course, c.shift::text as shift, coalesce(t.week_days, 5)::text as days, b.name as building, c.homeroom_teacher_id as teacher
        from registry.v_class c left join schedule.class_setting t on t.school_id = $1 and t.class_id = c.id left join registry.v_building b on b.school_id = $1 and b.id = c.building_id
       where c.school_id = $1 and c.school_year = $2 and c.closed_on is null order by c.grade_level, c.name`, [read.schoolId, year]),
    taught: await run(`
      select c.id, s.id as subject_id, s.name as subject, g.name as group_name, g.kind, c.hours_per_week::float8::text as hours,
             (select string_agg(k.name, '; ' order by k.grade_level, k.name) from registry.v_group_class gc join registry.v_class k on k.school_id = $1 and k.id = gc.class_id where gc.school_id = $1 and gc.group_id = g.id) as classes,
             (select string_agg(t.teacher_id::text, ',' order by t.valid_from, t.teacher_id) from schedule.course_teacher t where t.school_id = $1 and t.course_id = c.id and t.valid_from <= $3 and (t.valid_to is null or t.valid_to >= $3)) as teachers,
             (select string_agg(m.student_id::text, ',' order by m.student_id) from registry.v_group_member m where m.school_id = $1 and m.group_id = g.id and m.valid_from <= $3 and (m.valid_to is null or m.valid_to >= $3)) as members
        from schedule.course c join registry.v_group g on g.school_id = $1 and g.id = c.group_id join registry.v_subject s on s.school_id = $1 and s.id = c.subject_id
       where c.school_id = $1 and c.year = $2 and c.closed_on is null order by g.name, s.name, c.id`, at),
    users: await run(`
      with place as (
        select person_id as id, case role when 'teacher' then 'teacher' when 'principal' then 'principal' when 'staff' then 'aide' else 'siteAdministrator' end as role, max(position) as position, min(valid_from)::text as starts
          from registry.v_employment where school_id = $1 and valid_from <= $2 and (valid_to is null or valid_to >= $2) group by 1, 2
        union all select n.student_id, 'student', null, min(n.valid_from)::text from registry.v_enrolment n where n.school_id = $1 and n.valid_from <= $2 and (n.valid_to is null or n.valid_to >= $2) group by n.student_id
        union all select g.guardian_id, 'parent', null, min(g.valid_from)::text from registry.v_guardianship g join registry.v_enrolment n on n.school_id = $1 and n.student_id = g.student_id and n.valid_from <= $2 and (n.valid_to is null or n.valid_to >= $2)
                   where not g.restricted and g.valid_from <= $2 and (g.valid_to is null or g.valid_to >= $2) group by g.guardian_id)
      select p.id, p.last_name, p.first_name, p.middle_name, p.birth_date::text as birth_date, p.gender, p.snils, p.email, place.role, place.position, place.starts,
             a.agents, a.relations from place join registry.v_person_number p on p.id = place.id
        left join lateral (select string_agg(g.guardian_id::text, ',' order by g.guardian_id) as agents, string_agg(g.basis, ',' order by g.guardian_id) as relations from registry.v_guardianship g
                            where place.role = 'student' and g.student_id = p.id and not g.restricted and g.valid_from <= $2 and (g.valid_to is null or g.valid_to >= $2)) a on true
       order by array_position(array['teacher', 'aide', 'principal', 'siteAdministrator', 'student', 'parent'], place.role), p.last_name, p.first_name, p.id`, [read.schoolId, today]),
    pupils: await run(`select n.id, n.student_id as person, n.class_id as class, n.valid_from::text as starts from registry.v_enrolment n join registry.v_class c on c.school_id = $1 and c.id = n.class_id and c.school_year = $2 where n.school_id = $1 and n.valid_from <= $3 and (n.valid_to is null or n.valid_to >= $3) order by n.id`, at),
  }
}

/** What earlier packages called our records. */
export async function readKnown(read: Read): Promise<{ users: Map<string, string>; classes: Map<string, string> }> {
  const rows = await read.rows<{ kind: 'user' | 'class'; sourced_id: string; means: string }>('select kind, sourced_id, means from schedule.roster_source where school_id = $1', [read.schoolId])
  const of = (kind: 'user' | 'class') => new Map(rows.filter((one) => one.kind === kind).map((one) => [one.sourced_id, one.means]))
  return { users: of('user'), classes: of('class') }
}

export const keepKnown = (work: Work, rows: readonly { kind: 'user' | 'class'; sourced_id: string; means: string }[]) => work.rows(`
  insert into schedule.roster_source (school_id, kind, sourced_id, means) select $1::uuid, r.kind, r.sourced_id, r.means from jsonb_to_recordset($2::jsonb) as r(kind text, sourced_id text, means text)
  on conflict (school_id, kind, sourced_id) do update set means = excluded.means where schedule.roster_source.means <> excluded.means`, [work.schoolId, JSON.stringify(rows)])

export type Sent = Record<string, Record<string, string>>
export interface ExportRow { id: string; recipient: string; format: 'oneroster' | 'workbook'; mode: Mode; made_at: Date; counts: Record<string, number> }
const exportColumns = 'id, recipient, format, mode, made_at, counts'
export const listExportRows = (read: Read) => read.rows<ExportRow>(`select ${exportColumns} from schedule.roster_export where school_id = $1 order by made_at desc, id desc limit 50`, [read.schoolId])
export const findExport = async (read: Read, id: string) => (await read.rows<ExportRow & { content: Uint8Array | null }>(`select ${exportColumns}, content from schedule.roster_export where school_id = $1 and id = $2`, [read.schoolId, id]))[0]
/** What the recipient was sent last, by file and record; null before the first package. */
export const findLastSent = async (read: Read, recipient: string) => (await read.rows<{ sent: Sent }>(`select sent from schedule.roster_export where school_id = $1 and recipient = $2 and format = 'oneroster' and sent is not null order by made_at desc, id desc limit 1`, [read.schoolId, recipient]))[0]?.sent ?? null
export const insertExport = (work: Work, row: Omit<ExportRow, 'made_at'> & { sent: Sent | null; content: Uint8Array }) => work.rows(`
  with earlier as (update schedule.roster_export set sent = null where school_id = $1 and recipient = $3 and format = $4 and sent is not null)
  insert into schedule.roster_export (school_id, id, recipient, format, mode, made_at, made_by, counts, sent, content) values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10)`,
[work.schoolId, row.id, row.recipient, row.format, row.mode, work.now, work.by.personId, JSON.stringify(row.counts), row.sent === null ? null : JSON.stringify(row.sent), Buffer.from(row.content)])
/** Packages are kept for a day, for a download that broke off; then only what they held in numbers stays. */
export const forgetExports = (work: Work) => work.rows<{ id: string }>(`update schedule.roster_export set content = null where school_id = $1 and content is not null and made_at < $2::timestamptz - interval '1 day' returning id`, [work.schoolId, work.now])
