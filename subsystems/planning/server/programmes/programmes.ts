import { addresses } from '@school/contract'
import { registryFace, schoolYearOf } from '@school/registry/server'
import { notFound, Problem, type Read, type Work } from '@school/server'
import { programmeChanged } from '../../contract/facts.ts'
import type { Programme, ProgrammeItem, ProgrammeRow } from '../../contract/programmes.ts'
import type { Finding } from '../../contract/shapes.ts'
import { controlShare } from '../course-plans/rules.ts'
import { normsOn } from '../norms/norms.ts'
import { isOffice } from '../office.ts'
import { mayChangeProgramme, type ChangeableProgramme } from './access.ts'
import { findProgramme, hasSubject, listFitting, listItems, listProgrammeRows, replaceItems, saveProgramme, type FittingRow, type ProgrammeDbRow } from './store.ts'

const present = (row: ProgrammeDbRow): ProgrammeRow => ({
  id: row.id, subject: { id: row.subject_id, name: row.subject }, grade: row.grade, name: row.name, author: row.author, archived: row.archived, hours: row.hours, items: row.items, controls: row.controls, courses: row.courses,
  changedBy: row.changed_by, revision: row.revision,
})

/** A page of the library. */
export async function programmesOf(read: Read, query: { subjectId?: string; grade?: number; archived?: boolean; cursor?: string; limit?: number }) {
  const [limit, offset] = [query.limit ?? 60, Math.max(0, Math.min(100_000, Math.trunc(Number(query.cursor ?? 0)) || 0))]
  const rows = await listProgrammeRows(read, { subjectId: query.subjectId, grade: query.grade, archived: query.archived ?? false, offset, limit: limit + 1 })
  return { rows: rows.slice(0, limit).map(present), next: rows.length > limit ? String(offset + limit) : null, can: { put: true } }
}

/** A programme with its lessons, what does not add up, and the courses it fits. */
export async function programmeOf(read: Read, id: string): Promise<Programme> {
  const row = await findProgramme(read, id)
  if (!row) throw notFound()
  const [list, today] = [await listItems(read, id), await registryFace.schoolDay(read)]
  const norms = await normsOn(read, today)
  const fits = await listFitting(read, { year: schoolYearOf(today), subjectId: row.subject_id, grade: row.grade, ids: null, day: today })
  const office = isOffice(read)
  const mine = (one: FittingRow) => office || one.teachers.some((teacher) => teacher.id === read.by.personId)
  return {
    ...present(row), list, findings: findingsOf(list, norms.controlShare), can: { change: mayChangeProgramme(read, row.changed_by.id), lay: fits.some(mine) },
    fits: fits.map((one) => ({ id: one.id, group: one.group, subject: one.subject, teachers: one.teachers, hoursYear: Math.round(one.hours * 34), laid: one.programme_id === id ? 'this' : one.planned ? 'other' : 'none', mine: mine(one) })),
  }
}

/** Work of control may take its share of the lessons and no more. */
export function findingsOf(items: readonly { hours: number; control: string }[], most: number): Finding[] {
  const share = controlShare(items)
  return share.percent > most ? [{ severity: 'error', code: 'control_over', grade: null, subject: null, has: share.percent, needs: most, law: 'order704' }] : []
}

export interface ProgrammeGiven { readonly subjectId: string; readonly grade: number | null; readonly name: string; readonly author: string; readonly archived: boolean; readonly list: readonly ProgrammeItem[]; readonly basedOn: number | null }

/** Makes a programme or writes it whole. */
export async function putProgramme(work: Work, before: ChangeableProgramme | null, id: string, given: ProgrammeGiven): Promise<void> {
  if (!(await hasSubject(work, given.subjectId))) throw notFound()
  if (new Set(given.list.map((item) => item.id)).size !== given.list.length) throw new Problem(409, 'planning.item_twice')
  const repeated = before !== null && given.basedOn === null && before.name === given.name
  if (!repeated && (before?.revision ?? null) !== given.basedOn) throw new Problem(409, 'planning.changed_meanwhile', { revision: before?.revision ?? null })
  await saveProgramme(work, { id, ...given, revision: repeated ? before.revision : (before?.revision ?? 0) + 1, by: work.by.personId })
  await replaceItems(work, id, given.list)
  work.audit('planning.programme.put', { about: id, before: before ? { name: before.name } : null, after: { name: given.name, items: given.list.length, archived: given.archived } })
  work.announce(programmeChanged, { schoolId: work.schoolId, programmeId: id }, [addresses.staff(work.schoolId)])
}
