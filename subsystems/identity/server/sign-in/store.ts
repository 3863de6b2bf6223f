import type { Work } from '@school/server'
import { identity, type SignInTable } from '../tables.ts'

export const keepStart = (work: Work, row: SignInTable) => identity(work).insertInto('identity.sign_in').values(row).execute()

/** Takes a start out of the table for good: only with the cookie of the browser that began it, in time, once. */
export const takeStart = async (work: Work, state: string, cookieHash: string): Promise<SignInTable | undefined> =>
  (await work.rows<SignInTable>('delete from identity.sign_in where state = $1 and cookie_hash = $2 and expires_at > $3 returning *', [state, cookieHash, work.now]))[0]
