import { addresses, type Address } from '@school/contract'
import type { Read } from '@school/server'

const heard = 'select kind, id from journal.heard_by($1, $2::date)'

/** The live addresses that follow from teaching: courses taught or put in for, the own class with its courses, the groups of one's children. */
export async function listAddresses(read: Read, personId: string): Promise<Address[]> {
  const rows = await read.rows<{ kind: 'course' | 'group'; id: string }>(heard, [personId, read.now.toISOString().slice(0, 10)])
  return rows.map(({ kind, id }) => (kind === 'course' ? addresses.course(id) : addresses.group(id)))
}
