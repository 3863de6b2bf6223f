import { noteAccess, notFound, Problem, serve, serveOpen, writing, type Kit, type Read, type Scope, type Work } from '@school/server'
import type { FastifyInstance } from 'fastify'
import {
  approveRequest, approveRequests, askToJoin, correctByRequest, getRequest, listKids, listOwnRequests, listRequests, listWaitingOfMunicipality, listWaitingOfRegion, matchRequest, rejectRequest, withdrawRequest,
  type RequestCard,
} from '../../contract/requests.ts'
import type { RequestTable } from '../tables.ts'
import type { About } from './about.ts'
import { decidableRequest, isWaiting, ownWaitingRequest } from './access.ts'
import { approve, correct, match, reject } from './decisions.ts'
import { listKidsWithStates } from './kids.ts'
import { countTabs, findListed, listOfAsker, listOfSchool, listWaitingSchools } from './lists-store.ts'
import { presentCard, presentOwn, presentRow } from './present.ts'
import { ask, withdraw } from './requests.ts'
import { findSchoolName, listCandidates, listSteps } from './store.ts'

/** Serves requests to those who ask and to those who answer. */
export function requestRoutes(app: FastifyInstance): void {
  askerRoutes(app)
  decisionRoutes(app)
  serve(app, listRequests, async (read, { query }) => {
    const { overdue, ...counts } = await countTabs(read)
    const rows = await listOfSchool(read, { tab: query.tab ?? 'waiting', kind: query.role ?? null, search: query.search ?? '', limit: query.limit ?? 200 })
    return { rows: rows.map((row) => presentRow(row, read.now)), counts, overdue }
  })
  serve(app, getRequest, async (read, { params }) => {
    const card = await cardOf(read, params.id)
    if (card.matchedId) await noteAccess(app.kit, read.by, read.schoolId, card.matchedId, 'identity.request')
    return card
  })
  serve(app, listWaitingOfRegion, async (read, { params }) => (await listWaitingSchools(read, { regionId: params.regionId })).map(presentWaiting))
  serve(app, listWaitingOfMunicipality, async (read, { params }) => (await listWaitingSchools(read, { municipalityId: params.municipalityId })).map(presentWaiting))
}

function askerRoutes(app: FastifyInstance): void {
  serve(app, listKids, async (read) => listKidsWithStates(read))
  serve(app, listOwnRequests, async (read) => (await listOfAsker(read, read.by.personId)).map(presentOwn))
  serve(app, askToJoin, async (work, { params, body }) => {
    await knownSchool(work)
    return own(work, await ask(work, params.id, body))
  })
  serve(app, withdrawRequest, async (work, { params }) => own(work, await withdraw(work, await ownWaitingRequest(work, params.id))))
}

function decisionRoutes(app: FastifyInstance): void {
  const after = async (work: Work, id: string, act: Promise<unknown>) => { await act; return cardOf(work, id) }
  serve(app, approveRequest, async (work, { params, body }) => after(work, params.id, approve(work, await decidableRequest(work, params.id, body.basedOn), body.document)))
  serve(app, rejectRequest, async (work, { params, body }) => after(work, params.id, reject(work, await decidableRequest(work, params.id, body.basedOn), body.reason)))
  serve(app, correctByRequest, async (work, { params, body }) => after(work, params.id, correct(work, await decidableRequest(work, params.id, body.basedOn), body.fields)))
  serve(app, matchRequest, async (work, { params, body }) => after(work, params.id, match(work, await decidableRequest(work, params.id, body.basedOn), body.pupilId)))
  serveOpen(app, approveRequests, async ({ params, body }, { kit, by, request }) => {
    const approved: string[] = []
    const left: { id: string; code: string }[] = []
    for (const id of new Set(body.ids)) {
      const code = await tryToApprove(kit, { by, schoolId: params.schoolId, requestId: request.id }, id)
      if (code === null) approved.push(id)
      else left.push({ id, code })
    }
    return { approved, left }
  })
}

/** Each request in a transaction of its own: one that is refused takes nothing of the others back. */
async function tryToApprove(kit: Kit, scope: Scope, id: string): Promise<string | null> {
  try {
    await writing(kit, scope, async (work) => approve(work, await decidableRequest(work, id, null), null))
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.code
  }
}

async function cardOf(read: Read, id: string): Promise<RequestCard> {
  const row = await findListed(read, id)
  if (!row) throw notFound()
  const { named } = row.about as About
  const candidates = isWaiting(row) && (row.kind === 'child' || row.kind === 'pupil')
    ? (await listCandidates(read, 'pupils', { birthDate: named.birthDate, lastName: named.lastName, firstName: named.firstName, holderId: null })).filter((one) => one.id !== row.matched_id) : []
  return presentCard(row, read.now, candidates, await listSteps(read, id))
}

async function knownSchool(read: Read): Promise<string> {
  const name = await findSchoolName(read)
  if (name === undefined) throw notFound()
  return name
}

const own = async (read: Read, row: RequestTable) => presentOwn({ ...row, school_name: await knownSchool(read) })

const presentWaiting = ({ oldest, ...row }: Awaited<ReturnType<typeof listWaitingSchools>>[number]) => ({ ...row, oldestAt: oldest?.toISOString() ?? null })
