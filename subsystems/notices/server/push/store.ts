import type { Read, Work } from '@school/server'
import type { Delivered } from '../store.ts'
import type { PushDeviceTable, PushRuleTable, PushWishTable } from '../tables.ts'

export interface Receiving { device_id: string; notice_id: string; zone: string; quiet: PushWishTable['quiet']; own_from: string | null; own_until: string | null; usual_from: string; usual_until: string; urgent: boolean }
/** The devices of people who were just told something, with when they want silence. */
export const listReceiving = (read: Read, kind: string, told: readonly Delivered[]) => read.rows<Receiving>(`
  select d.id as device_id, t.id as notice_id, coalesce(s.time_zone, 'Europe/Moscow') as zone, coalesce(w.quiet, 'usual') as quiet, w.quiet_from::text as own_from, w.quiet_until::text as own_until,
    r.quiet_from::text as usual_from, r.quiet_until::text as usual_until, $3::text = any(r.urgent) as urgent
  from jsonb_to_recordset($1::jsonb) as t(id uuid, person_id uuid) join notices.push_device d on d.person_id = t.person_id left join notices.push_wish w on w.person_id = t.person_id
  join lateral (select * from notices.push_rule where valid_from <= $4::date order by valid_from desc limit 1) r on true left join registry.v_school s on s.id = $2`,
[JSON.stringify(told), read.schoolIdOrNull, kind, read.now])

export const insertDue = (work: Work, due: readonly { device_id: string; notice_id: string; due_at: Date }[]) => work.rows(
  'insert into notices.push_due (device_id, notice_id, due_at) select device_id, notice_id, due_at from jsonb_to_recordset($1::jsonb) as r(device_id uuid, notice_id uuid, due_at timestamptz) on conflict do nothing', [JSON.stringify(due)])

export interface DueRow { device_id: string; notice_id: string; attempts: number; endpoint: string; p256dh: string; auth: string; language: 'ru' | 'en'; words: PushWishTable['words']; kind: string; child: string | null; stale: boolean; urgent: boolean }
/** What is due, taken from other processes; what was read meanwhile or is a day old is stale. */
export const takeDue = (work: Work, limit: number) => work.rows<DueRow>(`
  select p.device_id, p.notice_id, p.attempts, d.endpoint, d.p256dh, d.auth, d.language, coalesce(w.words, 'child') as words, n.kind, n.data ->> 'child' as child,
    n.read_at is not null or n.created_at < $1::timestamptz - interval '1 day' as stale, n.kind = any(r.urgent) as urgent
  from notices.push_due p join notices.push_device d on d.id = p.device_id join notices.notice n on n.id = p.notice_id left join notices.push_wish w on w.person_id = d.person_id
  join lateral (select urgent from notices.push_rule where valid_from <= $1::timestamptz::date order by valid_from desc limit 1) r on true
  where p.due_at <= $1 order by p.due_at, p.notice_id limit $2 for update of p skip locked`, [work.now, limit])

export const dropDue = (work: Work, rows: readonly Pick<DueRow, 'device_id' | 'notice_id'>[]) => work.rows(
  'delete from notices.push_due p using jsonb_to_recordset($1::jsonb) as r(device_id uuid, notice_id uuid) where p.device_id = r.device_id and p.notice_id = r.notice_id', [JSON.stringify(rows.map(({ device_id, notice_id }) => ({ device_id, notice_id })))])
export const postponeDue = (work: Work, rows: readonly { device_id: string; notice_id: string; attempts: number; due_at: Date }[]) => work.rows(
  'update notices.push_due p set attempts = r.attempts, due_at = r.due_at from jsonb_to_recordset($1::jsonb) as r(device_id uuid, notice_id uuid, attempts smallint, due_at timestamptz) where p.device_id = r.device_id and p.notice_id = r.notice_id', [JSON.stringify(rows)])
export const noteSent = (work: Work, deviceIds: readonly string[]) => work.rows('update notices.push_device set last_sent_at = $2 where id = any($1::uuid[])', [deviceIds, work.now])
export const removeDead = (work: Work, deviceIds: readonly string[]) => work.rows('delete from notices.push_device where id = any($1::uuid[])', [deviceIds])

export const listDevices = (read: Read) => read.rows<PushDeviceTable>('select * from notices.push_device where person_id = $1 order by added_at desc, id', [read.by.personId])
/** The browser's address leads to one device only: whoever signed in there last. */
export const saveDevice = async (work: Work, device: Omit<PushDeviceTable, 'last_sent_at' | 'person_id' | 'added_at' | 'session_id'>) => {
  await work.rows('delete from notices.push_device where endpoint = $1 and (id <> $2 or person_id <> $3)', [device.endpoint, device.id, work.by.personId])
  return work.rows<{ id: string }>(`
    insert into notices.push_device (id, person_id, session_id, endpoint, p256dh, auth, name, language, added_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (id) do update set session_id = excluded.session_id, endpoint = excluded.endpoint, p256dh = excluded.p256dh, auth = excluded.auth, name = excluded.name, language = excluded.language where push_device.person_id = excluded.person_id returning id`,
  [device.id, work.by.personId, work.by.sessionId ?? '', device.endpoint, device.p256dh, device.auth, device.name, device.language, work.now])
}
export const removeDevice = (work: Work, id: string) => work.rows<{ name: string }>('delete from notices.push_device where id = $1 and person_id = $2 returning name', [id, work.by.personId])
export const removeDevicesOf = async (work: Work, sessionId: string): Promise<void> => { await work.rows('delete from notices.push_device where session_id = $1', [sessionId]) }

export const findRule = async (read: Read) => (await read.rows<PushRuleTable>('select valid_from::text, quiet_from::text, quiet_until::text, urgent from notices.push_rule where valid_from <= $1::date order by valid_from desc limit 1', [read.now]))[0]
export const findWish = async (read: Read) => (await read.rows<PushWishTable>('select person_id, quiet, quiet_from::text, quiet_until::text, words from notices.push_wish where person_id = $1', [read.by.personId]))[0]
export const saveWish = (work: Work, wish: Omit<PushWishTable, 'person_id'>) => work.rows(`
  insert into notices.push_wish (person_id, quiet, quiet_from, quiet_until, words) values ($1, $2, $3, $4, $5)
  on conflict (person_id) do update set quiet = excluded.quiet, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, words = excluded.words`, [work.by.personId, wish.quiet, wish.quiet_from, wish.quiet_until, wish.words])
