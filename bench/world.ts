import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cookieName, newSecret } from '@school/identity/testing'
import pg from 'pg'
import { migrationFolders } from '../apps/server/app.ts'
import { migrate } from '../packages/server/database/migrate.ts'
import { loadSchools } from '../tools/bulk/load.ts'
import type { BulkPlan, BulkSchool } from '../tools/bulk/school.ts'
import { today } from './clock.ts'

/** An empty place for a mark: a work of the last days and a pupil without a mark in it. */
export interface Place { readonly schoolId: string; readonly workId: string; readonly studentId: string; readonly teacherId: string }
export interface Family { readonly schoolId: string; readonly studentId: string; readonly parentId: string }
export interface Page { readonly schoolId: string; readonly courseId: string; readonly teacherId: string }
/** What the shots aim at, with the cookie of whoever fires them. */
export interface Targets { readonly families: readonly Family[]; readonly pages: readonly Page[]; readonly places: readonly Place[]; readonly livePlaces: readonly Place[]; readonly cookieOf: ReadonlyMap<string, string> }

const firstEditable = '2026-10-09'

/** Brings the database up to date. */
export const migrateAll = (url: string): Promise<string[]> => migrate(url, migrationFolders)

/** Adds schools and takes back the marks that lie ahead of today; returns the schools and the marks that stand. */
export async function addSchools(url: string, schools: number, firstSchool: number, plan?: BulkPlan): Promise<{ schools: BulkSchool[]; marks: number }> {
  const made = await loadSchools({ url, schools, firstSchool, ...(plan ? { plan } : {}) })
  const client = await connected(url)
  try {
    for (const table of ['journal.mark', 'journal.attendance']) await client.query(`delete from ${table} where date > $1`, [today])
    await client.query('vacuum (analyze)')
    await client.query('checkpoint')
    const [row] = (await client.query<{ n: number }>('select count(*)::int as n from journal.mark')).rows
    return { schools: made, marks: row!.n }
  } finally {
    await client.end()
  }
}

/** Picks readers, pages and empty places from the first schools and signs their people in; the places of the first `livePupils` stand apart. */
export async function takeAim(url: string, schools: readonly BulkSchool[], now: Date, livePupils = 0): Promise<Targets> {
  const client = await connected(url)
  try {
    const families = schools.flatMap((school) => school.classes.flatMap((one) => one.pupils.map((studentId, i) => ({ schoolId: school.id, studentId, parentId: one.parents[i]! }))))
    // Courses of the homeroom teacher are left out: what such a page allows would differ from the others.
    const pages = schools.flatMap((school) => school.classes.flatMap((one, c) => one.courses.filter((_, i) => i % 12 !== c % 12).map(({ id, teacherId }) => ({ schoolId: school.id, courseId: id, teacherId }))))
    const places = (await client.query<Place>(placesSql, [schools.slice(0, 40).map((one) => one.id), firstEditable, today])).rows
    const people = new Set([...families.map((one) => one.parentId), ...pages.map((one) => one.teacherId)])
    const live = new Set(families.slice(0, livePupils).map((one) => one.studentId))
    const { livePlaces = [], rest = [] } = Object.groupBy(places, (one) => (live.has(one.studentId) ? 'livePlaces' : 'rest'))
    return { families, pages, places: rest, livePlaces, cookieOf: await signIn(client, [...people], now) }
  } finally {
    await client.end()
  }
}

const placesSql = `
  select w.school_id as "schoolId", w.id as "workId", gm.student_id as "studentId", ct.teacher_id as "teacherId"
  from journal.work w join schedule.course c on c.school_id = w.school_id and c.id = w.course_id
  join registry.group_member gm on gm.school_id = w.school_id and gm.group_id = c.group_id
  join schedule.course_teacher ct on ct.school_id = w.school_id and ct.course_id = c.id
  where w.school_id = any($1::uuid[]) and w.date between $2 and $3 and not exists (select 1 from journal.mark m where m.school_id = w.school_id and m.work_id = w.id and m.student_id = gm.student_id)
  order by md5(w.id::text || gm.student_id::text) limit 160000`

async function signIn(client: pg.Client, people: readonly string[], now: Date): Promise<Map<string, string>> {
  const made = people.map((personId) => ({ personId, ...newSecret() }))
  await client.query(`insert into identity.session (id, person_id, acr, created_at, last_seen_at, idle_minutes, ends_at) select r.id, r.person, 'ukep', $3, $3, 720, $3::timestamptz + interval '30 days'
    from unnest($1::text[], $2::uuid[]) as r(id, person)`, [made.map((one) => one.hash), made.map((one) => one.personId), now])
  return new Map(made.map((one) => [one.personId, `${cookieName}=${one.secret}`]))
}

/** A connection as the owner. */
export async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** The process that started every other one of an embedded server. */
export const postmasterOf = (dataDir: string): number => Number(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
