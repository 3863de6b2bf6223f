import { notFound, type Read, type Work } from '@school/server'
import { readerOf } from '../people/access.ts'
import type { ClassTable, GroupTable } from '../tables.ts'
import { lockGroup } from './group-store.ts'
import { lockClass } from './store.ts'

declare const granted: unique symbol
/** A class that this reader may open; made only by `readableClass`. */
export interface ReadableClass { readonly id: string; readonly today: string; readonly sees: 'all' | 'contacts' | 'names'; readonly [granted]: 'class' }
export interface ReadableGroup { readonly id: string; readonly today: string; readonly [granted]: 'group' }
export type ChangeableClass = ClassTable & { readonly [granted]: 'change' }
/** A group that is not a whole class: its members are chosen one by one. */
export type ChangeableGroup = GroupTable & { readonly [granted]: 'change' }

const taught = `exists (select 1 from registry.group_teacher t where t.school_id = $1 and t.teacher_id = $2::uuid and t.group_id = g.id and t.valid_from <= $3::date and (t.valid_to is null or t.valid_to >= $3::date))`
const ofOwnClass = 'exists (select 1 from registry.group_class k where k.school_id = $1 and k.group_id = g.id and k.class_id = any($5::uuid[]))'
const classOfTaught = `exists (select 1 from registry.study_group g join registry.group_class k on k.school_id = g.school_id and k.group_id = g.id where g.school_id = $1 and k.class_id = c.id and ${taught})`
/** The parameter of children is not used here; naming its type lets the statement be planned. */
const unused = '$6::uuid[] is not null'

const visibleClass = `(${unused} and ($4::text = 'office' or ($4::text = 'staff' and (c.id = any($5::uuid[]) or ${classOfTaught}))))`
const visibleGroup = `(${unused} and ($4::text = 'office' or ($4::text = 'staff' and (${taught} or ${ofOwnClass}))))`

/** Ids of the classes that this reader may open. */
export const listReadableClassIds = async (read: Read): Promise<Set<string>> =>
  new Set((await read.rows<{ id: string }>(`select c.id from registry.class_unit c where c.school_id = $1 and ${visibleClass}`, await readerOf(read))).map(({ id }) => id))

export async function readableClass(read: Read, id: string): Promise<ReadableClass> {
  const reader = await readerOf(read)
  const [row] = await read.rows<{ sees: ReadableClass['sees'] }>(
    `select case when $4::text = 'office' then 'all' when c.id = any($5::uuid[]) then 'contacts' else 'names' end as sees from registry.class_unit c where c.school_id = $1 and c.id = $7 and ${visibleClass}`, [...reader, id])
  if (!row) throw notFound()
  return { id, today: reader[2] as string, sees: row.sees } as ReadableClass
}

/** Ids of the groups that this reader may open. */
export const listReadableGroupIds = async (read: Read): Promise<Set<string>> =>
  new Set((await read.rows<{ id: string }>(`select g.id from registry.study_group g where g.school_id = $1 and ${visibleGroup}`, await readerOf(read))).map(({ id }) => id))

export async function readableGroup(read: Read, id: string): Promise<ReadableGroup> {
  const reader = await readerOf(read)
  const rows = await read.rows(`select 1 from registry.study_group g where g.school_id = $1 and g.id = $7 and ${visibleGroup}`, [...reader, id])
  if (rows.length === 0) throw notFound()
  return { id, today: reader[2] as string } as ReadableGroup
}

/** Ids of the pupils whom this reader teaches on that day, in whatever group. */
export const listTaughtPupilIds = async (read: Read, day: string): Promise<Set<string>> => new Set((await read.rows<{ id: string }>(
  `select distinct m.student_id as id from registry.group_member m join registry.study_group g on g.school_id = m.school_id and g.id = m.group_id
   where m.school_id = $1 and m.valid_from <= $3::date and (m.valid_to is null or m.valid_to >= $3::date) and ${taught}`, [read.schoolId, read.by.personId, day])).map(({ id }) => id))

export async function changeableClass(work: Work, id: string): Promise<ChangeableClass | null> {
  return ((await lockClass(work, id)) as ChangeableClass | undefined) ?? null
}

export async function changeableGroup(work: Work, id: string): Promise<ChangeableGroup | null> {
  return ((await lockGroup(work, id)) as ChangeableGroup | undefined) ?? null
}
