import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addressOf, federation, newId, roles, type Role, type Route } from '@school/contract'
import { describedRoutes } from '@school/server'
import { testSchool, testToday, type TestSchool } from '@school/app-server/testing'
import { matrix } from './access-matrix.ts'
import { sample } from './sample.ts'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

type Known = Record<string, unknown>
const monday = '2026-10-12'

/** Values for the names that paths and bodies use, of the own school or of the stranger one. */
function knownOf(which: 'own' | 'foreign' | 'neighbour'): Known {
  const base = { date: testToday, week: monday, from: '2026-10-01', to: '2026-10-31', day: testToday, federation }
  const place = which === 'foreign' ? s.stranger : s
  const pupil = which === 'neighbour' ? s.otherPupil : place.pupil
  return {
    ...base, schoolId: place.school.id, regionId: place.school.region_id, municipalityId: place.school.municipality_id, courseId: place.course.id, lessonId: place.lesson.id,
    studentId: pupil.id, pupilId: pupil.id, childId: pupil.id, personId: pupil.id, classId: place.classUnit.id, groupId: place.classUnit.id, subjectId: place.subject.id, teacherId: place.teacher.id,
    workId: place.work.id, workTypeId: place.workType.id, year: 2026,
  }
}

const personOf = (role: Role): { id: string } => ({ operator: s.operator, regionalCurator: s.regionalCurator, municipalCurator: s.municipalCurator, schoolAdmin: s.admin, principal: s.principal, deputyHead: s.deputyHead, teacher: s.teacher, homeroomTeacher: s.homeroom, pupil: s.pupil, parent: s.parent })[role]

const guarded = (): { route: Route; permission: string; row: string }[] => describedRoutes(s.kit).flatMap(({ route }) => {
  if (typeof route.access !== 'object') return []
  const { permission } = route.access
  const declared = s.kit.permissions.find((one) => one.key === permission)
  assert.ok(declared, `${route.method} ${route.path} asks for ${permission}, which no room declares`)
  return [{ route, permission, row: declared.row }]
})

async function statusOf(role: Role | null, route: Route, known: Known): Promise<{ status: number; code: string }> {
  const caller = await s.as(role === null ? null : personOf(role), role ?? undefined)
  const params = sample(route.params ?? { type: 'object' }, known) as Known
  for (const name of Object.keys((route.params as { properties?: Known } | undefined)?.properties ?? {})) params[name] ??= known[name] ?? newId()
  const query = route.query ? sample(route.query, known) : {}
  // People in a body are strangers: naming a known one could give them a new right and change the next answers.
  const body = route.body ? sample(route.body, { date: known['date'], week: known['week'] }) : undefined
  const answer = await caller.raw(route.method, addressOf(route, { params, query }), body)
  const code = answer.headers['content-type']?.includes('json') ? (answer.json() as { code?: string }).code ?? '' : ''
  return { status: answer.statusCode, code }
}

test('every permission names a row of the matrix, and its roles are exactly those of the row', () => {
  for (const { key, row, roles: holders } of s.kit.permissions) {
    assert.ok(matrix[row], `${key} names the row ${row}, which the matrix does not have`)
    const expected = roles.filter((role) => matrix[row]![role] !== '-')
    for (const role of holders) assert.ok(expected.includes(role), `${key}: ${role} holds it, the matrix says never`)
  }
})

test('signed out, no guarded route answers', async () => {
  for (const { route } of guarded()) assert.deepEqual(await statusOf(null, route, knownOf('own')), { status: 401, code: 'sign_in_first' }, `${route.method} ${route.path}`)
})

test('every role gets in where the matrix says so, and nowhere else', async () => {
  const wrong: string[] = []
  for (const { route, permission, row } of guarded()) {
    const holders = s.kit.rolesOf.get(permission)!
    for (const role of roles) {
      const { status, code } = await statusOf(role, route, knownOf('own'))
      const may = matrix[row]![role] !== '-' && holders.has(role)
      const name = `${role} ${route.method} ${route.path}`
      if (!may && !(status === 403 && code === 'not_allowed')) wrong.push(`${name}: expected a refusal, got ${status} ${code}`)
      if (may && (status === 401 || (status === 403 && code === 'not_allowed') || status >= 500)) wrong.push(`${name}: expected an answer, got ${status} ${code}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('a foreign school, region or municipality looks like an absent one', async () => {
  const wrong: string[] = []
  for (const { route, permission } of guarded()) {
    if (!/:(schoolId|regionId|municipalityId)/.test(route.path)) continue
    for (const role of s.kit.rolesOf.get(permission)!) {
      if (role === 'operator') continue
      const { status, code } = await statusOf(role, route, knownOf('foreign'))
      if (!(status === 404 && code === 'not_found')) wrong.push(`${role} ${route.method} ${route.path}: ${status} ${code}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('a record of the own school that is not mine looks like an absent one', async () => {
  const wrong: string[] = []
  const narrow = new Set<string>(['T', 'C', 'K', 'O'])
  for (const { route, row } of guarded()) {
    if (!/:(studentId|pupilId|childId)/.test(route.path) || route.method !== 'GET') continue
    for (const role of ['parent', 'pupil'] as const) {
      if (!narrow.has(matrix[row]![role])) continue
      const { status, code } = await statusOf(role, route, knownOf('neighbour'))
      if (status === 403 && code === 'not_allowed') continue // this permission is not held by the role at all
      if (!(status === 404 && code === 'not_found')) wrong.push(`${role} ${route.method} ${route.path}: ${status} ${code}`)
    }
  }
  assert.deepEqual(wrong, [])
})
