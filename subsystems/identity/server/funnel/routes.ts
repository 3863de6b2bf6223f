import { notFound, serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { countryFunnel, municipalityFunnel, regionFunnel } from '../../contract/funnel.ts'
import { findMunicipality, findRegion } from '../grants/store.ts'
import { partsBy, summed } from './rules.ts'
import { listProgress } from './store.ts'

/** Serves how far the connection of schools has come, from the country down to a school. */
export function funnelRoutes(app: FastifyInstance): void {
  serve(app, countryFunnel, async (read) => {
    const schools = await listProgress(read, {})
    return { name: '', ...summed(schools), parts: partsBy(schools, (one) => one.region_id, (one) => one.region_name) }
  })
  serve(app, regionFunnel, async (read, { params }) => {
    const region = await findRegion(read, params.regionId)
    if (!region) throw notFound()
    const schools = await listProgress(read, { regionId: region.id })
    return { name: region.name, ...summed(schools), parts: partsBy(schools, (one) => one.municipality_id, (one) => one.municipality_name) }
  })
  serve(app, municipalityFunnel, async (read, { params }) => {
    const municipality = await findMunicipality(read, params.municipalityId)
    if (!municipality) throw notFound()
    const schools = await listProgress(read, { municipalityId: municipality.id })
    return { name: municipality.name, ...summed(schools), parts: partsBy(schools, (one) => one.id, (one) => one.name) }
  })
}
