import type { NoticeFor, Read, Work } from '@school/server'
import { newId } from '@school/contract'
import type { NoticeTable } from './tables.ts'

export interface Delivered { id: string; person_id: string }
/** Tells people who want this kind and have not been told this already; returns what was told to whom. */
export const deliver = (work: Work, kind: string, schoolId: string | null, to: readonly NoticeFor[]) => work.rows<Delivered>(`
  insert into notices.notice (id, person_id, kind, about, data, link, school_id, created_at)
  select r.id, r.person_id, $2, r.about, r.data, r.link, $3, $4 from jsonb_to_recordset($1::jsonb) as r(id uuid, person_id uuid, about text, data jsonb, link text)
  where not exists (select 1 from notices.silenced s where s.person_id = r.person_id and s.kind = $2)
  on conflict (person_id, kind, about) do nothing returning id, person_id`,
[JSON.stringify(to.map((one) => ({ id: newId(), person_id: one.personId, about: one.about, data: one.data, link: one.link }))), kind, schoolId, work.now])

export const listOwn = (read: Read, limit: number, before: string | null, unreadOnly: boolean) => read.rows<NoticeTable>(
  `select * from notices.notice where person_id = $1 and ($2::uuid is null or id < $2) and (not $4 or read_at is null) order by id desc limit $3`, [read.by.personId, before, limit, unreadOnly])
export const findOwn = async (read: Read, id: string) => (await read.rows<NoticeTable>('select * from notices.notice where person_id = $1 and id = $2', [read.by.personId, id]))[0]
export const countOwnUnread = async (read: Read) => (await read.rows<{ n: number }>('select count(*)::int as n from notices.notice where person_id = $1 and read_at is null', [read.by.personId]))[0]?.n ?? 0
export const markRead = (work: Work, ids: readonly string[] | null) => work.rows('update notices.notice set read_at = $2 where person_id = $1 and read_at is null and ($3::uuid[] is null or id = any($3))', [work.by.personId, work.now, ids])
export const listSilenced = async (read: Read) => (await read.rows<{ kind: string }>('select kind from notices.silenced where person_id = $1', [read.by.personId])).map((row) => row.kind)
export const setSilenced = (work: Work, kind: string, silenced: boolean) => silenced
  ? work.rows('insert into notices.silenced (person_id, kind) values ($1, $2) on conflict do nothing', [work.by.personId, kind])
  : work.rows('delete from notices.silenced where person_id = $1 and kind = $2', [work.by.personId, kind])
export const dropOlderThan = (work: Work, at: Date) => work.rows('delete from notices.notice where created_at < $1', [at])
