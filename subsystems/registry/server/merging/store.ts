import type { Read, Work } from '@school/server'
import { registry, type GuardianshipTable, type PersonMergeTable, type PersonTable } from '../tables.ts'
import type { PlaceOfRecord } from './rules.ts'

/** Every record of the same person, the given one included. */
export const listRecords = async (read: Read, personId: string): Promise<string[]> =>
  [personId, ...(await read.rows<{ id: string }>('select other_id as id from registry.same_person where record_id = $1 order by other_id', [personId])).map(({ id }) => id)]

/** The record that stays, for each of these ids that gave way to another. */
export const mapHeads = async (read: Read, ids: readonly string[]): Promise<Map<string, string>> =>
  new Map((await read.rows<{ id: string; head: string }>('select id, merged_to as head from registry.person where merged_to is not null and id = any($1::uuid[])', [ids])).map((row) => [row.id, row.head]))

export const lockTwo = (work: Work, a: string, b: string) => work.rows<PersonTable>('select * from registry.person where id = any($1::uuid[]) or merged_to = any($1::uuid[]) order by id for update', [[a, b]])
export const findTwo = (read: Read, a: string, b: string) => read.rows<PersonTable>('select * from registry.person where id = any($1::uuid[])', [[a, b]])

export interface NamedPlace extends PlaceOfRecord { school_name: string; municipality_id: string; municipality_name: string; region_id: string; region_name: string }

const places = `
  select p.person_id, p.school_id, p.relation, bool_or(p.valid_from <= $2::date and (p.valid_to is null or p.valid_to >= $2::date)) as now,
    s.short_name as school_name, s.municipality_id, s.municipality_name, s.region_id, s.region_name
  from registry.person_place p join registry.v_school s on s.id = p.school_id where p.person_id = any($1::uuid[])
  group by 1, 2, 3, 5, 6, 7, 8, 9 order by s.short_name, p.relation`
/** The schools that know these records, over the whole installation. */
export const listPlacesOf = (read: Read, ids: readonly string[], day: string) => read.rows<NamedPlace>(places, [ids, day])

const folded = (column: string) => `replace(lower(${column}), 'ё', 'е')` // not a message: letters held equal
const doubles = `
  with own as materialized (
    select student_id as id from registry.enrolment where school_id = $1
    union select person_id from registry.employment where school_id = $1
    union select g.guardian_id from registry.enrolment n join registry.guardianship g on g.student_id = n.student_id where n.school_id = $1)
  select distinct least(p.id, o.id) as a, greatest(p.id, o.id) as b
  from own join registry.person p on p.id = own.id and p.merged_to is null
  join registry.person o on ${folded('o.last_name')} = ${folded('p.last_name')} and ${folded('o.first_name')} = ${folded('p.first_name')} and o.birth_date = p.birth_date and o.id <> p.id and o.merged_to is null
  where (o.snils is null or p.snils is null)
    and (p.middle_name is null or o.middle_name is null or ${folded('p.middle_name')} = ${folded('o.middle_name')})
  order by 1, 2 limit 100`
/** Pairs with one name and birth date of which at least one belongs to this school; two different СНИЛС are two people. */
export const listDoublePairs = (read: Read) => read.rows<{ a: string; b: string }>(doubles, [read.schoolId])

export const listPeopleByIds = (read: Read, ids: readonly string[]) => read.rows<PersonTable>('select * from registry.person where id = any($1::uuid[])', [ids])

export interface OwnCounts { id: string; enrolments: number; employments: number; guardians: number; children: number; groups: number }
const counts = `
  select p.id, (select count(*)::int from registry.enrolment n where n.school_id = $1 and n.student_id = p.id) as enrolments,
    (select count(*)::int from registry.employment e where e.school_id = $1 and e.person_id = p.id) as employments,
    (select count(*)::int from registry.guardianship g where g.student_id = p.id and exists (select 1 from registry.enrolment n where n.school_id = $1 and n.student_id = p.id)) as guardians,
    (select count(*)::int from registry.guardianship g where g.guardian_id = p.id and exists (select 1 from registry.enrolment n where n.school_id = $1 and n.student_id = g.student_id)) as children,
    (select count(*)::int from registry.group_member m where m.school_id = $1 and m.student_id = p.id) as groups
  from unnest($2::uuid[]) as p(id)`
/** What hangs on these records in this school, and only in it. */
export const countOwn = (read: Read, ids: readonly string[]) => read.rows<OwnCounts>(counts, [read.schoolId, ids])

export const represents = async (read: Read, a: string, b: string): Promise<boolean> =>
  (await read.rows('select 1 from registry.guardianship where (guardian_id = $1 and student_id = $2) or (guardian_id = $2 and student_id = $1) limit 1', [a, b])).length > 0

export interface KnitGuardianship extends GuardianshipTable { guardian: string; student: string }
const open = `
  select g.*, case when g.guardian_id = any($2::uuid[]) then $1::uuid else coalesce(gp.merged_to, gp.id) end as guardian, case when g.student_id = any($2::uuid[]) then $1::uuid else coalesce(sp.merged_to, sp.id) end as student
  from registry.guardianship g join registry.person gp on gp.id = g.guardian_id join registry.person sp on sp.id = g.student_id
  where g.valid_to is null and (g.guardian_id = any($2::uuid[]) or g.student_id = any($2::uuid[]))`
/** Open guardianships of these records as they read when all of them are the first one. */
export const listKnit = (read: Read, keptId: string, ids: readonly string[]) => read.rows<KnitGuardianship>(open, [keptId, ids])

/** Ends rows that say something twice; one that began today was never in force. */
export const closeGuardianships = (work: Work, ids: readonly string[], lastDay: string) =>
  work.rows('update registry.guardianship set valid_to = greatest($2::date, valid_from - 1), revision = revision + 1 where id = any($1::uuid[]) and valid_to is null', [ids, lastDay])
/** Opens again what the merge closed and nobody has begun anew since. */
export const reopenGuardianships = (work: Work, ids: readonly string[]) => work.rows(
  `update registry.guardianship g set valid_to = null, revision = g.revision + 1 where g.id = any($1::uuid[])
   and not exists (select 1 from registry.guardianship o where o.guardian_id = g.guardian_id and o.student_id = g.student_id and o.valid_to is null)`, [ids])

/** Tells who gave way to whom and spells the pairs out anew for everybody concerned. */
export async function point(work: Work, ids: readonly string[], to: string | null): Promise<void> {
  await work.rows('update registry.person set merged_to = $2, revision = revision + 1 where id = any($1::uuid[])', [ids, to])
}
export async function spellOut(work: Work, headIds: readonly string[], goneIds: readonly string[]): Promise<void> {
  const all = [...headIds, ...goneIds]
  await work.rows('delete from registry.same_person where record_id = any($1::uuid[]) or other_id = any($1::uuid[])', [all])
  await work.rows(`insert into registry.same_person (record_id, other_id)
    select a.id, b.id from registry.person a join registry.person b on coalesce(b.merged_to, b.id) = coalesce(a.merged_to, a.id) and b.id <> a.id
    where (a.id = any($1::uuid[]) or a.merged_to = any($1::uuid[])) and (b.id = any($1::uuid[]) or b.merged_to = any($1::uuid[]))`, [headIds])
}

export const insertMerge = (work: Work, row: PersonMergeTable) => registry(work).insertInto('registry.person_merge').values(row).execute()
export const lockMerge = (work: Work, id: string) => registry(work).selectFrom('registry.person_merge').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const updateMerge = (work: Work, id: string, changed: Partial<PersonMergeTable>) => registry(work).updateTable('registry.person_merge').set(changed).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
export const findAsked = async (read: Read, a: string, b: string) => (await read.rows<{ id: string }>(
  `select id from registry.person_merge where state = 'asked' and least(kept_id, gone_id) = least($1::uuid, $2::uuid) and greatest(kept_id, gone_id) = greatest($1::uuid, $2::uuid)`, [a, b]))[0]?.id ?? null
export const listAsked = (read: Read) => read.rows<{ id: string; kept_id: string; gone_id: string }>(`select id, kept_id, gone_id from registry.person_merge where state = 'asked' and school_ids @> array[$1::uuid]`, [read.schoolId])
export const listMergesOfSchool = (read: Read) => read.rows<PersonMergeTable>('select * from registry.person_merge where school_ids @> array[$1::uuid] order by asked_at desc, id limit 200', [read.schoolId])
/** Merges over several schools of these municipalities or regions. */
export const listMergesOfTerritory = (read: Read, kind: 'municipality' | 'region', ids: readonly string[]) => read.rows<PersonMergeTable>(
  `select * from registry.person_merge where school_id is null and (case when $1 = 'region' then region_id = any($2::uuid[]) else municipality_id = any($2::uuid[]) end) order by state <> 'asked', asked_at desc, id limit 200`, [kind, ids])
/** Later merges that rest on this one. */
export const findLater = async (read: Read, row: PersonMergeTable) => (await read.rows<{ id: string }>(
  `select id from registry.person_merge where state = 'done' and id <> $1 and decided_at > $4 and (kept_id = any($2::uuid[]) or gone_id = any($3::uuid[])) limit 1`, [row.id, [row.gone_id], [row.kept_id, row.gone_id], row.decided_at]))[0]
