import type { Address } from '@school/contract'
import { reading, type Kit } from '../kit.ts'
import type { Read } from '../work.ts'

/** Every live address a person holds now, by what the rooms say. */
export async function addressesOf(kit: Kit, personId: string): Promise<Set<Address>> {
  const held = new Set<Address>()
  await reading(kit, {}, async (read) => {
    for (const record of await recordsOf(kit, read, personId)) {
      held.add(`person:${record}`)
      for (const room of kit.subsystems) for (const address of (await room.addresses?.(read, record)) ?? []) held.add(address)
    }
  })
  return held
}

/** The person's own record first, then those merged with it. */
async function recordsOf(kit: Kit, read: Read, personId: string): Promise<string[]> {
  const others = await Promise.all(kit.subsystems.map((room) => room.otherRecords?.(read, personId) ?? []))
  return [personId, ...others.flat()]
}
