import type { Read } from '@school/server'
import type { DoublePair, Merge, MergeSide } from '../../contract/merging.ts'
import { presentName } from '../people/present.ts'
import type { PersonMergeTable, PersonTable } from '../tables.ts'
import { mayDecide } from './access.ts'
import { judge } from './merging.ts'
import { inOrder, saidTwice } from './rules.ts'
import * as store from './store.ts'

interface Known { places: store.NamedPlace[]; counts: Map<string, store.OwnCounts> }

/** What is known of these records at once: places of all, counts of the reader's own school only. */
export async function knownOf(read: Read, ids: readonly string[]): Promise<Known> {
  const own = read.schoolIdOrNull === null ? [] : await store.countOwn(read, ids)
  return { places: await store.listPlacesOf(read, ids, read.now.toISOString().slice(0, 10)), counts: new Map(own.map((row) => [row.id, row])) }
}

/** One record as far as it has to be compared; what another school keeps of it is not counted out. */
export function presentSide(read: Read, person: PersonTable, known: Known): MergeSide {
  const places = known.places.filter((one) => one.person_id === person.id)
  const own = places.some((one) => one.school_id === read.schoolIdOrNull)
  const counted = own ? known.counts.get(person.id) : undefined
  return {
    ...presentName(person), birthDate: person.birth_date, hasSnils: person.snils !== null, hasAccount: person.esia_oid !== null, enteredAt: own ? person.created_at.toISOString() : null, own,
    places: places.map((one) => ({ schoolId: one.school_id, schoolName: one.school_name, relation: one.relation, now: one.now })),
    counts: counted ? { enrolments: counted.enrolments, employments: counted.employments, guardians: counted.guardians, children: counted.children, groups: counted.groups } : null,
  }
}

/** Two records side by side, with what stands in the way. */
export async function presentPair(read: Read, a: PersonTable, b: PersonTable, known: Known, mergeId: string | null): Promise<DoublePair> {
  const { kept, gone } = inOrder(a, b)
  const places = known.places.filter((one) => one.person_id === a.id || one.person_id === b.id)
  const { obstacles } = await judge(read, kept, gone, places)
  return { kept: presentSide(read, kept, known), gone: presentSide(read, gone, known), obstacles, mergeId }
}

/** Merges for a list, with the abilities of the reader. */
export async function presentMerges(read: Read, rows: readonly PersonMergeTable[]): Promise<Merge[]> {
  const ids = [...new Set(rows.flatMap((row) => [row.kept_id, row.gone_id, row.asked_by, row.decided_by ?? row.asked_by, row.undone_by ?? row.asked_by]))]
  const people = new Map((await store.listPeopleByIds(read, ids)).map((row) => [row.id, row]))
  const known = await knownOf(read, [...new Set(rows.flatMap((row) => [row.kept_id, row.gone_id]))])
  const shown: Merge[] = []
  for (const row of rows) shown.push(await presentMerge(read, row, people, known))
  return shown
}

async function presentMerge(read: Read, row: PersonMergeTable, people: Map<string, PersonTable>, known: Known): Promise<Merge> {
  const [kept, gone] = [people.get(row.kept_id)!, people.get(row.gone_id)!]
  const places = known.places.filter((one) => one.person_id === kept.id || one.person_id === gone.id)
  const judged = await judge(read, kept, gone, places)
  const nameOf = (id: string | null) => (id === null ? null : presentName(people.get(id)!))
  const [mine, today] = [mayDecide(read, row), read.now.toISOString().slice(0, 10)]
  // Who decided in another school is that school's own; that the school did is not.
  const foreign = read.schoolIdOrNull !== null && row.asked_school_id !== read.schoolIdOrNull
  return {
    id: row.id, state: row.state, kept: presentSide(read, kept, known), gone: presentSide(read, gone, known), obstacles: row.state === 'asked' ? judged.obstacles : [],
    judge: row.school_id !== null ? 'school' : row.municipality_id !== null ? 'municipality' : 'region', judgeName: judged.judgeName, reason: row.reason, askedAt: row.asked_at.toISOString(), askedBy: foreign ? null : nameOf(row.asked_by),
    askedSchool: places.find((one) => one.school_id === row.asked_school_id)?.school_name ?? '', decidedAt: row.decided_at?.toISOString() ?? null, decidedBy: nameOf(row.decided_by), answer: row.answer,
    undoUntil: row.undo_until, undoneAt: row.undone_at?.toISOString() ?? null, undoneBy: nameOf(row.undone_by), undoReason: row.undo_reason,
    closes: row.state === 'asked' ? saidTwice(await store.listKnit(read, kept.id, [kept.id, gone.id])).length : ((row.before as { closed: string[] } | null)?.closed.length ?? 0),
    can: { decide: row.state === 'asked' && mine, withdraw: row.state === 'asked' && row.asked_school_id === read.schoolIdOrNull, undo: row.state === 'done' && mine && row.undo_until !== null && today <= row.undo_until },
  }
}
