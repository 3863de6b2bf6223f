import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { enrolPupil, getClass, getGroup, getPerson, putClass, transferPupil, withdrawPupil } from '@school/registry/contract'
import { aClass, aGuardian, aPupil, aSubgroup } from '@school/registry/testing'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

const at = (id = newId()) => ({ schoolId: s.id, id })
const order = { orderNumber: '12-у', orderDate: '2026-10-10' }
const pupilData = { lastName: 'Новиков', firstName: 'Лев', middleName: null, birthDate: '2013-05-05', gender: 'M' as const, snils: null, email: null, phone: null }

test('a pupil is enrolled by order, transferred and withdrawn, returns; dates and groups follow', async () => {
  const admin = await s.as(s.admin)
  const [id, personId] = [newId(), newId()]
  const other = await aClass(s.make, s.id, { grade: 7 })
  const enrolled = await admin.call(enrolPupil, { params: at(id), body: { who: { personId, data: pupilData }, classId: s.classUnit.id, ...order, validFrom: '2026-09-01' } })
  assert.deepEqual([enrolled.begunBy, enrolled.orderNumber, enrolled.validTo], ['enrolled', '12-у', null])
  const subgroup = await aSubgroup(s.make, s.id, s.classUnit.id, [personId])
  await assert.rejects(admin.call(enrolPupil, { params: at(), body: { who: { personId, data: null }, classId: other.id, ...order, validFrom: '2026-10-12' } }), { code: 'registry.already_enrolled' })

  const newEnrolment = newId()
  const move = { newId: newEnrolment, classId: other.id, ...order, validFrom: '2026-10-12', basedOn: 1 }
  await assert.rejects(admin.call(transferPupil, { params: at(id), body: { ...move, classId: s.classUnit.id } }), { code: 'registry.same_class' })
  await assert.rejects(admin.call(transferPupil, { params: at(id), body: { ...move, validFrom: '2026-09-01' } }), { code: 'registry.dates_wrong' })
  assert.equal((await admin.call(transferPupil, { params: at(id), body: move })).begunBy, 'transferred')
  await assert.rejects(admin.call(transferPupil, { params: at(id), body: { ...move, newId: newId() } }), { code: 'registry.already_ended' })
  const days = async () => (await s.make.rows<{ group_id: string; f: string; t: string | null }>('select group_id, valid_from::text f, valid_to::text t from registry.group_member where student_id = $1 order by valid_from, group_id', [personId])).map((row) => [row.group_id, row.f, row.t])
  assert.deepEqual(new Set((await days()).map(String)), new Set([[s.classUnit.id, '2026-09-01', '2026-10-11'], [subgroup.id, '2026-09-01', '2026-10-11'], [other.id, '2026-10-12', null]].map(String)))
  const before = await admin.call(getGroup, { params: { schoolId: s.id, groupId: s.classUnit.id }, query: { date: '2026-10-11' } })
  assert.ok(before.members.some((member) => member.id === personId), 'history keeps the day before')
  assert.ok(!(await admin.call(getGroup, { params: { schoolId: s.id, groupId: s.classUnit.id } })).members.some((member) => member.id === personId))

  const gone = await admin.call(withdrawPupil, { params: at(newEnrolment), body: { validTo: '2026-10-13', reason: 'otherSchool', orderNumber: '15-у', orderDate: '2026-10-13', basedOn: 1 } })
  assert.deepEqual([gone.endReason, gone.endOrderNumber, gone.validTo], ['otherSchool', '15-у', '2026-10-13'])
  await assert.rejects((await s.as({ id: personId })).call(getPerson, { params: { schoolId: s.id, personId } }), { status: 403 })
  await assert.rejects(admin.call(enrolPupil, { params: at(), body: { who: { personId, data: null }, classId: other.id, ...order, validFrom: '2026-10-13' } }), { code: 'registry.dates_wrong' })
  const back = await admin.call(enrolPupil, { params: at(), body: { who: { personId, data: null }, classId: s.classUnit.id, ...order, validFrom: '2026-10-15' } })
  assert.equal(back.begunBy, 'returned')
  assert.equal((await admin.call(getPerson, { params: { schoolId: s.id, personId } })).enrolments.length, 3)
  assert.deepEqual((await s.make.rows<{ action: string }>('select action from audit.entry where about_id = $1 order by id', [personId])).map(({ action }) => action),
    ['registry.person.enter', 'registry.enrolment.begin', 'registry.enrolment.transfer', 'registry.enrolment.withdraw', 'registry.enrolment.return'])
})

test('a college has groups of courses', async () => {
  const admin = await s.as(s.admin)
  const classId = newId()
  const unit = await admin.call(putClass, { params: { schoolId: s.id, classId }, body: { schoolYear: 2026, gradeLevel: null, course: 2, letter: 'ИС-21', shift: 1, buildingId: null, homeroomTeacherId: null, previousClassId: null, basedOn: null } })
  assert.deepEqual([unit.name, unit.course, unit.gradeLevel], ['ИС-21', 2, null])
  const personId = newId()
  await admin.call(enrolPupil, { params: at(), body: { who: { personId, data: { ...pupilData, birthDate: '2008-01-01' } }, classId, ...order, validFrom: '2026-09-01' } })
  assert.deepEqual((await admin.call(getClass, { params: { schoolId: s.id, classId } })).members.map((member) => member.id), [personId])
})

test('the pupil, the family and the staff hear of a transfer; the pupil moves to the new group at once', async () => {
  const other = await aClass(s.make, s.id)
  const pupil = await aPupil(s.make, s.id, s.classUnit.id)
  const guardian = await aGuardian(s.make, pupil.id)
  const live = await s.live(guardian)
  const [row] = await s.make.rows<{ id: string }>('select id from registry.enrolment where student_id = $1', [pupil.id])
  await (await s.as(s.admin)).call(transferPupil, { params: at(row!.id), body: { newId: newId(), classId: other.id, ...order, validFrom: '2026-10-15', basedOn: 1 } })
  const heard = await live.next()
  assert.deepEqual(heard.facts?.[0], { name: 'registry.enrolment.changed', payload: { ...(heard.facts![0]!.payload as object), studentId: pupil.id, classId: other.id, previousClassId: s.classUnit.id } })
  live.close()
})

test('walls: only the administrator of this school enrols', async () => {
  const body = { who: { personId: newId(), data: pupilData }, classId: s.classUnit.id, ...order, validFrom: '2026-09-01' }
  for (const [who, status] of [[null, 401], [s.principal, 403], [s.homeroom, 403], [s.parent, 403], [s.municipalCurator, 403], [s.stranger.admin, 404]] as const) await assert.rejects((await s.as(who)).call(enrolPupil, { params: at(), body }), { status })
  const admin = await s.as(s.admin)
  await assert.rejects(admin.call(enrolPupil, { params: at(), body: { ...body, classId: s.stranger.classUnit.id } }), { status: 404 })
  await assert.rejects(admin.call(enrolPupil, { params: at(), body: { ...body, who: { personId: s.stranger.pupil.id, data: null } } }), { status: 404 })
  await assert.rejects(admin.call(enrolPupil, { params: at(), body: { ...body, validFrom: '2026-9-1' } }), { code: 'bad_input' })
  const [foreign] = await s.make.rows<{ id: string }>('select id from registry.enrolment where student_id = $1', [s.stranger.pupil.id])
  await assert.rejects(admin.call(withdrawPupil, { params: at(foreign!.id), body: { validTo: '2026-10-13', reason: 'other', ...order, basedOn: 1 } }), { status: 404 })
})
