import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { closeClass, getClass, getGroup, listClasses, listGroups, listPlaces, listSubjects, putBuilding, putClass, putGroup, putGroupMembers, putRoom, putSubject } from '@school/registry/contract'
import { aClass, aGroupTeacher } from '@school/registry/testing'
import type { Refused } from '@school/testing'

let s: TestSchool
before(async () => {
  s = await testSchool()
  await aGroupTeacher(s.make, s.id, s.classUnit.id, s.teacher.id)
})
after(() => s.close())

const at = () => ({ schoolId: s.id })
const unit = (letter: string) => ({ schoolYear: 2026, gradeLevel: 5, course: null, letter, shift: 1, buildingId: null, homeroomTeacherId: null, previousClassId: null, basedOn: null })

test('a class is made with its group, gets a class teacher who at once may open it, rolls over, closes', async () => {
  const admin = await s.as(s.admin)
  const classId = newId()
  const made = await admin.call(putClass, { params: { ...at(), classId }, body: unit('А') })
  assert.equal(made.name, '5 «А»')
  assert.deepEqual((await admin.call(getGroup, { params: { ...at(), groupId: classId } })).group.kind, 'class')
  const teacher = await s.as(s.otherTeacher)
  await assert.rejects(teacher.call(getClass, { params: { ...at(), classId } }), { status: 404 })
  const changed = await admin.call(putClass, { params: { ...at(), classId }, body: { ...unit('А'), homeroomTeacherId: s.otherTeacher.id, basedOn: 1 } })
  assert.equal(changed.homeroomTeacher?.id, s.otherTeacher.id)
  await s.settle()
  assert.equal((await teacher.call(getClass, { params: { ...at(), classId } })).unit.name, '5 «А»')
  await assert.rejects(admin.call(putClass, { params: { ...at(), classId: newId() }, body: unit('А') }), { code: 'registry.name_taken' })
  await assert.rejects(admin.call(putClass, { params: { ...at(), classId: newId() }, body: { ...unit('Б'), homeroomTeacherId: s.parent.id } }), { code: 'registry.not_a_teacher' })
  await assert.rejects(admin.call(putClass, { params: { ...at(), classId: newId() }, body: { ...unit('В'), course: 1 } }), { code: 'registry.grade_or_course' })
  await assert.rejects(admin.call(putClass, { params: { ...at(), classId }, body: { ...unit('А'), basedOn: 1 } }), { code: 'registry.changed_meanwhile' })
  const next = newId()
  await admin.call(putClass, { params: { ...at(), classId: next }, body: { ...unit('А'), schoolYear: 2027, gradeLevel: 6, previousClassId: classId } })
  assert.deepEqual((await admin.call(getClass, { params: { ...at(), classId: next } })).previous, { id: classId, name: '5 «А»', schoolYear: 2026 })
  assert.deepEqual((await admin.call(listClasses, { params: at(), query: { year: 2027 } })).map((one) => one.id), [next])
  assert.equal((await admin.call(closeClass, { params: { ...at(), classId }, body: { closedOn: '2026-10-15', basedOn: 2 } })).closedOn, '2026-10-15')
  await assert.rejects(admin.call(closeClass, { params: { ...at(), classId: s.classUnit.id }, body: { closedOn: '2026-10-15', basedOn: 1 } }), (error: Refused) => error.code === 'registry.class_has_pupils' && error.details['pupils'] === 2)
})

test('readable one by one is the same as appears in the list, for classes and groups', async () => {
  const [classes, groups] = [await s.make.rows<{ id: string }>('select id from registry.class_unit where school_year = 2026'), await s.make.rows<{ id: string }>('select id from registry.study_group where school_year = 2026')]
  for (const reader of [s.admin, s.principal, s.teacher, s.otherTeacher, s.homeroom]) {
    const caller = await s.as(reader)
    const [listed, listedGroups] = [new Set((await caller.call(listClasses, { params: at() })).map(({ id }) => id)), new Set((await caller.call(listGroups, { params: at() })).map(({ id }) => id))]
    for (const { id } of classes) assert.equal((await caller.raw('GET', `/api/schools/${s.id}/classes/${id}`)).statusCode === 200, listed.has(id), `${reader.id} and class ${id}`)
    for (const { id } of groups) assert.equal((await caller.raw('GET', `/api/schools/${s.id}/groups/${id}`)).statusCode === 200, listedGroups.has(id), `${reader.id} and group ${id}`)
  }
})

test('a teacher sees the names of the pupils taught, a class teacher also the family', async () => {
  const read = async (reader: { id: string }) => (await s.as(reader)).call(getClass, { params: { ...at(), classId: s.classUnit.id } })
  assert.deepEqual((await read(s.teacher)).members.map((one) => [one.birthDate, one.guardians.length, one.enrolmentId]), [[null, 0, null], [null, 0, null]])
  assert.deepEqual((await read(s.homeroom)).members.map((one) => one.guardians.length), [1, 1])
  assert.ok((await read(s.principal)).members.every((one) => one.enrolmentId !== null))
  await assert.rejects(read(s.pupil), { status: 403 })
  await assert.rejects(read(s.stranger.homeroom), { status: 404 })
})

test('a subgroup has dated members: who leaves keeps the days before', async () => {
  const admin = await s.as(s.admin)
  const groupId = newId()
  const body = { schoolYear: 2026, kind: 'subgroup' as const, name: '7 «К», английский 1', classIds: [s.classUnit.id], basedOn: null }
  await admin.call(putGroup, { params: { ...at(), groupId }, body })
  await admin.call(putGroupMembers, { params: { ...at(), groupId }, body: { from: '2026-09-01', memberIds: [s.pupil.id], basedOn: 1 } })
  const group = await admin.call(putGroupMembers, { params: { ...at(), groupId }, body: { from: '2026-10-12', memberIds: [s.otherPupil.id], basedOn: 2 } })
  assert.equal(group.members, 1)
  const on = async (date: string) => (await admin.call(getGroup, { params: { ...at(), groupId }, query: { date } })).members.map(({ id }) => id)
  assert.deepEqual([await on('2026-10-11'), await on('2026-10-12')], [[s.pupil.id], [s.otherPupil.id]])
  await assert.rejects(admin.call(putGroupMembers, { params: { ...at(), groupId }, body: { from: '2026-09-15', memberIds: [], basedOn: 3 } }), { code: 'registry.members_later' })
  await assert.rejects(admin.call(putGroupMembers, { params: { ...at(), groupId }, body: { from: '2026-10-13', memberIds: [s.stranger.pupil.id], basedOn: 3 } }), { code: 'registry.not_in_classes' })
  await assert.rejects(admin.call(putGroupMembers, { params: { ...at(), groupId: s.classUnit.id }, body: { from: '2026-10-13', memberIds: [], basedOn: 1 } }), { code: 'registry.group_is_class' })
  const other = await aClass(s.make, s.id)
  await assert.rejects(admin.call(putGroup, { params: { ...at(), groupId: newId() }, body: { ...body, name: 'Х', classIds: [s.classUnit.id, other.id] } }), { code: 'registry.group_classes' })
  await admin.call(putGroup, { params: { ...at(), groupId: newId() }, body: { ...body, name: 'Французский', kind: 'crossClass', classIds: [s.classUnit.id, other.id] } })
  assert.equal((await admin.call(listGroups, { params: at(), query: { classId: other.id } })).length, 2)
  await assert.rejects((await s.as(s.deputyHead)).call(putGroup, { params: { ...at(), groupId: newId() }, body }), { status: 403 })
})

test('subjects, buildings and rooms are put by the administrator and read by the staff', async () => {
  const admin = await s.as(s.admin)
  const [subjectId, buildingId, roomId] = [newId(), newId(), newId()]
  await admin.call(putSubject, { params: { ...at(), id: subjectId }, body: { name: 'Химия', shortName: 'Хим', kind: 'core' } })
  await admin.call(putBuilding, { params: { ...at(), id: buildingId }, body: { name: 'Главный корпус', address: 'ул. Мира, 3' } })
  await admin.call(putRoom, { params: { ...at(), id: roomId }, body: { name: '24', buildingId, capacity: 30 } })
  await assert.rejects(admin.call(putRoom, { params: { ...at(), id: newId() }, body: { name: '24', buildingId, capacity: null } }), { code: 'registry.name_taken' })
  await assert.rejects(admin.call(putRoom, { params: { ...at(), id: newId() }, body: { name: '25', buildingId: newId(), capacity: null } }), { status: 404 })
  const teacher = await s.as(s.teacher)
  assert.ok((await teacher.call(listSubjects, { params: at() })).some(({ id }) => id === subjectId))
  assert.deepEqual((await teacher.call(listPlaces, { params: at() })).rooms, [{ id: roomId, buildingId, name: '24', capacity: 30 }])
  for (const [who, status] of [[null, 401], [s.teacher, 403], [s.stranger.admin, 404]] as const) await assert.rejects((await s.as(who)).call(putSubject, { params: { ...at(), id: newId() }, body: { name: 'Физика', shortName: 'Физ', kind: 'core' } }), { status })
  await assert.rejects((await s.as(s.parent)).call(listPlaces, { params: at() }), { status: 403 })
})
