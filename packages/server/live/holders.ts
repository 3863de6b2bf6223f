import type { Address } from '@school/contract'
import { reading, type Kit } from '../kit.ts'

/** Every live address a person holds now, by what the rooms say. */
export async function addressesOf(kit: Kit, personId: string): Promise<Set<Address>> {
  const held = new Set<Address>([`person:${personId}`])
  await reading(kit, {}, async (read) => {
    for (const room of kit.subsystems) {
      for (const address of (await room.addresses?.(read, personId)) ?? []) held.add(address)
    }
  })
  return held
}
