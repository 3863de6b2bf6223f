import { notFound, serve, type Read } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/schools.ts'
import { listCurrentClassNames } from '../classes/store.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { schoolYearOf } from '../time-zone.ts'
import { changeableOwnSchool, changeableSchoolAt, openablePlace } from './access.ts'
import { editSchool, presentOverview, presentSchool, putSchool } from './schools.ts'
import { findSchool, listDirectory, listSizedSchools, schoolDay } from './store.ts'

const pageSize = 50

export function schoolRoutes(app: FastifyInstance): void {
  serve(app, contract.listSchoolsOfRegion, (read, { params, query }) => page(read, { ...query, regionId: params.regionId }))
  serve(app, contract.listSchoolsOfMunicipality, (read, { params, query }) => page(read, { ...query, municipalityId: params.municipalityId }))
  serve(app, contract.getSchoolOverview, async (read, { params }) => {
    const [sized] = await listSizedSchools(read, { ...params, limit: 1 })
    if (!sized) throw notFound()
    return { school: presentSchool(read, sized), overview: presentOverview(sized) }
  })
  serve(app, contract.putSchool, async (work, { params, body }) => {
    const place = await openablePlace(work, params.regionId, params.municipalityId)
    await putSchool(work, place, await changeableSchoolAt(work, place, params.id), params.id, body)
    return card(work, params.id)
  })
  serve(app, contract.getSchool, (read) => card(read, read.schoolId))
  serve(app, contract.editSchool, async (work, { body }) => {
    await editSchool(work, await changeableOwnSchool(work), body)
    return card(work, work.schoolId)
  })
  serve(app, contract.findSchools, (read, { query }) => listDirectory(read, query))
  serve(app, contract.listClassNames, async (read) => listCurrentClassNames(read, schoolYearOf(await schoolDay(read))))
}

async function card(read: Read, id: string) {
  const found = await findSchool(read, id)
  if (!found) throw notFound()
  return presentSchool(read, found)
}

async function page(read: Read, query: { regionId?: string; municipalityId?: string; search?: string; cursor?: string; limit?: number }) {
  const limit = query.limit ?? pageSize
  const rows = await listSizedSchools(read, { ...query, after: placeOf(query.cursor, 2) as [string, string] | undefined, limit: limit + 1 })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit).map(presentOverview), next: last ? cursorOf([last.short_name, last.id]) : null }
}
