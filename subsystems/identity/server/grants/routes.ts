import { notFound, reading, serve, serveOpen, writing, type Read, type Work } from '@school/server'
import type { FastifyInstance } from 'fastify'
import {
  appointAdministrator, appointMunicipalCurator, appointRegionalCurator, listAdministrators, listMunicipalCurators, listRegionalCurators, releaseAdministrator, releaseMunicipalCurator, releaseRegionalCurator,
  type Appointment,
} from '../../contract/grants.ts'
import { appointableMunicipality, appointableRegion, placedSchool, type AppointableScope } from './access.ts'
import { appointAdmin, appointCurator, releaseAdmin, releaseCurator } from './grants.ts'
import { listAdmins, listGrants } from './store.ts'

/** Serves the chain of trust: operator, regional and municipal curators, administrators of schools. */
export function grantRoutes(app: FastifyInstance): void {
  curatorRoutes(app)
  serveOpen(app, listAdministrators, async ({ params }, { kit, by }) => {
    const schoolId = await reading(kit, { by }, (read) => placedSchool(read, params))
    return reading(kit, { by, schoolId }, adminsOf)
  })
  serveOpen(app, appointAdministrator, async ({ params, body }, { kit, by, request }) => {
    const schoolId = await reading(kit, { by }, (read) => placedSchool(read, params))
    return writing(kit, { by, schoolId, requestId: request.id }, async (work) => {
      await appointAdmin(work, params.id, body)
      return pick(await adminsOf(work), params.id)
    }, 'appointAdministrator')
  })
  serveOpen(app, releaseAdministrator, async ({ params, body }, { kit, by, request }) => {
    const schoolId = await reading(kit, { by }, (read) => placedSchool(read, params))
    return writing(kit, { by, schoolId, requestId: request.id }, async (work) => {
      const row = (await listAdmins(work)).find((one) => one.id === params.id)
      if (!row) throw notFound()
      await releaseAdmin(work, row, body)
      return { done: true as const }
    }, 'releaseAdministrator')
  })
}

function curatorRoutes(app: FastifyInstance): void {
  serve(app, listRegionalCurators, async (read, { params }) => curatorsOf(read, await appointableRegion(read, params.regionId)))
  serve(app, listMunicipalCurators, async (read, { params }) => curatorsOf(read, await appointableMunicipality(read, params.regionId, params.municipalityId)))
  serve(app, appointRegionalCurator, async (work, { params, body }) => {
    const scope = await appointableRegion(work, params.regionId)
    await appointCurator(work, scope, params.id, body)
    return pick(await curatorsOf(work, scope), params.id)
  })
  serve(app, appointMunicipalCurator, async (work, { params, body }) => {
    const scope = await appointableMunicipality(work, params.regionId, params.municipalityId)
    await appointCurator(work, scope, params.id, body)
    return pick(await curatorsOf(work, scope), params.id)
  })
  const release = async (work: Work, scope: AppointableScope, id: string, body: { reason: string; signedBy: string | null }) => {
    await releaseCurator(work, scope, id, body)
    return { done: true as const }
  }
  serve(app, releaseRegionalCurator, async (work, { params, body }) => release(work, await appointableRegion(work, params.regionId), params.id, body))
  serve(app, releaseMunicipalCurator, async (work, { params, body }) => release(work, await appointableMunicipality(work, params.regionId, params.municipalityId), params.id, body))
}

async function curatorsOf(read: Read, scope: AppointableScope): Promise<Appointment[]> {
  return (await listGrants(read, scope.role, scope.scopeId)).map((row) => ({
    id: row.id, personId: row.person_id, name: row.name, role: scope.role, validFrom: row.valid_from, validTo: row.valid_to, basis: row.basis, signedIn: row.signed_in,
  }))
}

async function adminsOf(read: Read): Promise<Appointment[]> {
  return (await listAdmins(read)).map((row) => ({
    id: row.id, personId: row.person_id, name: row.name, role: 'schoolAdmin', validFrom: row.valid_from, validTo: row.valid_to, basis: row.position, signedIn: row.signed_in,
  }))
}

function pick(rows: readonly Appointment[], id: string): Appointment {
  const found = rows.find((one) => one.id === id)
  if (!found) throw notFound()
  return found
}
