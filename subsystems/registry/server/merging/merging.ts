import { addresses } from '@school/contract'
import { Problem, type Read, type Work } from '@school/server'
import { mergeChanged, personChanged, rightsChanged } from '../../contract/facts.ts'
import type { MergeObstacle } from '../../contract/merging.ts'
import { listGuardianIds } from '../guardians/store.ts'
import { updatePerson } from '../people/store.ts'
import type { PersonMergeTable, PersonTable } from '../tables.ts'
import { dayBefore } from '../time-zone.ts'
import { mayDecide, type ComparablePair, type DecidableMerge } from './access.ts'
import { inOrder, mergeTerms, saidTwice, whyNotOne } from './rules.ts'
import * as store from './store.ts'

type Said = Pick<PersonTable, 'last_name' | 'first_name' | 'middle_name' | 'birth_date' | 'gender' | 'snils' | 'email' | 'phone'>
/** What an undo needs: the data of both, who followed the record that gave way, which guardianships were closed. */
interface Before { kept: Said; gone: Said; followers: string[]; closed: string[] }
const saidOf = ({ last_name, first_name, middle_name, birth_date, gender, snils, email, phone }: PersonTable): Said => ({ last_name, first_name, middle_name, birth_date, gender, snils, email, phone })
const today = (read: Read) => read.now.toISOString().slice(0, 10)
const addDays = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

export interface Judged { readonly schoolIds: string[]; readonly schoolId: string | null; readonly municipalityId: string | null; readonly regionId: string; readonly judgeName: string; readonly obstacles: MergeObstacle[] }

/** What stands in the way of a merge, which schools it concerns, and who has the last word. */
export async function judge(read: Read, a: PersonTable, b: PersonTable, places: readonly store.NamedPlace[]): Promise<Judged> {
  const schoolIds = [...new Set(places.map((one) => one.school_id))].toSorted()
  const municipalities = new Map(places.map((one) => [one.municipality_id, one.municipality_name]))
  const regions = new Map(places.map((one) => [one.region_id, one.region_name]))
  const obstacles = whyNotOne(a, b, places, { represents: await store.represents(read, a.id, b.id), regions: regions.size })
  const [first] = places
  return {
    schoolIds, obstacles, schoolId: schoolIds.length === 1 ? schoolIds[0]! : null, municipalityId: municipalities.size === 1 ? [...municipalities.keys()][0]! : null, regionId: [...regions.keys()][0]!,
    judgeName: schoolIds.length === 1 ? first!.school_name : municipalities.size === 1 ? first!.municipality_name : first!.region_name,
  }
}

/** How many guardianships would be closed because they say the same twice. */
export async function countTwice(read: Read, kept: PersonTable, gone: PersonTable): Promise<number> {
  const ids = [...new Set([...await store.listRecords(read, kept.id), ...await store.listRecords(read, gone.id)])]
  return saidTwice(await store.listKnit(read, kept.id, ids)).length
}

/** Proposes to make two records one; a repeat with the same id changes nothing. */
export async function ask(work: Work, pair: ComparablePair, id: string, reason: string): Promise<PersonMergeTable> {
  const { kept, gone } = inOrder(pair.a, pair.b)
  const known = await store.lockMerge(work, id)
  if (known && (known.kept_id !== kept.id || known.gone_id !== gone.id || !known.school_ids.includes(work.schoolId))) throw new Problem(409, 'registry.changed_meanwhile', {})
  if (known) { work.audit('registry.merge.ask', { about: known.kept_id, after: { mergeId: id, goneId: known.gone_id } }); return known }
  if ([kept.id, gone.id].includes(work.by.personId)) throw new Problem(403, 'registry.not_own_merge')
  const judged = await judge(work, kept, gone, pair.places)
  if (judged.obstacles.length > 0) throw new Problem(409, 'registry.cannot_merge', { obstacles: judged.obstacles })
  if (await store.findAsked(work, kept.id, gone.id)) throw new Problem(409, 'registry.merge_asked')
  const row: PersonMergeTable = {
    id, kept_id: kept.id, gone_id: gone.id, state: 'asked', school_ids: judged.schoolIds, school_id: judged.schoolId, municipality_id: judged.municipalityId, region_id: judged.regionId, asked_school_id: work.schoolId,
    asked_by: work.by.personId, asked_at: work.now, reason: reason.trim(), decided_by: null, decided_at: null, answer: '', undo_until: null, before: null, undone_by: null, undone_at: null, undo_reason: '',
  }
  await store.insertMerge(work, row)
  work.audit('registry.merge.ask', { about: kept.id, after: { mergeId: id, goneId: gone.id, reason: row.reason } })
  tell(work, row)
  return row
}

const stillAsked = (row: PersonMergeTable) => { if (row.state !== 'asked') throw new Problem(409, 'registry.merge_decided') }

/** Makes the two one: the record that gives way keeps its id and all that hangs on it, and every door leads from one to the other. */
export async function merge(work: Work, row: DecidableMerge, answer: string): Promise<PersonMergeTable> {
  stillAsked(row)
  const rows = await store.lockTwo(work, row.kept_id, row.gone_id)
  const pair = [rows.find((one) => one.id === row.kept_id)!, rows.find((one) => one.id === row.gone_id)!] as const
  const places = await store.listPlacesOf(work, rows.map((one) => one.id), today(work))
  const judged = await judge(work, pair[0], pair[1], places)
  if (judged.obstacles.length > 0) throw new Problem(409, 'registry.cannot_merge', { obstacles: judged.obstacles })
  if (!mayDecide(work, { ...row, school_id: judged.schoolId, municipality_id: judged.municipalityId, region_id: judged.regionId })) throw new Problem(409, 'registry.merge_elsewhere')
  const { kept, gone } = inOrder(...pair) // since the proposal one of them may have signed in
  const followers = rows.filter((one) => one.merged_to === gone.id).map((one) => one.id)
  const knit = saidTwice(await store.listKnit(work, kept.id, rows.map((one) => one.id)))
  const before: Before = { kept: saidOf(kept), gone: saidOf(gone), followers, closed: knit.map((one) => one.id) }
  await store.closeGuardianships(work, before.closed, dayBefore(today(work)))
  await updatePerson(work, gone.id, { snils: null })
  const after = await updatePerson(work, kept.id, { snils: kept.snils ?? gone.snils, middle_name: kept.middle_name ?? gone.middle_name, email: kept.email ?? gone.email, phone: kept.phone ?? gone.phone, revision: kept.revision + 1 })
  const { snils: _snils, ...shared } = saidOf(after)
  for (const id of [gone.id, ...followers]) await updatePerson(work, id, shared)
  await store.point(work, [gone.id, ...followers], kept.id)
  await store.spellOut(work, [kept.id], [gone.id, ...followers])
  const done = await store.updateMerge(work, row.id, {
    kept_id: kept.id, gone_id: gone.id, state: 'done', school_ids: judged.schoolIds, school_id: judged.schoolId, municipality_id: judged.municipalityId, decided_by: work.by.personId, decided_at: work.now, answer: answer.trim(),
    undo_until: addDays(today(work), mergeTerms(today(work)).undoDays), before: JSON.stringify(before),
  })
  for (const about of [kept.id, gone.id]) work.audit('registry.merge.done', { about, before, after: { mergeId: row.id, keptId: kept.id, goneId: gone.id, reason: row.reason, answer: done.answer } })
  await tellAll(work, done, rows.map((one) => one.id))
  return done
}

/** Says no; the records stay as they are. */
export async function refuse(work: Work, row: DecidableMerge, answer: string): Promise<PersonMergeTable> {
  stillAsked(row)
  if (answer.trim().length < 3) throw new Problem(400, 'registry.answer_needed', { field: 'answer' })
  const refused = await store.updateMerge(work, row.id, { state: 'refused', decided_by: work.by.personId, decided_at: work.now, answer: answer.trim() })
  work.audit('registry.merge.refuse', { about: row.kept_id, after: { mergeId: row.id, goneId: row.gone_id, answer: refused.answer } })
  tell(work, refused)
  return refused
}

/** The school that proposed takes it back. */
export async function withdrawAsked(work: Work, row: PersonMergeTable): Promise<PersonMergeTable> {
  stillAsked(row)
  if (row.asked_school_id !== work.schoolId) throw new Problem(409, 'registry.merge_elsewhere')
  const withdrawn = await store.updateMerge(work, row.id, { state: 'withdrawn', decided_by: work.by.personId, decided_at: work.now })
  work.audit('registry.merge.withdraw', { about: row.kept_id, after: { mergeId: row.id } })
  tell(work, withdrawn)
  return withdrawn
}

/** Parts the two again while the term runs: data, СНИЛС, representatives and followers are as they were; what has happened since stays with the record it was written to. */
export async function undo(work: Work, row: DecidableMerge, reason: string): Promise<PersonMergeTable> {
  if (row.state !== 'done') throw new Problem(409, 'registry.merge_decided')
  if (row.undo_until === null || today(work) > row.undo_until) throw new Problem(409, 'registry.undo_too_late', { until: row.undo_until })
  if (await store.findLater(work, row)) throw new Problem(409, 'registry.undo_later_first')
  const rows = await store.lockTwo(work, row.kept_id, row.gone_id)
  const before = row.before as Before
  const kept = rows.find((one) => one.id === row.kept_id)!
  // What came from the other record goes back to it, unless somebody has corrected it since.
  const back = <K extends 'snils' | 'middle_name' | 'email' | 'phone'>(field: K) => (before.kept[field] === null && kept[field] === before.gone[field] ? null : kept[field])
  await updatePerson(work, kept.id, { snils: back('snils'), middle_name: back('middle_name'), email: back('email'), phone: back('phone'), revision: kept.revision + 1 })
  const moved = before.gone.snils !== null && kept.snils === before.gone.snils
  await store.point(work, [row.gone_id], null)
  await store.point(work, before.followers, row.gone_id)
  const { snils, ...said } = before.gone
  await updatePerson(work, row.gone_id, { ...said, snils: moved ? snils : null })
  await store.spellOut(work, [row.kept_id, row.gone_id], before.followers)
  await store.reopenGuardianships(work, before.closed)
  const undone = await store.updateMerge(work, row.id, { state: 'undone', undone_by: work.by.personId, undone_at: work.now, undo_reason: reason.trim() })
  for (const about of [row.kept_id, row.gone_id]) work.audit('registry.merge.undo', { about, after: { mergeId: row.id, keptId: row.kept_id, goneId: row.gone_id, reason: undone.undo_reason } })
  await tellAll(work, undone, rows.map((one) => one.id))
  return undone
}

function tell(work: Work, row: PersonMergeTable): void {
  const offices = row.school_ids.map((schoolId) => addresses.office(schoolId))
  work.announce(mergeChanged, { mergeId: row.id, keptId: row.kept_id, goneId: row.gone_id }, offices)
}

/** Every open page of the people, their families and their schools follows. */
async function tellAll(work: Work, row: PersonMergeTable, ids: readonly string[]): Promise<void> {
  tell(work, row)
  for (const schoolId of row.school_ids) for (const personId of ids) work.announce(personChanged, { schoolId, personId }, [addresses.person(personId), addresses.family(personId), addresses.staff(schoolId)])
  const families = new Set<string>(ids)
  for (const id of ids) for (const guardian of await listGuardianIds(work, id, today(work))) families.add(guardian)
  for (const personId of families) work.announce(rightsChanged, { personId }, [addresses.person(personId)])
}
