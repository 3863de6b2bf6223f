import { slot, type Role } from '@school/contract'

export interface HomeProps { readonly role: Role; readonly scopeId: string; readonly schoolId: string | null; readonly childId: string | null }
/** The middle of a home page: what this role came for. */
export const homeMain = slot<HomeProps>('portal.homeMain')
/** Beside it: what waits for this person. */
export const homeSide = slot<HomeProps>('portal.homeSide')
