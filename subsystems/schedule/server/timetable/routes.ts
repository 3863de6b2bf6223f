import { registryFace, schoolYearOf } from '@school/registry/server'
import { notFound, Problem, serve, type Read } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/timetable.ts'
import { findYear } from '../calendar/store.ts'
import { followNow } from '../lessons/make.ts'
import { getTimetableRow } from './board.ts'
import { copyEntries, findEntry, findTimetableAt, hasRoom, listClashes, listEntries, listTimetableRows, removeEntries, saveEntries, saveTimetable, teachersOf } from './store.ts'

const isOffice = (read: Read) => ['schoolAdmin', 'principal', 'deputyHead'].includes(read.by.role ?? '')

export function timetableRoutes(app: FastifyInstance): void {
  serve(app, contract.listTimetables, async (read, { query }) => {
    const day = await registryFace.schoolDay(read)
    return listTimetableRows(read, day, query.year ?? schoolYearOf(day))
  })
  serve(app, contract.getTimetable, async (read, { params, query }) => {
    const timetable = await getTimetableRow(read, params.id)
    return { timetable, entries: await listEntries(read, params.id, query), clashes: await listClashes(read, params.id), can: { change: isOffice(read) } }
  })
  serve(app, contract.putTimetable, async (work, { params, body }) => {
    if (!(await findYear(work, body.year))) throw new Problem(409, 'schedule.year_not_open', { year: body.year })
    const state = body.draft ? 'draft' as const : 'published' as const
    const there = state === 'draft' ? undefined : await findTimetableAt(work, body.year, body.validFrom)
    if (there && there.id !== params.id) throw new Problem(409, 'schedule.date_taken', { field: 'validFrom' })
    await saveTimetable(work, { id: params.id, year: body.year, name: body.name, validFrom: body.validFrom, source: 'hand', state })
    if (body.copyOf !== null) await copyEntries(work, (await getTimetableRow(work, body.copyOf)).id, params.id)
    work.audit('schedule.timetable.put', { about: params.id, after: body })
    if (state === 'published') await followNow(work, body.validFrom)
    return getTimetableRow(work, params.id)
  })
  serve(app, contract.putEntry, async (work, { params, body }) => {
    const timetable = await getTimetableRow(work, params.id)
    const course = await teachersOf(work, body.courseId, timetable.validFrom)
    if (!course || (body.roomId !== null && !(await hasRoom(work, body.roomId)))) throw notFound()
    if (course.closed) throw new Problem(409, 'schedule.course_closed')
    const before = await findEntry(work, params.id, params.entryId)
    await saveEntries(work, params.id, [{ id: params.entryId, weekday: body.weekday, number: body.number, week: body.week, course_id: body.courseId, room_id: body.roomId, teacher_ids: course.teachers }])
    work.audit('schedule.entry.put', { about: params.entryId, before: before ?? null, after: body })
    if (timetable.state === 'published') await followNow(work, timetable.validFrom)
    const after = await findEntry(work, params.id, params.entryId)
    if (!after) throw notFound()
    return after
  })
  serve(app, contract.removeEntry, async (work, { params }) => {
    const timetable = await getTimetableRow(work, params.id)
    if ((await removeEntries(work, params.id, [params.entryId])).length === 0) throw notFound()
    work.audit('schedule.entry.remove', { about: params.entryId })
    if (timetable.state === 'published') await followNow(work, timetable.validFrom)
    return { done: true as const }
  })
}
