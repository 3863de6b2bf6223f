import { notFound, serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/groups.ts'
import { presentName } from '../people/present.ts'
import { schoolDay } from '../schools/store.ts'
import { schoolYearOf } from '../time-zone.ts'
import { changeableGroup, listReadableGroupIds, readableGroup } from './access.ts'
import { listGroupRows, listMembers } from './group-store.ts'
import { getGroupCard, presentGroup, putGroup, putGroupMembers } from './groups.ts'

export function groupRoutes(app: FastifyInstance): void {
  serve(app, contract.listGroups, async (read, { query }) => {
    const day = await schoolDay(read)
    const readable = await listReadableGroupIds(read)
    return (await listGroupRows(read, day, { year: query.year ?? schoolYearOf(day), classId: query.classId })).filter(({ id }) => readable.has(id)).map((row) => presentGroup(read, row))
  })
  serve(app, contract.getGroup, async (read, { params, query }) => {
    const { id, today } = await readableGroup(read, params.groupId)
    const day = query.date ?? today
    const members = await listMembers(read, id, day)
    return { group: await getGroupCard(read, id, day), members: members.map((row) => ({ ...presentName(row), className: row.class_name, validFrom: row.valid_from, validTo: row.valid_to })) }
  })
  serve(app, contract.putGroup, async (work, { params, body }) => {
    await putGroup(work, await changeableGroup(work, params.groupId), params.groupId, body)
    return getGroupCard(work, params.groupId)
  })
  serve(app, contract.putGroupMembers, async (work, { params, body }) => {
    const group = await changeableGroup(work, params.groupId)
    if (!group) throw notFound()
    await putGroupMembers(work, group, body.memberIds, body.from, body.basedOn)
    return getGroupCard(work, params.groupId, body.from)
  })
}
