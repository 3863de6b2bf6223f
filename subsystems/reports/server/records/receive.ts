import { journalFace } from '@school/journal/server'
import { notFound, Problem, type Read, type Work } from '@school/server'
import type { SignatureVerdict } from '@school/gost'
import type { ReceivedRecord } from '../../contract/index.ts'
import { opened } from '../exports/seal.ts'
import type { KeptPupil } from './access.ts'
import { counts, differencesOf, placeId, readDocument, sameSubject, sha256Of } from './document.ts'
import { findReceived, insertReceived, listSubjectNames, lockReceived, saveTaken, type ReceivedRow, type Signature } from './store.ts'

/** Faults after which nobody can say what the school signed. */
const broken = new Set(['changed', 'notASignature', 'notDetached', 'severalSigners', 'noCertificate'])
type Ours = readonly { readonly id: string; readonly name: string }[]

export function presentReceived(row: ReceivedRow, pupil: KeptPupil, ours: Ours): ReceivedRecord {
  return {
    id: row.id, state: row.taken_at ? 'taken' : 'read', receivedAt: row.received_at.toISOString(), receivedBy: row.received_by_name, takenAt: row.taken_at?.toISOString() ?? null, fileName: row.file_name, document: row.document,
    signature: row.signature, differences: differencesOf(row.document.pupil, pupil), written: row.written,
    subjects: row.document.subjects.map((one) => ({ name: one.name, subjectId: sameSubject(one.name, ours), marks: one.marks.filter(counts).length, finals: one.finals.filter((final) => final.kind === 'period' && final.year === row.document.year).length })),
  }
}

const signatureOf = (verdict: SignatureVerdict): Signature => ({ ok: verdict.ok, signer: verdict.signer?.name ?? null, signedAt: verdict.signedAt?.toISOString() ?? null, faults: verdict.faults.map(({ code, details }) => ({ code, details: { ...details } })) })

export interface Brought { readonly container: Buffer; readonly sha256: string; readonly signature: Signature; readonly document: ReceivedRow['document']; readonly fileName: string }

/** Reads a file before any transaction: what it says and how its signature stands. */
export async function readBrought(bytes: Uint8Array, fileName: string, now: Date): Promise<Brought> {
  const found = await opened(bytes, now)
  const document = found && readDocument(found.document)
  if (!found || !document) throw new Problem(400, 'reports.record_broken', { field: 'file' })
  if (found.verdict.faults.some(({ code }) => broken.has(code))) throw new Problem(409, 'reports.record_changed', { field: 'file' })
  return { container: Buffer.from(bytes), sha256: sha256Of(found.document), signature: signatureOf(found.verdict), document, fileName }
}

/** Keeps a record that was brought; the same file under the same id is the same record. */
export async function receive(work: Work, pupil: KeptPupil, id: string, brought: Brought): Promise<ReceivedRecord> {
  // what this school itself wrote stands in its journal already and would count twice
  if (brought.document.school.id === work.schoolId) throw new Problem(409, 'reports.own_record', { field: 'file' })
  const known = await findReceived(work, id)
  if (known && (known.student_id !== pupil.id || known.document_sha256 !== brought.sha256)) throw new Problem(409, 'reports.id_taken')
  if (!known) await insertReceived(work, { id, studentId: pupil.id, ...brought })
  work.audit('reports.record.receive', { about: pupil.id, after: { recordId: id, sha256: brought.sha256, from: brought.document.school.name, signature: brought.signature.ok } })
  return present(work, pupil, id)
}

const present = async (read: Read, pupil: KeptPupil, id: string) => presentReceived((await findReceived(read, id))!, pupil, await listSubjectNames(read))

interface Taking { readonly subjects: readonly { readonly name: string; readonly subjectId: string | null }[]; readonly checkedBy: string }

/** Writes what a received record says into the journal; once taken, the same again changes nothing. */
export async function take(work: Work, pupil: KeptPupil, id: string, taking: Taking): Promise<ReceivedRecord> {
  await lockReceived(work, id)
  const [row, ours] = [await findReceived(work, id), await listSubjectNames(work)]
  if (!row || row.student_id !== pupil.id) throw notFound()
  const checkedBy = taking.checkedBy.trim()
  if (row.taken_at === null) {
    const differences = differencesOf(row.document.pupil, pupil)
    if (differences.some(({ field }) => field === 'birthDate')) throw new Problem(409, 'reports.other_pupil')
    if ((!row.signature.ok || differences.length > 0) && checkedBy === '') throw new Problem(409, 'reports.check_needed', { field: 'checkedBy' })
    await saveTaken(work, id, checkedBy, await write(work, pupil, row, taking, new Set(ours.map((one) => one.id))))
  }
  work.audit('reports.record.take', { about: pupil.id, after: { recordId: id, subjects: taking.subjects, ...(checkedBy ? { checkedBy } : {}) } })
  return present(work, pupil, id)
}

async function write(work: Work, pupil: KeptPupil, { document }: ReceivedRow, { subjects }: Taking, ours: ReadonlySet<string>) {
  const chosen = new Map(subjects.flatMap(({ name, subjectId }) => (subjectId === null ? [] : [[name, subjectId] as const])))
  if ([...chosen.values()].some((id) => !ours.has(id))) throw notFound()
  if (new Set(chosen.values()).size < chosen.size) throw new Problem(409, 'reports.subject_twice', { field: 'subjects' })
  const known = document.subjects.flatMap((subject) => { const subjectId = chosen.get(subject.name); return subjectId === undefined ? [] : [{ subject, subjectId }] })
  const marks = known.flatMap(({ subject, subjectId }) => subject.marks.filter(counts).map((mark) => ({ id: placeId(work.schoolId, pupil.id, 'mark', mark.key), subjectId, date: mark.date, value: mark.value, weight: mark.weight })))
  const finals = known.flatMap(({ subject, subjectId }) => subject.finals.flatMap((final) =>
    (final.kind === 'period' && final.period !== null && final.year === document.year ? [{ id: placeId(work.schoolId, pupil.id, 'final', subjectId, String(final.year), String(final.period)), subjectId, period: final.period, value: final.value }] : [])))
  const source = document.school.name.slice(0, 200) || document.id
  const put = await journalFace.bringRecord(work, pupil.id, { source, year: document.year, marks, finals })
  const all = document.subjects.reduce((sum, one) => sum + one.marks.length + one.finals.length, 0)
  return { ...put, left: all - put.marks - put.finals }
}
