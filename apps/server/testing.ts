import { federation, type Role } from '@school/contract'
import type { Subsystem } from '@school/server'
import { aGrant, aSession } from '@school/identity/testing'
import { aMarkingRule, aWork, aWorkType } from '@school/journal/testing'
import { aClass, aGuardian, aPerson, aPupil, aSchool, aSubject, anEmployee } from '@school/registry/testing'
import { aClassSetting, aCourse, aLesson, aYear } from '@school/schedule/testing'
import { Builder, callerOf, cloneDatabase, openLive, testOrigin, type LiveStream, type TestCaller } from '@school/testing'
import { composeApp, subsystems, type Composed } from './app.ts'

/** The fixed moment at which tests begin: a Thursday in the second week of October, third lesson. */
export const testNow = new Date('2026-10-15T07:30:00Z')
export const testToday = '2026-10-15'

export interface TestWorld extends Composed {
  readonly make: Builder
  readonly url: string
  /** Moves the clock that the server sees. */
  setNow(at: Date): void
  as(person: { id: string } | null, role?: Role): Promise<TestCaller>
  live(person: { id: string }): Promise<LiveStream>
  /** What an action left in the audit, newest last. */
  trace(action: string): Promise<{ about: string | null; by: string; before: unknown; after: unknown; role: string | null }[]>
  /** Waits until every listener and job that is due has run. */
  settle(): Promise<void>
}

/** An empty house on a database of its own; close it in `after`. */
export async function testWorld(more: readonly Subsystem[] = []): Promise<TestWorld> {
  const database = await cloneDatabase()
  const make = await Builder.open(database.url)
  let now = testNow
  const composed = await composeApp({
    url: database.url, connections: 6, clock: () => now, rooms: [...subsystems, ...more],
    config: { origins: [testOrigin], production: false, checkReplies: true, rateLimits: false },
  })
  const cookies = new Map<string, string>()
  // A session ends by idleness: whoever comes on another day signs in anew.
  const cookieOf = async (id: string) => {
    const key = `${id} ${now.toISOString().slice(0, 10)}`
    let cookie = cookies.get(key)
    if (cookie === undefined) { cookie = await aSession(make, id, now); cookies.set(key, cookie) }
    return cookie
  }
  return {
    ...composed, make, url: database.url,
    setNow(at) { now = at },
    async as(person, role) { return callerOf(composed.app, person?.id ?? null, person ? await cookieOf(person.id) : null, role) },
    async live(person) { return openLive(composed.app, await cookieOf(person.id)) },
    async trace(action) { return make.rows('select about_id as about, actor_id as by, before, after, acting_role as role from audit.entry where action = $1 order by id', [action]) },
    settle: () => composed.worker.settle(),
    async close() {
      await composed.close()
      await make.close()
      await database.drop()
    },
  }
}

/** A small school with one of everybody, and a stranger school beside it. */
export async function testSchool(more: readonly Subsystem[] = []) {
  const world = await testWorld(more)
  const { make } = world
  const school = await aSchool(make)
  const id = school.id
  const year = await aYear(make, id)
  const [teacher, otherTeacher, homeroom] = [await anEmployee(make, id), await anEmployee(make, id), await anEmployee(make, id)]
  const [admin, principal, deputyHead] = [await anEmployee(make, id, 'schoolAdmin'), await anEmployee(make, id, 'principal'), await anEmployee(make, id, 'deputyHead')]
  const classUnit = await aClass(make, id, { grade: 7, homeroomTeacherId: homeroom.id })
  await aClassSetting(make, id, classUnit.id, year)
  const [pupil, otherPupil] = [await aPupil(make, id, classUnit.id), await aPupil(make, id, classUnit.id)]
  const [parent, otherParent] = [await aGuardian(make, pupil.id), await aGuardian(make, otherPupil.id)]
  const subject = await aSubject(make, id, 'Алгебра')
  const course = await aCourse(make, id, { groupId: classUnit.id, subjectId: subject.id, teacherIds: [teacher.id] })
  const lesson = await aLesson(make, id, course.id, testToday, 3)
  await aMarkingRule(make, id)
  const workType = await aWorkType(make, id, { name: 'Ответ на уроке' })
  const work = await aWork(make, id, lesson, workType.id, teacher.id)
  const [operator, regionalCurator, municipalCurator] = [await aPerson(make), await aPerson(make), await aPerson(make)]
  await aGrant(make, operator.id, 'operator', federation)
  await aGrant(make, regionalCurator.id, 'regionalCurator', school.region_id)
  await aGrant(make, municipalCurator.id, 'municipalCurator', school.municipality_id)
  const stranger = await strangers(make)
  return { ...world, world, id, school, year, teacher, otherTeacher, homeroom, admin, principal, deputyHead, classUnit, pupil, otherPupil, parent, otherParent, subject, course, lesson, workType, work, operator, regionalCurator, municipalCurator, stranger }
}
export type TestSchool = Awaited<ReturnType<typeof testSchool>>

/** Another school in another region, with one of everybody. */
async function strangers(make: Builder) {
  const school = await aSchool(make)
  const id = school.id
  const year = await aYear(make, id)
  const homeroom = await anEmployee(make, id)
  const [teacher, admin, principal, deputyHead] = [await anEmployee(make, id), await anEmployee(make, id, 'schoolAdmin'), await anEmployee(make, id, 'principal'), await anEmployee(make, id, 'deputyHead')]
  const classUnit = await aClass(make, id, { homeroomTeacherId: homeroom.id })
  await aClassSetting(make, id, classUnit.id, year)
  const pupil = await aPupil(make, id, classUnit.id)
  const parent = await aGuardian(make, pupil.id)
  const subject = await aSubject(make, id, 'Алгебра')
  const course = await aCourse(make, id, { groupId: classUnit.id, subjectId: subject.id, teacherIds: [teacher.id] })
  const lesson = await aLesson(make, id, course.id, testToday, 3)
  await aMarkingRule(make, id)
  const workType = await aWorkType(make, id)
  const work = await aWork(make, id, lesson, workType.id, teacher.id)
  const [regionalCurator, municipalCurator] = [await aPerson(make), await aPerson(make)]
  await aGrant(make, regionalCurator.id, 'regionalCurator', school.region_id)
  await aGrant(make, municipalCurator.id, 'municipalCurator', school.municipality_id)
  return { id, school, homeroom, teacher, admin, principal, deputyHead, classUnit, pupil, parent, subject, course, lesson, workType, work, regionalCurator, municipalCurator }
}
