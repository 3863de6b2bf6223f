import { addresses } from '@school/contract'
import { fileHeads } from '@school/print'
import { registryFace, schoolYearOf } from '@school/registry/server'
import { Problem, reading, serve, serveOpen, type Read } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/board.ts'
import { rulesChanged } from '../../contract/facts.ts'
import { changeEntries, drawBoard, dropDraft, foreseePublishing, publish } from './board.ts'
import { findRules, listRuleNames, lockRules, saveRules } from './board-store.ts'
import { printBook, printFet, printPosters, type Order } from './print.ts'
import { words } from './print-words.ts'
import { recommendedRules } from './recommended.ts'

const office = ['schoolAdmin', 'principal', 'deputyHead']

async function rulesOn(read: Read, day: string) {
  const own = await findRules(read, day)
  const names = await listRuleNames(read, schoolYearOf(day))
  return { validFrom: own?.validFrom ?? null, revision: own?.revision ?? 0, rules: own?.rules ?? recommendedRules(names.subjects), recommended: own === undefined, can: { change: office.includes(read.by.role ?? '') }, ...names }
}

export function boardRoutes(app: FastifyInstance): void {
  serve(app, contract.getBoard, async (read, { params }) => ({ ...await drawBoard(read, params.id), can: { change: true } }))
  serve(app, contract.changeTimetable, (work, { params, body }) => changeEntries(work, params.id, body.changes))
  serve(app, contract.previewPublishing, (read, { params, query }) => foreseePublishing(read, params.id, query.from))
  serve(app, contract.publishTimetable, (work, { params, body }) => publish(work, params.id, body.validFrom))
  serve(app, contract.removeDraft, async (work, { params }) => {
    await dropDraft(work, params.id)
    return { done: true as const }
  })
  serve(app, contract.getTimetableRules, async (read, { query }) => rulesOn(read, query.on ?? await registryFace.schoolDay(read)))
  serve(app, contract.putTimetableRules, async (work, { params, body }) => {
    const before = await lockRules(work, params.validFrom)
    if ((before?.revision ?? null) !== body.basedOn) throw new Problem(409, 'schedule.changed_meanwhile', { revision: before?.revision ?? 0 })
    await saveRules(work, params.validFrom, body.rules, (before?.revision ?? 0) + 1)
    work.audit('schedule.rules.put', { before: before?.rules ?? null, after: { validFrom: params.validFrom, ...body.rules } })
    work.announce(rulesChanged, { schoolId: work.schoolId }, [addresses.office(work.schoolId)])
    return rulesOn(work, params.validFrom)
  })
  serveOpen(app, contract.printTimetable, async ({ params, query }, { kit, by, reply }) => {
    const { drawn, school } = await reading(kit, { by, schoolId: params.schoolId }, async (read) => ({ drawn: await drawBoard(read, params.id), school: await registryFace.schoolOf(read, params.schoolId) }))
    const language = query.lang ?? 'ru'
    const order: Order = { by: query.by, of: query.of, size: query.size ?? 'A4', language, madeAt: kit.clock() }
    const name = `${words[language].file} ${drawn.timetable.name}`
    if (query.as === 'pdf') return reply.headers(fileHeads(name, 'pdf')).send(await printPosters(drawn, order))
    if (query.as === 'xlsx') return reply.headers(fileHeads(name, 'xlsx')).send(await printBook(drawn, order))
    return reply.headers(fileHeads(name, 'fet')).send(Buffer.from(printFet(drawn, school?.short_name ?? '')))
  })
}
