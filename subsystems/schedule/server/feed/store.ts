import type { Read, Work } from '@school/server'

export interface FeedRow { id: string; studentId: string | null; createdAt: string }
const columns = `id, student_id as "studentId", to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt"`
export const listFeedRows = (read: Read) => read.rows<FeedRow>(`select ${columns} from schedule.feed where school_id = $1 and person_id = $2 order by created_at limit 50`, [read.schoolId, read.by.personId])
export const findFeedRow = async (read: Read, id: string) => (await read.rows<FeedRow & { personId: string }>(`select ${columns}, person_id as "personId" from schedule.feed where school_id = $1 and id = $2`, [read.schoolId, id]))[0]
export const findFeedOf = async (read: Read, hash: string) => (await read.rows<{ id: string }>('select id from schedule.feed where school_id = $1 and secret_hash = $2', [read.schoolId, hash]))[0]
export const saveFeed = (work: Work, row: { id: string; studentId: string | null; hash: string }) => work.rows(`
  insert into schedule.feed (school_id, id, person_id, student_id, secret_hash, created_at) values ($1, $2, $3, $4, $5, $6) on conflict (school_id, id) do update set secret_hash = excluded.secret_hash, created_at = excluded.created_at`,
[work.schoolId, row.id, work.by.personId, row.studentId, row.hash, work.now.toISOString()])
export const removeFeedRow = (work: Work, id: string) => work.rows<{ id: string }>('delete from schedule.feed where school_id = $1 and id = $2 and person_id = $3 returning id', [work.schoolId, id, work.by.personId])

export interface OpenFeed { personId: string; studentId: string | null; whose: string; timeZone: string }
/** Whose lessons an address gives, if the person may still read them: a pupil of the school, who represents one without a restriction, or a member of the staff. */
export const findOpenFeed = async (read: Read, hash: string, day: string) => (await read.rows<OpenFeed>(`
  select f.person_id as "personId", f.student_id as "studentId", concat_ws(' ', p.last_name, p.first_name) as whose, sc.time_zone as "timeZone" from schedule.feed f
  join registry.v_person p on p.id = coalesce(f.student_id, f.person_id) join registry.v_school sc on sc.id = f.school_id
  where f.school_id = $1 and f.secret_hash = $2 and case when f.student_id is null
    then exists (select 1 from registry.v_employment e where e.school_id = $1 and e.person_id = f.person_id and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to >= $3::date))
    else exists (select 1 from registry.v_enrolment e where e.school_id = $1 and e.student_id = f.student_id and e.valid_from <= $3::date and (e.valid_to is null or e.valid_to >= $3::date))
      and (f.student_id = f.person_id or exists (select 1 from registry.v_guardianship g where g.guardian_id = f.person_id and g.student_id = f.student_id and not g.restricted and g.valid_from <= $3::date and (g.valid_to is null or g.valid_to >= $3::date))) end`,
[read.schoolId, hash, day]))[0]
