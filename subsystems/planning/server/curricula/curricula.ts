import { addresses, newId } from '@school/contract'
import { registryFace } from '@school/registry/server'
import { notFound, Problem, type Work } from '@school/server'
import type { CurriculumHead, Line } from '../../contract/curricula.ts'
import { curriculumChanged } from '../../contract/facts.ts'
import { normsOn } from '../norms/norms.ts'
import { takeTurn } from '../norms/store.ts'
import { mustBeDay } from '../office.ts'
import { subjectKey } from '../subject-names.ts'
import { curriculumOf, judgedOn } from './present.ts'
import {
  acceptEditionRow, bumpRevision, countPupils, findCurriculum, hasPlanNamed, listClassesOf, listCurriculumRows, listLines, listSubjectRows, lockCurriculum, removeEditionRows, replaceLines, saveCurriculum, saveEdition, setClasses, setStudents,
} from './store.ts'

export interface HeadGiven { readonly year: number; readonly name: string; readonly kind: CurriculumHead['kind']; readonly level: CurriculumHead['level']; readonly profile: string; readonly weekDays: number; readonly standard: string; readonly fromGrade: number; readonly toGrade: number; readonly filled: boolean; readonly basedOn: number | null }

function told(work: Work, id: string, action: string, what: { before?: unknown; after?: unknown }): void {
  work.audit(action, { about: id, ...what })
  work.announce(curriculumChanged, { schoolId: work.schoolId, curriculumId: id }, [addresses.staff(work.schoolId)])
}

/** Makes a plan with its first draft, filled from the federal variant when asked, or corrects its head. */
export async function putCurriculum(work: Work, id: string, given: HeadGiven): Promise<void> {
  if (given.toGrade < given.fromGrade) throw new Problem(409, 'planning.grades_wrong', { field: 'toGrade' })
  await takeTurn(work)
  const before = await lockCurriculum(work, id)
  if (before && given.basedOn === null && before.name === given.name) return told(work, id, 'planning.curriculum.repeated', {})
  if ((before?.revision ?? null) !== given.basedOn) throw new Problem(409, 'planning.changed_meanwhile', { revision: before?.revision ?? null })
  if (await hasPlanNamed(work, before?.year ?? given.year, given.name, id)) throw new Problem(409, 'planning.name_taken', { field: 'name' })
  await saveCurriculum(work, {
    id, year: before?.year ?? given.year, name: given.name, kind: given.kind, level: given.level, profile: given.profile, week_days: given.weekDays, standard: given.standard, from_grade: given.fromGrade, to_grade: given.toGrade,
    revision: (before?.revision ?? 0) + 1, copied_from: null,
  })
  if (!before) {
    await saveEdition(work, id, { edition: 1, valid_from: `${given.year}-09-01`, reason: '' })
    if (given.filled) await replaceLines(work, id, 1, await linesOfStandard(work, given))
  }
  told(work, id, before ? 'planning.curriculum.edit' : 'planning.curriculum.make', { before, after: given })
}

/** The lines of a federal variant in the subjects of this school; those it has not yet are added to them. */
async function linesOfStandard(work: Work, given: HeadGiven): Promise<Line[]> {
  const variant = (await normsOn(work, judgedOn(given.year, await registryFace.schoolDay(work)))).variants.find((one) => one.key === given.standard)
  if (!variant) return []
  const known = new Map((await listSubjectRows(work)).toReversed().map((one) => [subjectKey(one.name), one.id]))
  const lines: Line[] = []
  for (const line of variant.lines) {
    const cells = line.hours.filter((one) => one.hours > 0 && one.grade >= given.fromGrade && one.grade <= given.toGrade).map((one) => ({ grade: one.grade, hours: one.hours, groups: 1 }))
    if (cells.length === 0) continue
    let subjectId = known.get(subjectKey(line.subject))
    if (subjectId === undefined) {
      subjectId = newId()
      await registryFace.putSubject(work, subjectId, { name: line.subject, shortName: line.subject.slice(0, 40), kind: 'core' })
      known.set(subjectKey(line.subject), subjectId)
    }
    lines.push({ id: newId(), part: line.part, area: line.area, subjectId, advanced: line.advanced, cells })
  }
  return lines
}

/** Writes the draft; the number after the last accepted edition begins a correction. */
export async function putEdition(work: Work, id: string, edition: number, given: { validFrom: string; reason: string; lines: readonly Line[]; basedOn: number }): Promise<void> {
  mustBeDay(given.validFrom, 'validFrom')
  const before = await lockCurriculum(work, id)
  if (!before) throw notFound()
  if (before.revision !== given.basedOn) throw new Problem(409, 'planning.changed_meanwhile', { revision: before.revision })
  const editions = (await findCurriculum(work, id))!.editions
  const last = editions.at(-1)
  if (editions.some((one) => one.edition === edition && one.state === 'accepted')) throw new Problem(409, 'planning.edition_accepted')
  if (last?.state === 'draft' ? edition !== last.edition : edition !== (last?.edition ?? 0) + 1) throw new Problem(409, 'planning.edition_order')
  const accepted = editions.findLast((one) => one.state === 'accepted')
  if (accepted && given.validFrom < accepted.valid_from) throw new Problem(409, 'planning.edition_order', { field: 'validFrom', from: accepted.valid_from })
  await refuseWrongLines(work, given.lines)
  await saveEdition(work, id, { edition, valid_from: given.validFrom, reason: given.reason })
  await replaceLines(work, id, edition, given.lines)
  await bumpRevision(work, id)
  told(work, id, 'planning.edition.put', { after: { edition, validFrom: given.validFrom, reason: given.reason, lines: given.lines.length } })
}

async function refuseWrongLines(work: Work, lines: readonly Line[]): Promise<void> {
  const known = new Set((await listSubjectRows(work)).map((one) => one.id))
  const seen = new Set<string>()
  for (const line of lines) {
    if (!known.has(line.subjectId)) throw notFound()
    for (const key of [`${line.part} ${line.subjectId}`, line.id]) {
      if (seen.has(key)) throw new Problem(409, 'planning.subject_twice', { subjectId: line.subjectId })
      seen.add(key)
    }
    if (new Set(line.cells.map((cell) => cell.grade)).size !== line.cells.length) throw new Problem(409, 'planning.subject_twice', { subjectId: line.subjectId })
  }
}

/** Throws a draft away; a plan that was never accepted goes with it. */
export async function removeEdition(work: Work, id: string, edition: number): Promise<void> {
  if (!(await lockCurriculum(work, id))) throw notFound()
  const row = (await findCurriculum(work, id))!
  const draft = row.editions.find((one) => one.edition === edition)
  if (!draft) throw notFound()
  if (draft.state === 'accepted') throw new Problem(409, 'planning.edition_accepted')
  const whole = row.editions.length === 1
  if (whole && row.classes.length + row.students.length > 0) throw new Problem(409, 'planning.in_use', { classes: row.classes.length, students: row.students.length })
  await removeEditionRows(work, id, edition, whole)
  if (!whole) await bumpRevision(work, id)
  told(work, id, 'planning.edition.remove', { before: { edition, name: row.name } })
}

/** Accepts a draft by order; errors are passed over only with a reason, which stays in the plan. */
export async function acceptEdition(work: Work, id: string, edition: number, given: { orderNumber: string; despite: string }): Promise<void> {
  if (!(await lockCurriculum(work, id))) throw notFound()
  const sheet = await curriculumOf(work, id, edition)
  const draft = sheet.editions.find((one) => one.edition === edition)!
  if (draft.state === 'accepted') {
    if (draft.orderNumber !== given.orderNumber.trim()) throw new Problem(409, 'planning.edition_accepted')
    return told(work, id, 'planning.edition.repeated', {})
  }
  const errors = sheet.findings.filter((one) => one.severity === 'error').length
  if (errors > 0 && given.despite.trim() === '') throw new Problem(409, 'planning.has_errors', { errors })
  await acceptEditionRow(work, id, edition, given.orderNumber.trim(), errors > 0 ? given.despite.trim() : '')
  await bumpRevision(work, id)
  told(work, id, 'planning.edition.accept', { after: { edition, orderNumber: given.orderNumber, errors, despite: given.despite } })
}

/** Says which classes are taught by a plan. */
export async function putClasses(work: Work, id: string, classIds: readonly string[]): Promise<void> {
  const plan = await lockCurriculum(work, id)
  if (!plan) throw notFound()
  const row = (await findCurriculum(work, id))!
  const found = await listClassesOf(work, classIds)
  if (found.length !== new Set(classIds).size) throw notFound()
  const wrong = found.find((one) => one.school_year !== row.year || one.grade_level === null || one.grade_level < row.from_grade || one.grade_level > row.to_grade)
  if (wrong) throw new Problem(409, 'planning.grades_wrong', { name: wrong.name })
  await setClasses(work, id, [...new Set(classIds)])
  await bumpRevision(work, id)
  told(work, id, 'planning.curriculum.classes', { before: row.classes.map((one) => one.id), after: classIds })
}

/** Says who is taught by an individual plan or at home. */
export async function putStudents(work: Work, id: string, students: readonly { studentId: string; from: string; to: string | null; basis: string }[]): Promise<void> {
  if (!(await lockCurriculum(work, id))) throw notFound()
  const row = (await findCurriculum(work, id))!
  if (row.kind === 'class') throw new Problem(409, 'planning.not_individual')
  for (const one of students) {
    mustBeDay(one.from, 'from')
    if (one.to !== null) mustBeDay(one.to, 'to')
    if (one.to !== null && one.to < one.from) throw new Problem(409, 'planning.dates_wrong', { field: 'to' })
  }
  const ids = students.map((one) => one.studentId)
  if (new Set(ids).size !== ids.length || (await countPupils(work, ids)) !== ids.length) throw notFound()
  await setStudents(work, id, students)
  await bumpRevision(work, id)
  told(work, id, 'planning.curriculum.students', { before: row.students.map((one) => one.student.id), after: ids })
}

/** Copies the plans of another year as drafts: the edition last accepted, or the draft where there is none. */
export async function copyCurricula(work: Work, fromYear: number, year: number): Promise<{ copied: number; kept: number }> {
  await takeTurn(work)
  const [source, there] = [await listCurriculumRows(work, fromYear), await listCurriculumRows(work, year)]
  if (source.length === 0 || fromYear === year) throw new Problem(409, 'planning.nothing_to_copy', { year: fromYear })
  let [copied, kept] = [0, 0]
  for (const row of source) {
    if (row.kind !== 'class' || there.some((one) => one.name === row.name)) { kept++; continue }
    const edition = (row.editions.findLast((one) => one.state === 'accepted') ?? row.editions.at(-1))!.edition
    const lines = (await listLines(work, [{ id: row.id, edition }]))[0]?.lines ?? []
    const id = newId()
    await saveCurriculum(work, { ...row, id, year, copied_from: row.id, revision: 1 })
    await saveEdition(work, id, { edition: 1, valid_from: `${year}-09-01`, reason: '' })
    await replaceLines(work, id, 1, lines.map((line) => ({ ...line, id: newId() })))
    told(work, id, 'planning.curriculum.copy', { after: { from: row.id, name: row.name } })
    copied++
  }
  if (copied === 0) work.audit('planning.curriculum.copy', { after: { fromYear, year, copied, kept } })
  return { copied, kept }
}
