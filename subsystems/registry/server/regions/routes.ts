import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/regions.ts'
import { listTerritories } from '../../contract/schools.ts'
import { getMunicipality, getRegion, openRegion, presentMunicipality, presentRegion, putMunicipality } from './regions.ts'
import { listMunicipalitiesOf, listOpenRegions, listRegionCodes, listTerritoryNames } from './store.ts'
import { federalSubjects } from './subjects-data.ts'

export function regionRoutes(app: FastifyInstance): void {
  serve(app, contract.listRegionSubjects, async (read) => {
    const open = new Map((await listRegionCodes(read)).map(({ id, code }) => [code, id]))
    return federalSubjects.map((subject) => ({ ...subject, regionId: open.get(subject.code) ?? null }))
  })
  serve(app, contract.listRegions, async (read) => (await listOpenRegions(read)).map(presentRegion))
  serve(app, contract.openRegion, async (work, { params, body }) => presentRegion(await openRegion(work, params.id, body.code)))
  serve(app, contract.getRegion, async (read, { params }) => presentRegion(await getRegion(read, params.regionId)))
  serve(app, contract.listMunicipalities, async (read, { params }) => (await listMunicipalitiesOf(read, params.regionId)).map(presentMunicipality))
  serve(app, contract.putMunicipality, async (work, { params, body }) => presentMunicipality(await putMunicipality(work, params.regionId, params.id, body)))
  serve(app, contract.getMunicipality, async (read, { params }) => presentMunicipality(await getMunicipality(read, params.municipalityId)))
  serve(app, listTerritories, (read) => listTerritoryNames(read))
}
