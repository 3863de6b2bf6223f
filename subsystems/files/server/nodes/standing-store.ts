import type { Read } from '@school/server'

interface RoleRow { role: string; school_id: string; class_id: string | null }

/** Every relation of a person to schools and classes today: roles, classes of children, classes that are taught; and the other records of the same human being. */
const roles = (read: Read, personId: string) => read.rows<RoleRow>(`
  with me as (select $1::uuid as id union select s.other_id from registry.v_same_person s where s.record_id = $1)
  select r.role, r.school_id, r.class_id from registry.v_role r where r.person_id = $1 and r.school_id is not null and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to >= $2::date)
  union select 'staff', e.school_id, null from registry.v_staff_place e where e.person_id in (select me.id from me) and e.valid_from <= $2::date and (e.valid_to is null or e.valid_to >= $2::date)
  union select 'teaches', t.school_id, t.class_id from registry.v_taught_class t where t.person_id in (select me.id from me) and t.valid_from <= $2::date and (t.valid_to is null or t.valid_to >= $2::date)
  union select 'self', s.other_id, null from registry.v_same_person s where s.record_id = $1`,
[personId, read.now.toISOString().slice(0, 10)])

const classesOf = async (read: Read, schools: readonly string[]) =>
  schools.length === 0 ? [] : (await read.rows<{ id: string }>('select id from registry.v_class_name where school_id = any($1)', [schools])).map((row) => row.id)

const office = new Set(['schoolAdmin', 'principal', 'deputyHead'])

/** What a person may open because of who they are, and the audiences of shares they belong to. */
export interface Standing {
  readonly personId: string
  /** Roots they may change, their own first. */
  readonly edits: readonly string[]
  /** Roots they may only read. */
  readonly views: readonly string[]
  readonly audiences: readonly string[]
  /** Classes and schools that are theirs by themselves, without those an office sees as well. */
  readonly classes: readonly string[]
  readonly schools: readonly string[]
  readonly isStaff: boolean
  readonly isPupil: boolean
}

/** A pupil, a parent, a teacher and an office stand in their school and its classes differently; one person is often several of them. */
export async function standingOf(read: Read, personId: string): Promise<Standing> {
  const found = await roles(read, personId)
  const selves = [personId, ...found.filter((row) => row.role === 'self').map((row) => row.school_id)]
  const held = found.filter((row) => row.role !== 'self')
  const of = (...names: string[]) => held.filter((row) => names.includes(row.role))
  const officeSchools = [...new Set(held.filter((row) => office.has(row.role)).map((row) => row.school_id))]
  const ids = (rows: readonly RoleRow[]) => [...new Set(rows.flatMap((row) => row.class_id ?? []))]
  const [leads, attends] = [ids(of('homeroomTeacher', 'teaches')), ids(of('pupil', 'parent'))]
  const worksIn = [...new Set(of('staff', 'teacher', 'homeroomTeacher', ...office).map((row) => row.school_id))]
  return {
    personId,
    edits: [...new Set([...selves, ...officeSchools, ...leads, ...await classesOf(read, officeSchools)])],
    views: [...new Set([...worksIn, ...attends])],
    audiences: [...selves.map((id) => `person:${id}`), ...[...leads, ...attends].map((id) => `class:${id}`), ...new Set(held.map((row) => `role:${row.school_id}:${row.role}`))],
    classes: [...new Set([...leads, ...attends])], schools: [...new Set(held.map((row) => row.school_id))],
    isStaff: worksIn.length > 0, isPupil: of('pupil').length > 0,
  }
}
