import { addresses, type Address } from '@school/contract'
import type { Read } from '@school/server'

const held = `
  select 'role' as kind, r.role, r.school_id, null::uuid as id from registry.v_role r where r.person_id = $1 and r.school_id is not null and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to >= $2::date)
  union select 'group', null, m.school_id, m.group_id from registry.v_membership m where m.student_id = $1 and m.valid_from <= $2::date and (m.valid_to is null or m.valid_to >= $2::date)
  union select 'staff', null, e.school_id, null from registry.v_staff_place e where e.person_id = $1 and e.valid_from <= $2::date and (e.valid_to is null or e.valid_to >= $2::date)
  union select 'child', null, null, g.student_id from registry.guardianship_of_record g where g.guardian_id = $1 and not g.restricted and g.valid_from <= $2::date and (g.valid_to is null or g.valid_to >= $2::date)`

interface Held { kind: 'role' | 'group' | 'staff' | 'child'; role: string | null; school_id: string | null; id: string | null }

/** The live addresses that follow from the registry: schools, groups, and families whose rights are not restricted. */
export async function listAddresses(read: Read, personId: string): Promise<Address[]> {
  const rows = await read.rows<Held>(held, [personId, read.now.toISOString().slice(0, 10)])
  return [...new Set(rows.flatMap((row) => of(row, personId)))]
}

function of({ kind, role, school_id, id }: Held, personId: string): Address[] {
  if (kind === 'child') return [addresses.family(id!)]
  if (kind === 'group') return [addresses.group(id!)]
  if (kind === 'staff') return [addresses.school(school_id!), addresses.staff(school_id!)]
  if (role === 'pupil') return [addresses.school(school_id!), addresses.family(personId)]
  if (role === 'schoolAdmin' || role === 'principal' || role === 'deputyHead') return [addresses.school(school_id!), addresses.staff(school_id!), addresses.office(school_id!)]
  return [addresses.school(school_id!)]
}
