import { newId } from '@school/contract'
import type { Builder } from '@school/testing'

/** A programme of the library with its lessons, one hour each unless told. */
export async function aProgramme(make: Builder, schoolId: string, given: { subjectId: string; grade: number; by: string; topics: readonly { topic: string; hours?: number; control?: string }[] }): Promise<{ id: string }> {
  const id = newId()
  await make.insert('planning.programme', { school_id: schoolId, id, subject_id: given.subjectId, grade: given.grade, name: `Программа ${make.next()}`, changed_by: given.by, changed_at: new Date('2026-08-20T06:00:00Z') })
  for (const [position, { topic, hours, control }] of given.topics.entries()) await make.insert('planning.programme_item', { school_id: schoolId, programme_id: id, id: newId(), position, topic, hours: hours ?? 1, control: control ?? '' })
  return { id }
}
