import type { Read } from '@school/server'
import type { Place } from './rules.ts'

export interface Filters { readonly personId?: string | undefined; readonly aboutId?: string | undefined; readonly action?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined }
interface PersonRow { id: string; lastName: string; firstName: string; middleName: string | null }
export interface EntryRow { id: string; at: Date; action: string; role: string | null; by: PersonRow | null; about: PersonRow | null; place: string; before: unknown; after: unknown; sealed: number | null }

const person = (id: string) => `(select json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name) from registry.v_person p where p.id = ${id})`
const place = `coalesce((select s.short_name from registry.v_school s where s.id = e.school_id), '') as place`

/** $1 moment and $2 key of the last row seen, $3 person, $4 about, $5 beginning of the action, $6 and $7 days in the zone $8, $9 how many. */
const filtered = `($1::timestamptz is null or (e.at, e.id) < ($1::timestamptz, $2::uuid)) and ($3::uuid is null or e.actor_id = $3) and ($4::uuid is null or e.about_id = $4) and ($5::text is null or starts_with(e.action, $5))
    and ($6::date is null or e.at >= ($6::date)::timestamp at time zone $8) and ($7::date is null or e.at < ($7::date + 1)::timestamp at time zone $8)
  order by e.at desc, e.id desc limit $9`
const valuesOf = (filters: Filters, after: Place | null, zone: string, limit: number) =>
  [after?.at ?? null, after?.key ?? null, filters.personId ?? null, filters.aboutId ?? null, filters.action ?? null, filters.from ?? null, filters.to ?? null, zone, limit]
const whole = `e.id, e.at, e.action, e.acting_role as role, ${person('e.actor_id')} as by, ${person('e.about_id')} as about, ${place}, e.before, e.after, e.seq as sealed`

/** Acts of one school, newest first. */
export const listOfSchool = (read: Read, schoolId: string, filters: Filters, after: Place | null, zone: string, limit: number) => read.rows<EntryRow>(
  `select ${whole} from audit.v_entry e where e.school_id = $10::uuid and ${filtered}`, [...valuesOf(filters, after, zone, limit), schoolId])

/** Acts outside any school, newest first. */
export const listOutsideSchools = (read: Read, filters: Filters, after: Place | null, zone: string, limit: number) => read.rows<EntryRow>(
  `select ${whole} from audit.v_entry e where e.school_id is null and ${filtered}`, valuesOf(filters, after, zone, limit))

/** Acts of the curators and administrators of a territory: that and when, never about whom or what of it. */
export const listOfTerritory = (read: Read, territory: { regionId?: string; municipalityId?: string }, filters: Filters, after: Place | null, zone: string, limit: number) => read.rows<EntryRow>(`
  select e.id, e.at, e.action, e.acting_role as role, ${person('e.actor_id')} as by, null as about, ${place}, null as before, null as after, e.seq as sealed
  from audit.v_entry e where e.acting_role in ('municipalCurator', 'schoolAdmin')
    and (e.school_id = any(array(select s.id from registry.v_school s where s.region_id = $10::uuid or s.municipality_id = $11::uuid))
      or (e.school_id is null and e.acting_role = 'municipalCurator' and e.actor_id = any(array(
        select r.person_id from identity.v_role r join registry.v_municipality m on m.id::text = r.scope_id where r.role = 'municipalCurator' and m.region_id = $10::uuid))))
    and ${filtered}`, [...valuesOf({ ...filters, aboutId: undefined }, after, zone, limit), territory.regionId ?? null, territory.municipalityId ?? null])

/** What one person did anywhere; about whom only in the schools named. */
export const listOfActor = (read: Read, actorId: string, schools: readonly string[], filters: Filters, after: Place | null, zone: string, limit: number) => read.rows<EntryRow>(`
  select e.id, e.at, e.action, e.acting_role as role, ${person('e.actor_id')} as by, ${person("case when e.about_id = e.actor_id or e.school_id = any($10::uuid[]) then e.about_id end")} as about, ${place}, null as before, null as after, e.seq as sealed
  from audit.v_entry e where ${filtered}`, [...valuesOf({ ...filters, personId: actorId, aboutId: undefined, action: undefined }, after, zone, limit), schools])

/** What ids are called: people, classes, groups, subjects and rooms of the school of this transaction, schools and territories. */
export const listNames = (read: Read, schoolId: string | null, ids: readonly string[]) => read.rows<{ id: string; name: string }>(`
  select id, concat_ws(' ', last_name, first_name, middle_name) as name from registry.v_person where id = any($1::uuid[])
  union all select id, name from registry.v_class where school_id = $2::uuid and id = any($1::uuid[])
  union all select id, name from registry.v_group where school_id = $2::uuid and kind <> 'class' and id = any($1::uuid[])
  union all select id, name from registry.v_subject where school_id = $2::uuid and id = any($1::uuid[])
  union all select id, name from registry.v_room where school_id = $2::uuid and id = any($1::uuid[])
  union all select id, short_name from registry.v_school where id = any($1::uuid[])
  union all select id, name from registry.v_municipality where id = any($1::uuid[])
  union all select id, name from registry.v_region where id = any($1::uuid[])`, [ids, schoolId])

export const findZone = async (read: Read, schoolId: string) => (await read.rows<{ time_zone: string }>('select time_zone from registry.v_school where id = $1', [schoolId]))[0]?.time_zone
