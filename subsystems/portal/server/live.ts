import type { Address } from '@school/contract'
import { dayIn } from '@school/registry/server'
import type { Read } from '@school/server'
import { capitalZone } from './access.ts'
import { readersOf } from './news.ts'
import { listTerritoriesOf } from './places-store.ts'

/** Where a person hears of news: the country and every territory they read from; the school's address is the registry's. */
export async function readerAddresses(read: Read, personId: string): Promise<Address[]> {
  const territories = await listTerritoriesOf(read, personId, dayIn(capitalZone, read.now))
  return [readersOf('federation', 'country'), ...territories.map(({ id }) => readersOf('region', id))]
}
