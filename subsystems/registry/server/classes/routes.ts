import { notFound, serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/classes.ts'
import { previewRollOver, rollOver as rollOverRoute } from '../../contract/roll-over.ts'
import { presentName } from '../people/present.ts'
import { schoolDay } from '../schools/store.ts'
import { schoolYearOf } from '../time-zone.ts'
import { changeableClass, listReadableClassIds, listTaughtPupilIds, readableClass } from './access.ts'
import { closeClass, getClassUnit, presentClass, putClass } from './classes.ts'
import { listGroupRows } from './group-store.ts'
import { rollOver, rollOverOf } from './roll-over.ts'
import { findClassRow, listClassMembers, listClassRows } from './store.ts'

export function classRoutes(app: FastifyInstance): void {
  serve(app, contract.listClasses, async (read, { query }) => {
    const day = await schoolDay(read)
    const readable = await listReadableClassIds(read)
    return (await listClassRows(read, day, query.year ?? schoolYearOf(day))).filter(({ id }) => readable.has(id)).map((row) => presentClass(read, row, true))
  })
  serve(app, contract.getClass, async (read, { params }) => {
    const { id, today, sees } = await readableClass(read, params.classId)
    const unit = await getClassUnit(read, id)
    const taught = sees === 'names' ? await listTaughtPupilIds(read, today) : null
    const members = (await listClassMembers(read, id, today)).filter((row) => taught === null || taught.has(row.id))
    const previous = unit.previousClassId === null ? undefined : await findClassRow(read, today, unit.previousClassId)
    return {
      unit,
      members: members.map((row) => ({
        ...presentName(row), enrolmentId: sees === 'all' ? row.enrolment_id : null, validFrom: row.valid_from, birthDate: sees === 'names' ? null : row.birth_date, guardians: sees === 'names' ? [] : row.guardians,
      })),
      groups: (await listGroupRows(read, today, { classId: id })).filter((group) => group.id !== id).map(({ id: groupId, name, kind, members: count }) => ({ id: groupId, name, kind, members: count })),
      previous: previous ? { id: previous.id, name: previous.name, schoolYear: previous.school_year } : null,
    }
  })
  serve(app, contract.putClass, async (work, { params, body }) => {
    await putClass(work, await changeableClass(work, params.classId), params.classId, body)
    return getClassUnit(work, params.classId)
  })
  serve(app, contract.closeClass, async (work, { params, body }) => {
    const unit = await changeableClass(work, params.classId)
    if (!unit) throw notFound()
    await closeClass(work, unit, body.closedOn, body.basedOn)
    return getClassUnit(work, params.classId)
  })
  serve(app, previewRollOver, async (read, { params }) => ({ year: params.year, rows: await rollOverOf(read, params.year), can: { change: true } }))
  serve(app, rollOverRoute, async (work, { params, body }) => rollOver(work, params.year, body))
}
