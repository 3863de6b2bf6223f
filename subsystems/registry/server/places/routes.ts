import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/places.ts'
import { presentBuilding, presentRoom, presentSubject, putBuilding, putRoom, putSubject } from './places.ts'
import { listBuildingRows, listRoomRows, listSubjectRows } from './store.ts'

export function placeRoutes(app: FastifyInstance): void {
  serve(app, contract.listSubjects, async (read) => (await listSubjectRows(read)).map(presentSubject))
  serve(app, contract.putSubject, async (work, { params, body }) => presentSubject(await putSubject(work, params.id, body)))
  serve(app, contract.listPlaces, async (read) => ({ buildings: (await listBuildingRows(read)).map(presentBuilding), rooms: (await listRoomRows(read)).map(presentRoom) }))
  serve(app, contract.putBuilding, async (work, { params, body }) => presentBuilding(await putBuilding(work, params.id, body)))
  serve(app, contract.putRoom, async (work, { params, body }) => presentRoom(await putRoom(work, params.id, body)))
}
