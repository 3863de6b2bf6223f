import type { Read, Work } from '@school/server'

export interface SchoolProgress {
  id: string; name: string; municipality_id: string; municipality_name: string; region_id: string; region_name: string
  admin_in: boolean; staff: number; staff_in: number; pupils: number; classes: number; with_parent: number; first_marks: boolean
}

const today = 'r.valid_from <= $3::date and (r.valid_to is null or r.valid_to >= $3::date)'
const staffRoles = `('schoolAdmin', 'principal', 'deputyHead', 'teacher')`

const progress = `
  select s.id, s.short_name as name, s.municipality_id, s.municipality_name, s.region_id, s.region_name, coalesce(n.admin_in, false) as admin_in, coalesce(n.staff, 0)::integer as staff,
    coalesce(n.staff_in, 0)::integer as staff_in, coalesce(n.pupils, 0)::integer as pupils, coalesce(n.classes, 0)::integer as classes, coalesce(n.with_parent, 0)::integer as with_parent, t.step is not null as first_marks
  from registry.v_school s
  left join lateral (
    select bool_or(r.role = 'schoolAdmin' and a.person_id is not null) as admin_in,
      count(distinct r.person_id) filter (where r.role in ${staffRoles}) as staff, count(distinct r.person_id) filter (where r.role in ${staffRoles} and a.person_id is not null) as staff_in,
      count(distinct r.person_id) filter (where r.role = 'pupil') as pupils, count(distinct r.class_id) filter (where r.role = 'pupil') as classes,
      count(distinct r.scope_id) filter (where r.role = 'parent' and a.person_id is not null) as with_parent
    from identity.v_role r left join identity.account a on a.person_id = r.person_id where r.school_id = s.id and ${today}) n on true
  left join identity.school_step t on t.school_id = s.id and t.step = 'firstMark'
  where ($1::uuid is null or s.region_id = $1::uuid) and ($2::uuid is null or s.municipality_id = $2::uuid)
  order by s.short_name, s.id`

/** How far each school of a territory has come, in figures without people. */
export const listProgress = (read: Read, territory: { regionId?: string; municipalityId?: string }) =>
  read.rows<SchoolProgress>(progress, [territory.regionId ?? null, territory.municipalityId ?? null, read.now.toISOString().slice(0, 10)])

/** Notes that a school has reached something for the first time. */
export const noteStep = async (work: Work, schoolId: string, step: 'firstMark'): Promise<void> => {
  await work.rows('insert into identity.school_step (school_id, step, at) values ($1, $2, $3) on conflict do nothing', [schoolId, step, work.now])
}
