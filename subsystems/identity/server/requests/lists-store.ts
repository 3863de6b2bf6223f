// not messages: the letters that searching holds equal
import type { Read } from '@school/server'
import type { RequestTab } from '../../contract/requests.ts'
import type { RequestTable } from '../tables.ts'

export interface ListedRequest extends RequestTable { asker: string }

const tabs: Record<RequestTab, string> = {
  waiting: `q.state = 'PENDING'`,
  matched: `q.state = 'PENDING' and q.checked = 'matched'`,
  differs: `q.state = 'PENDING' and q.checked in ('differs', 'notFound')`,
  document: `q.state = 'PENDING' and q.checked in ('document', 'noSnils')`,
  decided: `q.state <> 'PENDING'`,
}

const name = `replace(lower(p.last_name || ' ' || p.first_name || ' ' || coalesce(p.middle_name, '')), 'ё', 'е')`
const childName = `replace(lower((q.about->'named'->>'lastName') || ' ' || (q.about->'named'->>'firstName')), 'ё', 'е')`
const asked = `p.last_name || ' ' || p.first_name || coalesce(' ' || p.middle_name, '') as asker`

export interface RequestsWanted { readonly tab: RequestTab; readonly kind: string | null; readonly search: string; readonly limit: number }

/** Requests to the school under one tab: those that wait longest first, the decided ones newest first. */
export function listOfSchool(read: Read, wanted: RequestsWanted): Promise<ListedRequest[]> {
  const word = `%${wanted.search.trim().toLowerCase().replaceAll('ё', 'е').replace(/[\\%_]/g, '\\$&')}%`
  const digits = wanted.search.replace(/\D/g, '')
  return read.rows<ListedRequest>(
    `select q.*, ${asked} from identity.join_request q join registry.v_person p on p.id = q.asked_by
     where q.school_id = $1 and ${tabs[wanted.tab]} and ($2::text is null or q.kind = $2)
       and (${name} like $3 or ${childName} like $3 or (length($4::text) >= 3 and q.about->'named'->>'snils' like $4 || '%'))
     order by ${wanted.tab === 'decided' ? 'q.decided_at desc, q.id' : 'q.created_at desc, q.id'} limit $5`,
    [read.schoolId, wanted.kind, word, digits, wanted.limit])
}

export const findListed = async (read: Read, id: string): Promise<ListedRequest | undefined> => (await read.rows<ListedRequest>(
  `select q.*, ${asked} from identity.join_request q join registry.v_person p on p.id = q.asked_by where q.school_id = $1 and q.id = $2`, [read.schoolId, id]))[0]

export async function countTabs(read: Read): Promise<{ waiting: number; matched: number; differs: number; document: number; decided: number; overdue: number }> {
  const sums = Object.entries(tabs).map(([tab, where]) => `count(*) filter (where ${where})::integer as ${tab}`).join(', ')
  const [row] = await read.rows<Awaited<ReturnType<typeof countTabs>>>(
    `select ${sums}, count(*) filter (where q.state = 'PENDING' and q.due_at <= $2)::integer as overdue from identity.join_request q where q.school_id = $1`, [read.schoolId, read.now])
  return row!
}

/** Everything a person has asked, over all schools, newest first. */
export const listOfAsker = (read: Read, askerId: string) => read.rows<RequestTable & { school_name: string }>(
  `select q.*, s.short_name as school_name from identity.v_request q join registry.v_school s on s.id = q.school_id where q.asked_by = $1 order by q.created_at desc, q.id limit 100`, [askerId])

const waiting = `
  select s.id as "schoolId", s.short_name as "schoolName", s.municipality_id as "municipalityId", s.municipality_name as "municipalityName",
         count(*)::integer as waiting, count(*) filter (where q.due_at <= $3)::integer as overdue, min(q.created_at) as oldest,
         exists (select 1 from identity.v_role r where r.school_id = s.id and r.role = 'schoolAdmin' and r.valid_from <= $3::date and (r.valid_to is null or r.valid_to >= $3::date)) as "hasAdmin"
  from identity.v_request q join registry.v_school s on s.id = q.school_id
  where q.state = 'PENDING' and ($1::uuid is null or s.region_id = $1::uuid) and ($2::uuid is null or s.municipality_id = $2::uuid)
  group by s.id, s.short_name, s.municipality_id, s.municipality_name
  order by count(*) filter (where q.due_at <= $3) desc, min(q.created_at)`

/** Schools of a territory whose requests wait, those that are late first. */
export const listWaitingSchools = (read: Read, territory: { regionId?: string; municipalityId?: string }) =>
  read.rows<{ schoolId: string; schoolName: string; municipalityId: string; municipalityName: string; waiting: number; overdue: number; oldest: Date | null; hasAdmin: boolean }>(
    waiting, [territory.regionId ?? null, territory.municipalityId ?? null, read.now])

/** The schools in which something waits too long or has run out. */
export const listSchoolsWithLate = (read: Read) => read.rows<{ school_id: string }>(
  `select distinct school_id from identity.v_request where state = 'PENDING' and (expires_at <= $1 or (due_at <= $1 and escalated_at is null))`, [read.now])

export const listLate = (read: Read) => read.rows<RequestTable>(
  `select * from identity.join_request where school_id = $1 and state = 'PENDING' and (expires_at <= $2 or (due_at <= $2 and escalated_at is null)) order by created_at for update`, [read.schoolId, read.now])
