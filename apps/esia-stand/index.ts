export { startStand, type RunningStand, type StandOptions } from './stand.ts'
export type { StandClient } from './clients.ts'
export type { PersonSource, StandOrganisation, StandPerson } from './persons.ts'
