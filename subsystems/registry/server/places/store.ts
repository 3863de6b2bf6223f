import type { Read, Work } from '@school/server'
import { registry, type BuildingTable, type RoomTable, type SubjectTable } from '../tables.ts'

export const listSubjectRows = (read: Read) => registry(read).selectFrom('registry.subject').selectAll().where('school_id', '=', read.schoolId).orderBy('sort').orderBy('name').execute()
export const listBuildingRows = (read: Read) => registry(read).selectFrom('registry.building').selectAll().where('school_id', '=', read.schoolId).orderBy('name').execute()
export const listRoomRows = (read: Read) => registry(read).selectFrom('registry.room').selectAll().where('school_id', '=', read.schoolId).orderBy('name').execute()

type Table = 'registry.subject' | 'registry.building' | 'registry.room'
export const findPlace = async <T extends Table>(read: Read, table: T, id: string) =>
  (await read.rows<T extends 'registry.subject' ? SubjectTable : T extends 'registry.room' ? RoomTable : BuildingTable>(`select * from ${table} where school_id = $1 and id = $2`, [read.schoolId, id]))[0]
export const isNameTaken = async (read: Read, table: Table, id: string, name: string) =>
  (await read.rows(`select 1 from ${table} where school_id = $1 and name = $2 and id <> $3`, [read.schoolId, name, id])).length > 0

export const saveSubject = (work: Work, { school_id, id, ...rest }: SubjectTable) =>
  registry(work).insertInto('registry.subject').values({ school_id, id, ...rest }).onConflict((c) => c.columns(['school_id', 'id']).doUpdateSet(rest)).execute()
export const saveBuilding = (work: Work, { school_id, id, ...rest }: BuildingTable) =>
  registry(work).insertInto('registry.building').values({ school_id, id, ...rest }).onConflict((c) => c.columns(['school_id', 'id']).doUpdateSet(rest)).execute()
export const saveRoom = (work: Work, { school_id, id, ...rest }: RoomTable) =>
  registry(work).insertInto('registry.room').values({ school_id, id, ...rest }).onConflict((c) => c.columns(['school_id', 'id']).doUpdateSet(rest)).execute()
