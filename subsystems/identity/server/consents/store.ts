import type { Read, Work } from '@school/server'
import { identity, type ConsentTable } from '../tables.ts'

export const listDocuments = (read: Read) => identity(read).selectFrom('identity.consent_document').selectAll().execute()

/** Every answer about these subjects, with the name of whoever gave it; what was given for a merged record counts for the person. */
export const listAnswers = (read: Read, subjectIds: readonly string[]) =>
  read.rows<ConsentTable & { giver: string | null }>(
    `select c.*, coalesce(s.record_id, c.subject_id) as subject_id, p.last_name || ' ' || p.first_name as giver from identity.consent c
     left join registry.v_same_person s on s.other_id = c.subject_id and s.record_id = any($1::uuid[]) left join registry.v_person p on p.id = c.given_by
     where c.subject_id = any($1::uuid[] || array(select other_id from registry.v_same_person where record_id = any($1::uuid[])))`, [subjectIds])

export const listPeople = (read: Read, ids: readonly string[]) =>
  identity(read).selectFrom('registry.v_person').select(['id', 'last_name', 'first_name', 'birth_date']).where('id', 'in', ids.length > 0 ? [...ids] : ['00000000-0000-0000-0000-000000000000']).execute()

export const insertConsent = (work: Work, row: ConsentTable) => identity(work).insertInto('identity.consent').values(row).execute()

export const withdrawAnswers = (work: Work, subjectId: string, purpose: string) =>
  work.rows<{ id: string; edition: number }>('update identity.consent set withdrawn_at = $3 where (subject_id = $1 or subject_id in (select other_id from registry.v_same_person where record_id = $1)) and purpose = $2 and withdrawn_at is null returning id, edition', [subjectId, purpose, work.now])

/** The session of ЕСИА behind the session in use: part of the proof of who gave a consent. */
export const findEsiaSid = async (read: Read, sessionId: string) =>
  (await read.rows<{ esia_sid: string | null }>('select esia_sid from identity.session where id = $1', [sessionId]))[0]?.esia_sid ?? null
