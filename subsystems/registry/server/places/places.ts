import { addresses } from '@school/contract'
import { notFound, Problem, type Work } from '@school/server'
import { placeChanged, subjectChanged } from '../../contract/facts.ts'
import type { Building, Room, Subject } from '../../contract/places.ts'
import type { BuildingTable, RoomTable, SubjectTable } from '../tables.ts'
import { findPlace, isNameTaken, saveBuilding, saveRoom, saveSubject } from './store.ts'

/** Adds a subject or corrects it. */
export async function putSubject(work: Work, id: string, given: { name: string; shortName: string; kind: 'core' | 'extracurricular'; sort?: number | undefined }): Promise<SubjectTable> {
  const before = await findPlace(work, 'registry.subject', id)
  const row: SubjectTable = { school_id: work.schoolId, id, name: given.name.trim(), short_name: given.shortName.trim(), kind: given.kind, sort: given.sort ?? before?.sort ?? 100 }
  await refuseTakenName(work, 'registry.subject', row)
  await saveSubject(work, row)
  work.audit('registry.subject.put', { about: id, before: before && presentSubject(before), after: presentSubject(row) })
  work.announce(subjectChanged, { schoolId: work.schoolId, subjectId: id }, [addresses.staff(work.schoolId)])
  return row
}

/** Adds a building or corrects it. */
export async function putBuilding(work: Work, id: string, given: { name: string; address: string }): Promise<BuildingTable> {
  const before = await findPlace(work, 'registry.building', id)
  const row: BuildingTable = { school_id: work.schoolId, id, name: given.name.trim(), address: given.address.trim() }
  await refuseTakenName(work, 'registry.building', row)
  await saveBuilding(work, row)
  work.audit('registry.building.put', { about: id, before: before && presentBuilding(before), after: presentBuilding(row) })
  work.announce(placeChanged, { schoolId: work.schoolId, placeId: id }, [addresses.staff(work.schoolId)])
  return row
}

/** Adds a room or corrects it. */
export async function putRoom(work: Work, id: string, given: { name: string; buildingId: string | null; capacity: number | null }): Promise<RoomTable> {
  const before = await findPlace(work, 'registry.room', id)
  if (given.buildingId !== null && !(await findPlace(work, 'registry.building', given.buildingId))) throw notFound()
  const row: RoomTable = { school_id: work.schoolId, id, name: given.name.trim(), building_id: given.buildingId, capacity: given.capacity }
  await refuseTakenName(work, 'registry.room', row)
  await saveRoom(work, row)
  work.audit('registry.room.put', { about: id, before: before && presentRoom(before), after: presentRoom(row) })
  work.announce(placeChanged, { schoolId: work.schoolId, placeId: id }, [addresses.staff(work.schoolId)])
  return row
}

async function refuseTakenName(work: Work, table: Parameters<typeof isNameTaken>[1], row: { id: string; name: string }): Promise<void> {
  if (await isNameTaken(work, table, row.id, row.name)) throw new Problem(409, 'registry.name_taken', { field: 'name' })
}

export const presentSubject = (row: SubjectTable): Subject => ({ id: row.id, name: row.name, shortName: row.short_name, kind: row.kind, sort: row.sort })
export const presentBuilding = (row: BuildingTable): Building => ({ id: row.id, name: row.name, address: row.address })
export const presentRoom = (row: RoomTable): Room => ({ id: row.id, buildingId: row.building_id, name: row.name, capacity: row.capacity })
