import { Id } from '@school/contract'
import { serve, type Read } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../contract/index.ts'
import { ownSchools, watchedPupil } from './access.ts'
import { findSchoolChain, findSystemChain, type ChainRow } from './chain-store.ts'
import { presentEntries, presentLooks } from './history.ts'
import { listLooksAtReader, listLooksInSchool } from './looks-store.ts'
import { placeOf, type Place } from './rules.ts'
import { findZone, listOfActor, listOfSchool, listOfTerritory, listOutsideSchools, type Filters } from './store.ts'

const usual = 50
const capitalZone = 'Europe/Moscow'
const isId = new RegExp((Id as unknown as { readonly pattern: string }).pattern)

interface Asked extends Filters { readonly cursor?: string | undefined; readonly limit?: number | undefined }

/** An entry's cursor ends with its id. */
function afterOf(cursor: string | undefined): Place | null {
  const place = placeOf(cursor)
  return place && isId.test(place.key) ? place : null
}

export function historyRoutes(app: FastifyInstance): void {
  serve(app, contract.listSchoolHistory, async (read, { query }) => {
    const limit = query.limit ?? usual
    const zone = await findZone(read, read.schoolId) ?? capitalZone
    return presentEntries(read, await listOfSchool(read, read.schoolId, query, afterOf(query.cursor), zone, limit + 1), limit)
  })
  serve(app, contract.listSystemHistory, async (read, { query }) => {
    const limit = query.limit ?? usual
    return presentEntries(read, await listOutsideSchools(read, query, afterOf(query.cursor), capitalZone, limit + 1), limit, true)
  })
  serve(app, contract.listRegionHistory, (read, { params, query }) => territory(read, params, query))
  serve(app, contract.listMunicipalityHistory, (read, { params, query }) => territory(read, params, query))
  serve(app, contract.listOwnActs, async (read, { query }) => {
    const limit = query.limit ?? usual
    return presentEntries(read, await listOfActor(read, read.by.personId, ownSchools(read), query, afterOf(query.cursor), capitalZone, limit + 1), limit)
  })
  chainRoutes(app)
  lookRoutes(app)
}

async function territory(read: Read, where: { regionId?: string; municipalityId?: string }, query: Asked) {
  const limit = query.limit ?? usual
  return presentEntries(read, await listOfTerritory(read, where, query, afterOf(query.cursor), capitalZone, limit + 1), limit)
}

function lookRoutes(app: FastifyInstance): void {
  serve(app, contract.listLooks, async (read, { params, query }) => {
    const limit = query.limit ?? usual
    return presentLooks(await listLooksInSchool(read, read.schoolId, watchedPupil(read, params.studentId), placeOf(query.cursor), limit + 1), limit, read.now)
  })
  serve(app, contract.listOwnLooks, async (read, { query }) => {
    const limit = query.limit ?? usual
    return presentLooks(await listLooksAtReader(read, placeOf(query.cursor), limit + 1), limit, read.now)
  })
}

function chainRoutes(app: FastifyInstance): void {
  serve(app, contract.getChainState, async (read) => presentChain(await findSchoolChain(read, read.schoolId)))
  serve(app, contract.getSystemChainState, async (read) => presentChain(await findSystemChain(read)))
}

const presentChain = (row: ChainRow) => ({ sealed: row.sealed, unsealed: row.unsealed, checkpointAt: row.checkpoint_at?.toISOString() ?? null, checkpointSize: row.checkpoint_size })
