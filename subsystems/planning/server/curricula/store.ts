import type { Read, Work } from '@school/server'
import type { CurriculumHead, Line } from '../../contract/curricula.ts'
import type { Part, PersonName } from '../../contract/shapes.ts'

export interface EditionRow { edition: number; valid_from: string; reason: string; state: 'draft' | 'accepted'; order_number: string; despite: string; accepted_by: PersonName | null; accepted_at: string | null }
export interface LineRow { id: string; part: Part; area: string; subjectId: string; subject: string; advanced: boolean; cells: { grade: number; hours: number; groups: number }[] }
export interface NamedRow { id: string; name: string }
export interface StudentRow { student: PersonName; className: string | null; from: string; to: string | null; basis: string }
export interface HeadRow {
  id: string; year: number; name: string; kind: CurriculumHead['kind']; level: CurriculumHead['level']; profile: string; week_days: number; standard: string; from_grade: number; to_grade: number; revision: number
  editions: EditionRow[]; classes: NamedRow[]; students: StudentRow[]
}

const person = (p: string) => `json_build_object('id', ${p}.id, 'lastName', ${p}.last_name, 'firstName', ${p}.first_name, 'middleName', ${p}.middle_name)`
const heads = `
  select c.id, c.year, c.name, c.kind, c.level, c.profile, c.week_days, c.standard, c.from_grade, c.to_grade, c.revision,
    (select coalesce(json_agg(json_build_object('edition', e.edition, 'valid_from', e.valid_from, 'reason', e.reason, 'state', e.state, 'order_number', e.order_number, 'despite', e.despite,
       'accepted_by', case when p.id is null then null else ${person('p')} end, 'accepted_at', e.accepted_at) order by e.edition), '[]')
       from planning.curriculum_edition e left join registry.v_person p on p.id = e.accepted_by where e.school_id = $1 and e.curriculum_id = c.id) as editions,
    (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name) order by k.grade_level, k.name), '[]')
       from planning.curriculum_class a join registry.v_class k on k.school_id = $1 and k.id = a.class_id where a.school_id = $1 and a.curriculum_id = c.id) as classes,
    (select coalesce(json_agg(json_build_object('student', ${person('p')}, 'from', s.valid_from, 'to', s.valid_to, 'basis', s.basis,
       'className', (select k.name from registry.v_enrolment n join registry.v_class k on k.school_id = $1 and k.id = n.class_id where n.school_id = $1 and n.student_id = s.student_id order by n.valid_from desc limit 1)) order by p.last_name, p.first_name), '[]')
       from planning.curriculum_student s join registry.v_person p on p.id = s.student_id where s.school_id = $1 and s.curriculum_id = c.id) as students
  from planning.curriculum c where c.school_id = $1`

export const findCurriculum = async (read: Read, id: string): Promise<HeadRow | undefined> => (await read.rows<HeadRow>(`${heads} and c.id = $2`, [read.schoolId, id]))[0]
export const listCurriculumRows = (read: Read, year: number): Promise<HeadRow[]> => read.rows<HeadRow>(`${heads} and c.year = $2 order by c.from_grade, c.kind, c.name`, [read.schoolId, year])
export const lockCurriculum = async (work: Work, id: string) => (await work.rows<{ id: string; year: number; name: string; revision: number }>('select id, year, name, revision from planning.curriculum where school_id = $1 and id = $2 for update', [work.schoolId, id]))[0]

const lineJson = `json_build_object('id', l.id, 'part', l.part, 'area', l.area, 'subjectId', l.subject_id, 'subject', s.name, 'advanced', l.advanced,
  'cells', (select coalesce(json_agg(json_build_object('grade', h.grade, 'hours', h.hours::float8, 'groups', h.groups) order by h.grade), '[]') from planning.curriculum_hours h where h.school_id = $1 and h.curriculum_id = l.curriculum_id and h.edition = l.edition and h.line_id = l.id))`
/** Lines of one edition, or of several, by plan. */
export const listLines = (read: Read, of: readonly { id: string; edition: number }[]): Promise<{ curriculum_id: string; lines: LineRow[] }[]> => read.rows(`
  select l.curriculum_id, json_agg(${lineJson} order by l.sort, s.sort, s.name) as lines
  from unnest($2::uuid[], $3::smallint[]) as w(id, edition) join planning.curriculum_line l on l.school_id = $1 and l.curriculum_id = w.id and l.edition = w.edition
  join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id group by l.curriculum_id`, [read.schoolId, of.map((one) => one.id), of.map((one) => one.edition)])

export const listClassesWithout = (read: Read, year: number): Promise<NamedRow[]> => read.rows<NamedRow>(`
  select k.id, k.name from registry.v_class k where k.school_id = $1 and k.school_year = $2 and k.closed_on is null and k.grade_level is not null
    and not exists (select 1 from planning.curriculum_class a where a.school_id = $1 and a.class_id = k.id) order by k.grade_level, k.name`, [read.schoolId, year])
export const listClassesOf = (read: Read, ids: readonly string[]) => read.rows<{ id: string; name: string; grade_level: number | null; school_year: number }>('select id, name, grade_level, school_year from registry.v_class where school_id = $1 and id = any($2::uuid[])', [read.schoolId, ids])

export const saveCurriculum = (work: Work, row: Omit<HeadRow, 'editions' | 'classes' | 'students'> & { copied_from: string | null }) => work.rows(`
  insert into planning.curriculum (school_id, id, year, name, kind, level, profile, week_days, standard, from_grade, to_grade, copied_from, revision) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  on conflict (school_id, id) do update set name = excluded.name, profile = excluded.profile, week_days = excluded.week_days, standard = excluded.standard, from_grade = excluded.from_grade, to_grade = excluded.to_grade, level = excluded.level, revision = excluded.revision`,
[work.schoolId, row.id, row.year, row.name, row.kind, row.level, row.profile, row.week_days, row.standard, row.from_grade, row.to_grade, row.copied_from, row.revision])
export const bumpRevision = (work: Work, id: string) => work.rows('update planning.curriculum set revision = revision + 1 where school_id = $1 and id = $2', [work.schoolId, id])
export const hasPlanNamed = async (read: Read, year: number, name: string, exceptId: string) => (await read.rows('select 1 from planning.curriculum where school_id = $1 and year = $2 and name = $3 and id <> $4', [read.schoolId, year, name, exceptId])).length > 0

export const saveEdition = (work: Work, curriculumId: string, row: { edition: number; valid_from: string; reason: string }) => work.rows(`
  insert into planning.curriculum_edition (school_id, curriculum_id, edition, valid_from, reason, state) values ($1, $2, $3, $4, $5, 'draft')
  on conflict (school_id, curriculum_id, edition) do update set valid_from = excluded.valid_from, reason = excluded.reason`, [work.schoolId, curriculumId, row.edition, row.valid_from, row.reason])
export const acceptEditionRow = (work: Work, curriculumId: string, edition: number, orderNumber: string, despite: string) => work.rows(`
  update planning.curriculum_edition set state = 'accepted', order_number = $4, despite = $5, accepted_by = $6, accepted_at = $7 where school_id = $1 and curriculum_id = $2 and edition = $3`,
[work.schoolId, curriculumId, edition, orderNumber, despite, work.by.personId, work.now])

/** The lines of a draft become exactly these. */
export async function replaceLines(work: Work, curriculumId: string, edition: number, lines: readonly Line[]): Promise<void> {
  await work.rows('delete from planning.curriculum_line where school_id = $1 and curriculum_id = $2 and edition = $3', [work.schoolId, curriculumId, edition])
  if (lines.length === 0) return
  await work.rows(`insert into planning.curriculum_line (school_id, curriculum_id, edition, id, part, area, subject_id, advanced, sort)
    select $1::uuid, $2::uuid, $3::smallint, r.id, r.part, r.area, r."subjectId", r.advanced, r.sort from jsonb_to_recordset($4::jsonb) as r(id uuid, part text, area text, "subjectId" uuid, advanced boolean, sort smallint)`,
  [work.schoolId, curriculumId, edition, JSON.stringify(lines.map((line, sort) => ({ ...line, cells: undefined, sort })))])
  await work.rows(`insert into planning.curriculum_hours (school_id, curriculum_id, edition, line_id, grade, hours, groups)
    select $1::uuid, $2::uuid, $3::smallint, r.line, r.grade, r.hours, r.groups from jsonb_to_recordset($4::jsonb) as r(line uuid, grade smallint, hours numeric, groups smallint)`,
  [work.schoolId, curriculumId, edition, JSON.stringify(lines.flatMap((line) => line.cells.map((cell) => ({ line: line.id, ...cell }))))])
}

export async function removeEditionRows(work: Work, curriculumId: string, edition: number, whole: boolean): Promise<void> {
  await work.rows('delete from planning.curriculum_line where school_id = $1 and curriculum_id = $2 and edition = $3', [work.schoolId, curriculumId, edition])
  await work.rows('delete from planning.curriculum_edition where school_id = $1 and curriculum_id = $2 and edition = $3', [work.schoolId, curriculumId, edition])
  if (whole) await work.rows('delete from planning.curriculum where school_id = $1 and id = $2', [work.schoolId, curriculumId])
}

/** Exactly these classes are taught by the plan; a class has one plan. */
export async function setClasses(work: Work, curriculumId: string, classIds: readonly string[]): Promise<void> {
  await work.rows('delete from planning.curriculum_class where school_id = $1 and curriculum_id = $2 and class_id <> all($3::uuid[])', [work.schoolId, curriculumId, classIds])
  await work.rows(`insert into planning.curriculum_class (school_id, class_id, curriculum_id) select $1::uuid, one, $2::uuid from unnest($3::uuid[]) as one
    on conflict (school_id, class_id) do update set curriculum_id = excluded.curriculum_id`, [work.schoolId, curriculumId, classIds])
}
export async function setStudents(work: Work, curriculumId: string, students: readonly { studentId: string; from: string; to: string | null; basis: string }[]): Promise<void> {
  await work.rows('delete from planning.curriculum_student where school_id = $1 and curriculum_id = $2', [work.schoolId, curriculumId])
  await work.rows(`insert into planning.curriculum_student (school_id, curriculum_id, student_id, valid_from, valid_to, basis)
    select $1::uuid, $2::uuid, r."studentId", r."from", r."to", r.basis from jsonb_to_recordset($3::jsonb) as r("studentId" uuid, "from" date, "to" date, basis text)`, [work.schoolId, curriculumId, JSON.stringify(students)])
}
export const countPupils = async (read: Read, ids: readonly string[]) => (await read.rows<{ n: number }>('select count(distinct student_id)::int as n from registry.v_enrolment where school_id = $1 and student_id = any($2::uuid[])', [read.schoolId, ids]))[0]?.n ?? 0

export const listSubjectRows = (read: Read) => read.rows<{ id: string; name: string; kind: 'core' | 'extracurricular' }>('select id, name, kind from registry.v_subject where school_id = $1 order by sort, name', [read.schoolId])
