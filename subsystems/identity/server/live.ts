import { addresses, type Address } from '@school/contract'
import type { Read } from '@school/server'
import { listRolesOf } from './sessions/store.ts'

/** What an operator or a curator hears because of the territory they answer for. */
export async function territoryAddresses(read: Read, personId: string): Promise<Address[]> {
  return (await listRolesOf(read, personId)).flatMap(({ role, scope_id }) => {
    if (role === 'operator') return [addresses.operators]
    if (role === 'regionalCurator') return [addresses.region(scope_id)]
    return role === 'municipalCurator' ? [addresses.municipality(scope_id)] : []
  })
}
