import { writing, type Kit, type Read, type Work } from '@school/server'
import { identity, type SessionTable } from '../tables.ts'

export interface RoleRow { role: string; scope_kind: string; scope_id: string; school_id: string | null; class_id: string | null; record_id: string }
export interface LiveSession { person_id: string; acr: string; last_seen_at: Date; roles: RoleRow[] }

const liveSession = `
  select s.person_id, s.acr, s.last_seen_at,
         coalesce((select json_agg(json_build_object('role', r.role, 'scope_kind', r.scope_kind, 'scope_id', r.scope_id, 'school_id', r.school_id, 'class_id', r.class_id, 'record_id', r.record_id)
                                   order by r.valid_from desc, r.scope_id)
                   from identity.v_role r
                   where r.person_id = s.person_id and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to >= $2::date)), '[]') as roles
  from identity.session s
  where s.id = $1 and s.revoked_at is null and s.ends_at > $3 and s.last_seen_at + s.idle_minutes * interval '1 minute' > $3`

/** The session behind a cookie's hash with every role in force today, or nothing when it has ended. */
export async function findLiveSession(read: Read, id: string): Promise<LiveSession | undefined> {
  const [row] = await read.rows<LiveSession>(liveSession, [id, read.now.toISOString().slice(0, 10), read.now])
  return row
}

/** Notes that the session is in use; at most once a minute, so it is not part of any request's own transaction. */
export const touchSession = (kit: Kit, id: string): Promise<unknown> =>
  writing(kit, {}, (work) => work.rows('update identity.session set last_seen_at = $2 where id = $1', [id, work.now]))

/** The roles a person holds today. */
export const listRolesOf = (read: Read, personId: string): Promise<RoleRow[]> =>
  read.rows<RoleRow>('select role, scope_kind, scope_id, school_id, class_id, record_id from identity.v_role where person_id = $1 and valid_from <= $2::date and (valid_to is null or valid_to >= $2::date)', [personId, read.now.toISOString().slice(0, 10)])

export const insertSession = (work: Work, row: SessionTable) => identity(work).insertInto('identity.session').values(row).execute()

/** The sessions of a person that still live, newest first. */
export const listLiveSessions = (read: Read, personId: string) =>
  read.rows<SessionTable>(`select * from identity.session where person_id = $1 and revoked_at is null and ends_at > $2 and last_seen_at + idle_minutes * interval '1 minute' > $2 order by last_seen_at desc, id`, [personId, read.now])

export const revokeSession = (work: Work, id: string, reason: string) =>
  work.rows<{ id: string; person_id: string; esia_sid: string | null }>('update identity.session set revoked_at = $2, revoke_reason = $3 where id = $1 and revoked_at is null returning id, person_id, esia_sid', [id, work.now, reason])

/** Gives the sessions of one record to another: the account has moved. */
export const moveSessions = (work: Work, fromId: string, toId: string) =>
  work.rows('update identity.session set person_id = $2 where person_id = $1', [fromId, toId])

/** Removes what has ended long ago and what was begun and never finished. */
export async function removeEnded(work: Work): Promise<{ sessions: number; signIns: number }> {
  const old = new Date(work.now.getTime() - 30 * 86_400_000)
  const sessions = await work.rows('delete from identity.session where ends_at < $1 or revoked_at < $1 returning id', [old])
  const signIns = await work.rows('delete from identity.sign_in where expires_at < $1 returning state', [work.now])
  await work.rows('delete from identity.step_up where expires_at < $1', [old])
  return { sessions: sessions.length, signIns: signIns.length }
}
