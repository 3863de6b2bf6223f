import { writing, type Kit } from '../kit.ts'
import type { Actor } from '../actor.ts'

const slotMs = 600_000
const recent = new Map<string, number>()

/** Notes that staff opened someone's record, before the reply goes out: one row per reader, person and ten minutes. */
export async function noteAccess(kit: Kit, by: Actor, schoolId: string, aboutId: string, what: string): Promise<void> {
  if (by.personId === aboutId) return
  const now = kit.clock().getTime()
  const slot = now - (now % slotMs)
  const key = `${by.personId} ${aboutId} ${what}`
  if (recent.get(key) === slot) return
  await writing(kit, { by, schoolId }, (work) => work.rows(
    'insert into audit.access (school_id, about_id, reader_id, slot, reader_role, what) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
    [schoolId, aboutId, by.personId, new Date(slot), by.role ?? '', what]))
  if (recent.size > 50_000) recent.clear()
  recent.set(key, slot)
}
