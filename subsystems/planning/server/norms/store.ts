import type { Read, Work } from '@school/server'
import type { Norms } from '../../contract/norms.ts'

export interface NormRow { edition: number; valid_from: string; title: string; data: Norms; revision: number }

export const listNormRows = (read: Read) => read.rows<NormRow>('select edition, valid_from::text as valid_from, title, data, revision from planning.norm where school_id = $1 order by edition', [read.schoolId])

export const findNormOn = async (read: Read, day: string) => (await read.rows<Pick<NormRow, 'data'>>(
  'select data from planning.norm where school_id = $1 and valid_from <= $2::date order by valid_from desc, edition desc limit 1', [read.schoolId, day]))[0]

export const saveNorm = (work: Work, row: NormRow) => work.rows(`
  insert into planning.norm (school_id, edition, valid_from, title, data, revision, changed_by, changed_at) values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8)
  on conflict (school_id, edition) do update set valid_from = excluded.valid_from, title = excluded.title, data = excluded.data, revision = excluded.revision, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
[work.schoolId, row.edition, row.valid_from, row.title, JSON.stringify(row.data), row.revision, work.by.personId, work.now])

/** Puts writers of a school's plans into a row. */
export const takeTurn = (work: Work) => work.rows('select pg_advisory_xact_lock(hashtextextended($1, 7))', [`planning ${work.schoolId}`])
