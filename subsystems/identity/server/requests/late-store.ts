import type { Read } from '@school/server'

export interface LateRow { person_id: string; scope_id: string; school: string; kind: string; due_at: Date }
// The curators of the municipality; where nobody is appointed there, those of the region.
const late = `
  select g.person_id, g.scope_id, s.short_name as school, r.kind, r.due_at from identity.join_request r join registry.v_school s on s.id = r.school_id
  join identity.grant_of_role g on g.valid_from <= $3::timestamptz::date and (g.valid_to is null or g.valid_to >= $3::timestamptz::date)
    and ((g.role = 'municipalCurator' and g.scope_id = s.municipality_id::text) or (g.role = 'regionalCurator' and g.scope_id = s.region_id::text and not exists (
      select 1 from identity.grant_of_role m where m.role = 'municipalCurator' and m.scope_id = s.municipality_id::text and m.valid_from <= $3::timestamptz::date and (m.valid_to is null or m.valid_to >= $3::timestamptz::date))))
  where r.school_id = $1 and r.id = $2 and r.state = 'PENDING' and r.escalated_at is not null`
/** Who looks after a school whose request waits too long, while it does. */
export const listCuratorsOfLate = (read: Read, requestId: string) => read.rows<LateRow>(late, [read.schoolId, requestId, read.now])
