import type { Read, Work } from '@school/server'
import { identity, type MergeCaseTable } from '../tables.ts'

/** Notes a sign-in of the account; tells whether it is the first one ever. */
export async function saveAccount(work: Work, personId: string, oid: string, profile: string): Promise<boolean> {
  const [row] = await work.rows<{ first: boolean }>(
    `insert into identity.account (person_id, oid, first_at, last_at, profile) values ($1, $2, $3, $3, $4)
     on conflict (person_id) do update set oid = excluded.oid, last_at = excluded.last_at, profile = excluded.profile returning first_at = last_at as first`, [personId, oid, work.now, profile])
  return row!.first
}

/** The account of one record becomes that of another; where both have signed in, the earlier first day stays. */
export async function moveAccountRow(work: Work, fromId: string, toId: string): Promise<void> {
  await work.rows(
    `insert into identity.account (person_id, oid, first_at, last_at, profile) select $2, oid, first_at, last_at, profile from identity.account where person_id = $1
     on conflict (person_id) do update set oid = excluded.oid, first_at = least(identity.account.first_at, excluded.first_at), last_at = greatest(identity.account.last_at, excluded.last_at)`, [fromId, toId])
  await work.rows('delete from identity.account where person_id = $1', [fromId])
  await work.rows('update identity.esia_kid set parent_id = $2 where parent_id = $1 and not exists (select 1 from identity.esia_kid k where k.parent_id = $2)', [fromId, toId])
  await work.rows('update identity.consent set subject_id = $2 where subject_id = $1', [fromId, toId])
  await work.rows('update identity.consent set given_by = $2 where given_by = $1', [fromId, toId])
}

/** Opens a case for an operator; a second try of the same account adds none. */
export const openMergeCase = (work: Work, row: Pick<MergeCaseTable, 'id' | 'snils' | 'known_id' | 'came_oid' | 'came'>) =>
  work.rows(`insert into identity.merge_case (id, at, snils, known_id, came_oid, came, state) values ($1, $2, $3, $4, $5, $6, 'OPEN') on conflict (snils, came_oid) where state = 'OPEN' do nothing`,
    [row.id, work.now, row.snils, row.known_id, row.came_oid, JSON.stringify(row.came)])

export const listCases = (read: Read) => read.rows<MergeCaseTable & { known_name: string; known_birth: string }>(
  `select m.*, p.last_name || ' ' || p.first_name || coalesce(' ' || p.middle_name, '') as known_name, p.birth_date as known_birth
   from identity.merge_case m join registry.v_person p on p.id = m.known_id order by m.state <> 'OPEN', m.at desc, m.id limit 200`, [])

export const findCaseForUpdate = (work: Work, id: string) => identity(work).selectFrom('identity.merge_case').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const closeCase = (work: Work, id: string, state: 'MOVED' | 'REFUSED', reason: string) =>
  identity(work).updateTable('identity.merge_case').set({ state, reason, decided_by: work.by.personId, decided_at: work.now }).where('id', '=', id).execute()
