import { registryFace } from '@school/registry/server'
import type { Read } from '@school/server'
import type { Place } from './rules.ts'

export interface LookRow { key: string; at: Date; by: { id: string; lastName: string; firstName: string; middleName: string | null } | null; role: string; kind: 'opened' | 'changed'; what: string; place: string; before: unknown; after: unknown }

const person = (id: string) => `(select json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name) from registry.v_person p where p.id = ${id})`

/** Readings and changes, each side cut to the page before both are merged. A repeated sending changed nothing and is left out. */
const looks = (opened: string, changed: string) => `
  select l.key, l.at, ${person('l.by_id')} as by, l.role, l.kind, l.what, coalesce((select s.short_name from registry.v_school s where s.id = l.school_id), '') as place, l.before, l.after from (
    (select concat(a.reader_id, ':', a.what) as key, a.slot as at, a.reader_id as by_id, a.reader_role as role, 'opened' as kind, a.what, a.school_id, null::jsonb as before, null::jsonb as after
     from audit.v_access a where ${opened} and ($2::timestamptz is null or (a.slot, concat(a.reader_id, ':', a.what)) < ($2::timestamptz, $3::text)) order by a.slot desc, key desc limit $4)
    union all
    (select e.id::text, e.at, e.actor_id, coalesce(e.acting_role, ''), 'changed', e.action, e.school_id, e.before, e.after
     from audit.v_entry e where ${changed} and e.action not like '%.repeated' and ($2::timestamptz is null or (e.at, e.id::text) < ($2::timestamptz, $3::text)) order by e.at desc, e.id::text desc limit $4)
  ) l order by l.at desc, l.key desc limit $4`

const ofPupil = looks('a.about_id = $1 and a.school_id = $5::uuid', 'e.about_id = $1 and e.school_id = $5::uuid')
const ofPerson = looks('a.about_id = any($1::uuid[])', 'e.about_id = any($1::uuid[]) and e.actor_id <> all($1::uuid[])')

/** Who opened and changed the record of a pupil in one school. */
export const listLooksInSchool = (read: Read, schoolId: string, studentId: string, after: Place | null, limit: number) =>
  read.rows<LookRow>(ofPupil, [studentId, after?.at ?? null, after?.key ?? null, limit, schoolId])

/** Who else opened and changed what is kept about the reader, anywhere. */
export const listLooksAtReader = async (read: Read, after: Place | null, limit: number) =>
  read.rows<LookRow>(ofPerson, [await registryFace.recordsOf(read, read.by.personId), after?.at ?? null, after?.key ?? null, limit])
