import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fictionalSnils, newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { correctPerson, endEmployment, findAlike, getPerson, getPersonHistory, listPeople, putEmployment, type Relation } from '@school/registry/contract'
import { aClass, aGroupTeacher, aGuardian, aPupil, aSubgroup } from '@school/registry/testing'
import type { Refused } from '@school/testing'

let s: TestSchool
before(async () => {
  s = await testSchool()
  const other = await aClass(s.make, s.id, { grade: 8 })
  const elsewhere = await aPupil(s.make, s.id, other.id)
  await aGuardian(s.make, elsewhere.id)
  const group = await aSubgroup(s.make, s.id, other.id, [elsewhere.id])
  await aGroupTeacher(s.make, s.id, group.id, s.otherTeacher.id)
  await aGroupTeacher(s.make, s.id, s.classUnit.id, s.teacher.id)
})
after(() => s.close())

const at = () => ({ schoolId: s.id })
const of = (personId: string) => ({ params: { schoolId: s.id, personId } })
const person = (n: number) => ({ lastName: 'Ёлкина', firstName: 'Вера', middleName: 'Ильинична', birthDate: '1990-02-03', gender: 'F' as const, snils: fictionalSnils(n), email: null, phone: '+7 900 000-00-00' })

test('readable one by one is the same as appears in a list, for every reader and everybody', async () => {
  const everybody = (await s.make.rows<{ id: string }>('select id from registry.person')).map(({ id }) => id)
  const readers = { admin: s.admin, principal: s.principal, deputyHead: s.deputyHead, teacher: s.teacher, otherTeacher: s.otherTeacher, homeroom: s.homeroom, pupil: s.pupil, parent: s.parent }
  const sizes: Record<string, number> = {}
  for (const [name, reader] of Object.entries(readers)) {
    const caller = await s.as(reader)
    const listed = new Set<string>()
    for (const relation of ['staff', 'pupil', 'guardian'] as Relation[]) for (const former of [false, true]) {
      const { rows, total } = await caller.call(listPeople, { params: at(), query: { relation, former, limit: 200 } })
      assert.equal(total, rows.length)
      for (const { id } of rows) listed.add(id)
    }
    for (const id of everybody) assert.equal((await caller.raw('GET', `/api/schools/${s.id}/people/${id}`)).statusCode === 200, listed.has(id), `${name} and ${id}`)
    sizes[name] = listed.size
  }
  assert.deepEqual(sizes, { admin: 12, principal: 12, deputyHead: 12, teacher: 8, otherTeacher: 7, homeroom: 10, pupil: 1, parent: 2 })
})

test('a teacher sees names, a class teacher contacts of the own class, the office everything', async () => {
  const seen = async (reader: { id: string }, id: string) => (await s.as(reader)).call(getPerson, of(id))
  const asTeacher = await seen(s.teacher, s.pupil.id)
  assert.deepEqual([asTeacher.detail, asTeacher.birthDate, asTeacher.guardians, asTeacher.enrolments.length], ['names', null, [], 1])
  const asHomeroom = await seen(s.homeroom, s.pupil.id)
  assert.deepEqual([asHomeroom.detail, asHomeroom.birthDate, asHomeroom.snils, asHomeroom.guardians.length], ['contacts', '2013-03-03', null, 1])
  const asAdmin = await seen(s.admin, s.pupil.id)
  assert.deepEqual([asAdmin.detail, asAdmin.can.correct, asAdmin.guardians[0]?.guardian.id], ['all', true, s.parent.id])
  const asParent = await seen(s.parent, s.pupil.id)
  assert.deepEqual([asParent.detail, asParent.can.correct, asParent.guardians.length], ['all', false, 1])
  await assert.rejects(seen(s.parent, s.otherPupil.id), { status: 404 })
  await assert.rejects(seen(s.stranger.admin, s.pupil.id), { status: 404 })
  await assert.rejects((await s.as(null)).call(getPerson, of(s.pupil.id)), { status: 401 })
  await assert.rejects((await s.as(s.operator)).call(getPerson, of(s.pupil.id)), { status: 403 })
  const opened = await s.make.rows<{ reader_id: string }>('select reader_id from audit.access where about_id = $1', [s.pupil.id])
  assert.deepEqual(new Set(opened.map((row) => row.reader_id)), new Set([s.teacher.id, s.homeroom.id, s.admin.id, ...['principal', 'deputyHead', 'teacher'].map((name) => (s as never as Record<string, { id: string }>)[name]!.id)]))
})

test('an employee is taken on with the data, found by ё and е and by СНИЛС, corrected with history, dismissed', async () => {
  const admin = await s.as(s.admin)
  const [id, personId] = [newId(), newId()]
  const put = { params: { ...at(), id }, body: { who: { personId, data: person(501) }, role: 'teacher' as const, position: 'Учитель химии', validFrom: '2026-10-01', basedOn: null } }
  const hired = await admin.call(putEmployment, put)
  assert.deepEqual([hired.person.id, hired.can.change], [personId, true])
  assert.equal((await admin.call(putEmployment, put)).revision, 1, 'a repeat changes nothing')
  for (const search of ['елкина', 'вера ЁЛК', fictionalSnils(501).slice(0, 6)]) assert.deepEqual((await admin.call(listPeople, { params: at(), query: { relation: 'staff', search } })).rows.map((row) => row.id), [personId], search)
  await assert.rejects(admin.call(putEmployment, { ...put, params: { ...at(), id: newId() } }), { code: 'registry.already_employed' })
  await assert.rejects(admin.call(putEmployment, { params: { ...at(), id: newId() }, body: { ...put.body, who: { personId: newId(), data: { ...person(501), lastName: 'Сосна' } } } }),
    (error: Refused) => { assert.deepEqual([error.code, error.details['differs']], ['registry.snils_taken', ['lastName']]); return true })
  await assert.rejects(admin.call(putEmployment, { params: { ...at(), id: newId() }, body: { ...put.body, who: { personId: newId(), data: { ...person(502), snils: '112-233-445 96' } } } }), { code: 'registry.snils_wrong' })
  await assert.rejects(admin.call(putEmployment, { params: { ...at(), id: newId() }, body: { ...put.body, who: { personId: s.stranger.teacher.id, data: null } } }), { status: 404 })

  const corrected = await admin.call(correctPerson, { ...of(personId), body: { ...person(501), lastName: 'Берёзова', reason: 'Свидетельство о браке', basedOn: 1 } })
  assert.equal(corrected.revision, 2)
  await assert.rejects(admin.call(correctPerson, { ...of(personId), body: { ...person(501), reason: '', basedOn: 1 } }), { code: 'registry.changed_meanwhile' })
  const [last] = await admin.call(getPersonHistory, of(personId))
  assert.deepEqual([last?.action, (last?.before as { lastName: string }).lastName, (last?.after as { lastName: string }).lastName, last?.by?.id], ['registry.person.correct', 'Ёлкина', 'Берёзова', s.admin.id])
  assert.equal((await admin.call(findAlike, { params: at(), query: { lastName: 'березова', firstName: 'Вера', birthDate: '1990-02-03' } })).length, 1)

  const newcomer = await s.as({ id: personId })
  await newcomer.call(listPeople, { params: at(), query: { relation: 'staff' } })
  await assert.rejects(admin.call(endEmployment, { params: { ...at(), id }, body: { validTo: '2026-09-01', basedOn: 1 } }), { code: 'registry.dates_wrong' })
  await admin.call(endEmployment, { params: { ...at(), id }, body: { validTo: '2026-10-14', basedOn: 1 } })
  await s.settle()
  await assert.rejects(newcomer.call(listPeople, { params: at(), query: { relation: 'staff' } }), { status: 403 })
  assert.ok((await admin.call(listPeople, { params: at(), query: { relation: 'staff', former: true } })).rows.some((row) => row.id === personId))
})

test('walls of the commands: who may not, and what an administrator may not', async () => {
  const body = { who: { personId: newId(), data: person(600) }, role: 'teacher' as const, position: 'Учитель', validFrom: '2026-10-01', basedOn: null }
  for (const [who, status] of [[null, 401], [s.principal, 403], [s.teacher, 403], [s.regionalCurator, 403], [s.stranger.admin, 404]] as const) {
    await assert.rejects((await s.as(who)).call(putEmployment, { params: { ...at(), id: newId() }, body }), { status })
    await assert.rejects((await s.as(who)).call(correctPerson, { ...of(s.pupil.id), body: { ...person(601), reason: '', basedOn: 1 } }), { status })
  }
  const [own] = await s.make.rows<{ id: string }>('select id from registry.employment where person_id = $1', [s.admin.id])
  await assert.rejects((await s.as(s.admin)).call(endEmployment, { params: { ...at(), id: own!.id }, body: { validTo: '2026-10-14', basedOn: 1 } }), { code: 'registry.admin_appointed_elsewhere' })
  assert.equal((await (await s.as(s.admin)).raw('PUT', `/api/schools/${s.id}/employments/${newId()}`, { ...body, role: 'schoolAdmin' })).statusCode, 400)
})
