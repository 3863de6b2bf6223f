import type { Read } from '@school/server'
import type { NodeTable } from './tables.ts'

/** The last day anybody employs a person under any of their records, over all schools; null while no end is known, undefined when nobody ever did. */
export const findLastDay = async (read: Read, personId: string) => (await read.rows<{ open: boolean; last: string | null }>(
  `select bool_or(valid_to is null) as open, max(valid_to)::text as last from registry.v_staff_place where person_id = $1 or person_id in (select other_id from registry.v_same_person where record_id = $1) having count(*) > 0`, [personId]))[0]
export const findShortName = async (read: Read, personId: string) => (await read.rows<{ name: string }>(
  `select last_name || ' ' || left(first_name, 1) || '.' || coalesce(' ' || left(middle_name, 1) || '.', '') as name from registry.v_person where id = $1`, [personId]))[0]?.name
export const listRoots = (read: Read, spaceId: string) => read.rows<NodeTable>('select * from files.node where parent_id = $1 and trashed_at is null order by id', [spaceId])
