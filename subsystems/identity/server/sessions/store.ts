import { writing, type Kit, type Read } from '@school/server'

export interface RoleRow { role: string; scope_kind: string; scope_id: string; school_id: string | null; class_id: string | null }
export interface LiveSession { person_id: string; acr: string; last_seen_at: Date; roles: RoleRow[] }

const liveSession = `
  select s.person_id, s.acr, s.last_seen_at,
         coalesce((select json_agg(json_build_object('role', r.role, 'scope_kind', r.scope_kind, 'scope_id', r.scope_id, 'school_id', r.school_id, 'class_id', r.class_id)
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
