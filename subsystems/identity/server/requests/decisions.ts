// not messages: grounds of corrections and papers as the registry keeps them in its history
import { registryFace } from '@school/registry/server'
import { Problem, type Work } from '@school/server'
import type { Compared, ComparedField } from '../../contract/requests.ts'
import { moveAccount } from '../accounts/accounts.ts'
import type { RequestTable } from '../tables.ts'
import type { About } from './about.ts'
import type { DecidableRequest } from './access.ts'
import { differingOf } from './compare.ts'
import { openCorrection } from './mismatch.ts'
import { announceRequest, judge, summaryOf, withData } from './requests.ts'
import { addStep, changeRequest, listCandidates, moveRequests } from './store.ts'

const documentWords: Record<NonNullable<About['basis']>, string> = { parent: 'родитель', adopter: 'усыновитель', guardian: 'опекун', custodian: 'попечитель', representative: 'представитель' }

/** Approves: the registry gets the employment, the guardianship, the account or the corrected data. Without a full match it takes a paper; what still differs then stays as a correction to decide. */
export async function approve(work: Work, row: DecidableRequest, document: string | null): Promise<RequestTable> {
  if (row.kind === 'correction') return correct(work, row, differingOf(row.comparison as Compared[]))
  if (row.checked !== 'matched' && document === null) throw new Problem(409, 'identity.document_needed', { check: row.checked })
  if (row.kind !== 'staff' && row.matched_id === null) throw new Problem(409, 'identity.no_record')
  await carryOut(work, row, document)
  await leaveCorrection(work, row)
  const after = await changeRequest(work, row, { state: 'APPROVED', decided_by: work.by.personId, decided_at: work.now, reason: document })
  await addStep(work, row.id, 'approved', document === null ? null : { note: document })
  work.audit('identity.request.approve', { about: row.matched_id ?? row.asked_by, before: { state: row.state, check: row.checked }, after: { requestId: row.id, kind: row.kind, document } })
  await announceRequest(work, row)
  return after
}

async function leaveCorrection(work: Work, row: DecidableRequest): Promise<void> {
  const about = row.about as About
  if (row.matched_id === null || !about.fromEsia) return
  await openCorrection(work, { named: about.named, matchedId: row.matched_id, askedBy: row.kind === 'child' ? row.asked_by : row.matched_id })
}

async function carryOut(work: Work, row: DecidableRequest, document: string | null): Promise<void> {
  const about = row.about as About
  const today = await registryFace.schoolDay(work)
  if (row.kind === 'child') {
    const basis = about.basis ?? 'parent'
    await registryFace.addGuardianship(work, { id: row.id, guardianId: row.asked_by, studentId: row.matched_id!, basis, document: document ?? `ЕСИА, ${documentWords[basis]}`, restricted: false, validFrom: today })
    return
  }
  const personId = row.matched_id ?? row.asked_by
  if (personId !== row.asked_by) {
    await moveAccount(work, row.asked_by, personId)
    await moveRequests(work, row.asked_by, personId)
  }
  if (row.kind === 'staff' && !(await registryFace.findOpenEmployment(work, personId, about.role as 'teacher'))) {
    await registryFace.employ(work, { id: row.id, personId, role: about.role as 'teacher', position: about.position ?? '', validFrom: today })
  }
}

/** Rejects with a reason that the asker reads. */
export async function reject(work: Work, row: DecidableRequest, reason: string): Promise<RequestTable> {
  const after = await changeRequest(work, row, { state: 'REJECTED', decided_by: work.by.personId, decided_at: work.now, reason })
  await addStep(work, row.id, 'rejected', { note: reason })
  work.audit('identity.request.reject', { about: row.matched_id ?? row.asked_by, before: { state: row.state }, after: { requestId: row.id, reason } })
  await announceRequest(work, after)
  return after
}

/** Puts what ЕСИА says into the record of the school; the registry keeps what was there, and the request is compared anew. */
export async function correct(work: Work, row: DecidableRequest, fields: readonly ComparedField[]): Promise<RequestTable> {
  const about = row.about as About
  if (row.matched_id === null) throw new Problem(409, 'identity.no_record')
  const open = new Set(differingOf(row.comparison as Compared[]).concat(about.named.snils === null ? [] : ['snils']))
  const wanted = fields.filter((field) => open.has(field) && (field === 'middleName' || about.named[field] !== null))
  if (wanted.length === 0 || !about.fromEsia) throw new Problem(409, 'identity.nothing_to_correct')
  const before = await withData(work, row.matched_id)
  if (wanted.includes('snils')) await freeSnils(work, row)
  await registryFace.correctPerson(work, row.matched_id, Object.fromEntries(wanted.map((field) => [field, about.named[field]])), 'По данным ЕСИА из заявки')
  await addStep(work, row.id, 'corrected', { fields: wanted })
  work.audit('identity.request.correct', { about: row.matched_id, before: Object.fromEntries(wanted.map((field) => [field, before[field]])), after: { requestId: row.id, fields: wanted } })
  const after = await compareAnew(work, row, row.matched_id)
  return row.kind === 'correction' && after.mismatches === 0 ? conclude(work, after) : after
}

/** A correction is done when nothing differs any more. */
async function conclude(work: Work, row: RequestTable): Promise<RequestTable> {
  const after = await changeRequest(work, row, { state: 'APPROVED', decided_by: work.by.personId, decided_at: work.now })
  await addStep(work, row.id, 'approved')
  work.audit('identity.request.approve', { about: row.matched_id, before: { state: row.state }, after: { requestId: row.id, kind: row.kind } })
  await announceRequest(work, after)
  return after
}

/** The asker's own young record may hold the very number that belongs into the school's record of the same human being. */
async function freeSnils(work: Work, row: DecidableRequest): Promise<void> {
  if (row.kind === 'child' || row.kind === 'correction') return
  const asker = await registryFace.findPerson(work, row.asked_by)
  if (asker && asker.snils === (row.about as About).named.snils) await registryFace.correctPerson(work, asker.id, { snils: null }, 'СНИЛС перенесён в запись школы')
}

/** Compares with a pupil of this school whom the administrator points at. */
export async function match(work: Work, row: DecidableRequest, pupilId: string): Promise<RequestTable> {
  const { named } = row.about as About
  const here = await listCandidates(work, 'pupils', { birthDate: named.birthDate, lastName: named.lastName, firstName: named.firstName, holderId: pupilId })
  if (row.kind === 'staff' || row.kind === 'correction' || !here.some((one) => one.id === pupilId)) throw new Problem(409, 'identity.no_record')
  await addStep(work, row.id, 'matchedByHand')
  work.audit('identity.request.match', { about: pupilId, before: { matchedId: row.matched_id }, after: { requestId: row.id } })
  return compareAnew(work, row, pupilId)
}

async function compareAnew(work: Work, row: DecidableRequest, matchedId: string): Promise<RequestTable> {
  const after = await changeRequest(work, row, judge(row.kind, row.about as About, await withData(work, matchedId)))
  await addStep(work, row.id, 'compared', summaryOf(after), null)
  await announceRequest(work, after)
  return after
}
