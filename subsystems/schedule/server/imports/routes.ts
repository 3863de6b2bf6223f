import { addresses } from '@school/contract'
import { fileHeads } from '@school/print'
import { fileOf, notFound, Problem, reading, serve, serveOpen, writing, type Open, type Read, type Work } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/imports.ts'
import { importDone } from '../../contract/facts.ts'
import type { FetFile } from './fet.ts'
import { presentImport, type Proposal } from './present.ts'
import { proposeRoster, proposeRows, writeRoster } from './roster-import.ts'
import { findImport, listImportRows, lockImport, saveImport, type ImportRow } from './store.ts'
import { parseTimetable, proposeNames, proposeTimetable, writeTimetable } from './timetable-import.ts'
import type { RosterRows } from './workbook-read.ts'
import { writeTemplate } from './workbook-template.ts'

type Saved = Pick<ImportRow, 'kind' | 'state' | 'file_name' | 'parsed' | 'mapping' | 'proposal' | 'valid_from'>

/** Keeps what was read under the id the client made; a repeat of an upload replaces it until it is confirmed. */
async function keep(open: Open, schoolId: string, id: string, saved: Saved) {
  return writing(open.kit, { by: open.by, schoolId, requestId: open.request.id }, async (work) => {
    const before = await lockImport(work, id)
    if (before?.state === 'done') throw new Problem(409, 'schedule.import_over')
    await saveImport(work, { id, ...saved, doneAt: null })
    work.audit('schedule.import.upload', { about: id, after: { kind: saved.kind, file: saved.file_name } })
    return presentImport((await findImport(work, id))!, work.now)
  })
}

export function importRoutes(app: FastifyInstance): void {
  serveOpen(app, contract.uploadRoster, async ({ params }, open) => {
    const file = await fileOf(open, 'schedule.file_missing')
    const { rows, proposal, broken } = await reading(open.kit, { by: open.by, schoolId: params.schoolId }, (read) => proposeRoster(read, file.bytes))
    return keep(open, params.schoolId, params.id, { kind: 'roster', state: broken ? 'broken' : 'ready', file_name: file.name, parsed: rows, mapping: [], proposal, valid_from: null })
  })
  serveOpen(app, contract.uploadTimetable, async ({ params }, open) => {
    const file = await fileOf(open, 'schedule.file_missing')
    const parsed = parseTimetable(file.bytes)
    if ('changeCount' in parsed) return keep(open, params.schoolId, params.id, { kind: 'timetable', state: 'broken', file_name: file.name, parsed: {}, mapping: [], proposal: parsed, valid_from: null })
    const found = await reading(open.kit, { by: open.by, schoolId: params.schoolId }, async (read) => {
      const { names, validFrom } = await proposeNames(read, parsed)
      return { names, validFrom, proposal: await proposeTimetable(read, parsed, names, validFrom) }
    })
    return keep(open, params.schoolId, params.id, { kind: 'timetable', state: stateOf(found.names), file_name: file.name, parsed, mapping: found.names, proposal: found.proposal, valid_from: found.validFrom })
  })
  serve(app, contract.getImport, async (read, { params, query }) => {
    const row = await findImport(read, params.id)
    if (!row) throw notFound()
    return presentImport(row, read.now, query.offset ?? 0)
  })
  serve(app, contract.listImports, async (read) => (await listImportRows(read)).map((row) => ({ id: row.id, kind: row.kind, state: row.state, fileName: row.file_name, createdAt: row.created_at.toISOString(), doneAt: row.done_at?.toISOString() ?? null, changeCount: row.changes })))
  decisionRoutes(app)
  serveOpen(app, contract.getTemplate, async (_input, { reply }) =>
    reply.headers(fileHeads('school', 'xlsx')).send(Buffer.from(await writeTemplate())))
}

/** A timetable can be written once its days, hours and students are decided; teachers may come later. */
const stateOf = (names: readonly contract.NameMapping[]) => (names.some((one) => one.target === null && one.kind !== 'teacher' && one.kind !== 'room' && one.lessons > 0) ? 'mapping' as const : 'ready' as const)

async function openImport(work: Work, id: string): Promise<ImportRow> {
  const row = await lockImport(work, id)
  if (!row) throw notFound()
  return row
}

/** Whether a target may be chosen for a name: one of the school's, a new one, none; days and hours have a form of their own. */
function mayMean({ kind, target }: { kind: contract.NameMapping['kind']; target: string | null }, options: ReadonlyMap<string, string>): boolean {
  if (target === null || target === 'skip') return true
  if (kind === 'hour') return /^\d{1,2}$/.test(target)
  if (kind === 'day') return /^[1-6]:[AB]?:[12]?$/.test(target)
  return target === 'new' ? kind !== 'teacher' : options.has(target)
}

/** What an import would change now; the school may have moved on since the file was read. */
const proposeAgain = (read: Read, row: Pick<ImportRow, 'kind' | 'parsed' | 'mapping'>, validFrom: string | null): Promise<Proposal> => (row.kind === 'roster'
  ? proposeRows(read, row.parsed as RosterRows)
  : proposeTimetable(read, row.parsed as FetFile, row.mapping as contract.NameMapping[], validFrom!))

const shown = (proposal: Proposal) => JSON.stringify(proposal.changes.map(({ kind, title, before, after, was, at }) => [kind, title, before, after, was?.weekday, was?.number, was?.week, at?.weekday, at?.number, at?.week].join()).toSorted())

function whyOver(row: ImportRow, now: Date): Problem | null {
  if (row.state === 'broken') return new Problem(409, 'schedule.import_broken')
  if (row.state === 'expired' || row.expires_at < now) return new Problem(409, 'schedule.import_over')
  return row.state === 'mapping' ? new Problem(409, 'schedule.import_undecided') : null
}

function decisionRoutes(app: FastifyInstance): void {
  serve(app, contract.mapNames, async (work, { params, body }) => {
    const row = await openImport(work, params.id)
    const over = whyOver(row, work.now)
    if (row.state === 'done' || (over && row.state !== 'mapping')) throw new Problem(409, 'schedule.import_over')
    const options = new Map((row.proposal as Proposal).options.map((one) => [one.id, one.name]))
    const names = row.mapping as contract.NameMapping[]
    for (const chosen of body.names) {
      const at = names.find((one) => one.kind === chosen.kind && one.source === chosen.source)
      if (!at || !mayMean(chosen, options)) throw new Problem(409, 'schedule.unknown_target', { kind: chosen.kind, source: chosen.source })
      at.target = chosen.target
      at.targetName = chosen.target === null ? null : options.get(chosen.target) ?? null
      at.confidence = 1
    }
    const validFrom = row.kind === 'timetable' ? body.validFrom ?? row.valid_from! : null
    const proposal = await proposeAgain(work, { ...row, mapping: names }, validFrom)
    await saveImport(work, { ...row, state: row.kind === 'timetable' ? stateOf(names) : row.state, mapping: names, proposal, valid_from: validFrom, doneAt: null })
    return presentImport((await findImport(work, params.id))!, work.now)
  })
  serve(app, contract.confirmImport, async (work, { params }) => {
    const row = await openImport(work, params.id)
    if (row.state === 'done') { work.audit('schedule.import.confirm', { about: params.id, after: { repeated: true } }); return presentImport(row, work.now) }
    const over = whyOver(row, work.now)
    if (over) throw over
    const proposal = await proposeAgain(work, row, row.valid_from)
    if (shown(proposal) !== shown(row.proposal as Proposal)) throw new Problem(409, 'schedule.import_stale')
    if (row.kind === 'roster') await writeRoster(work, row.parsed as RosterRows)
    const mapping = row.kind === 'timetable' ? await writeTimetable(work, row.parsed as FetFile, row.mapping as contract.NameMapping[], row.valid_from!) : row.mapping
    await saveImport(work, { ...row, state: 'done', mapping, proposal, doneAt: work.now })
    work.audit('schedule.import.confirm', { about: params.id, after: { kind: row.kind, counts: proposal.counts } })
    work.announce(importDone, { schoolId: work.schoolId, importId: params.id }, [addresses.staff(work.schoolId)])
    return presentImport((await findImport(work, params.id))!, work.now)
  })
}
