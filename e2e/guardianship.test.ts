// not messages: invented people
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { StandPerson } from '@school/esia-stand'
import { aMarkingRule } from '@school/journal/testing'
import { aClass, aGuardian, anEmployee, aPerson, aPupil, aSchool, aSubject } from '@school/registry/testing'
import { aClassSetting, aCourse, aLesson, aYear } from '@school/schedule/testing'
import { fictionalSnils } from '@school/contract'
import { testToday } from '../apps/server/testing.ts'
import { storyWorld, type StoryWorld } from './story-world.ts'

const someone = (n: number, firstName: string, lastName: string, label: string): StandPerson => ({
  oid: `100080000${n}`, lastName, firstName, middleName: 'Павловна', gender: 'F', birthDate: '1985-03-22', snils: fictionalSnils(800_000 + n), confirmed: true, kids: [], organisations: [], school: 'Люди истории', group: 'Все', label,
})
const admin = someone(1, 'Вера', 'Лугова', 'администратор')
const parent = someone(2, 'Нина', 'Авдеева', 'родитель')
const row = ({ lastName, firstName, middleName, gender, birthDate, snils }: StandPerson) => ({ last_name: lastName, first_name: firstName, middle_name: middleName, birth_date: birthDate, gender, snils })
const at = { school: '', child: '', guardianship: '' }
let world: StoryWorld

before(async () => {
  world = await storyWorld([admin, parent])
  const { make } = world
  const { id } = await aSchool(make)
  const year = await aYear(make, id)
  await anEmployee(make, id, 'schoolAdmin', (await aPerson(make, row(admin))).id)
  const teacher = await anEmployee(make, id, 'teacher')
  const classUnit = await aClass(make, id)
  await aClassSetting(make, id, classUnit.id, year)
  const child = await aPupil(make, id, classUnit.id, { last_name: 'Авдеев', first_name: 'Елисей' })
  const { guardianshipId } = await aGuardian(make, child.id, { guardianId: (await aPerson(make, row(parent))).id })
  const course = await aCourse(make, id, { groupId: classUnit.id, subjectId: (await aSubject(make, id, 'Алгебра')).id, teacherIds: [teacher.id] })
  await aLesson(make, id, course.id, testToday, 3)
  await aMarkingRule(make, id)
  Object.assign(at, { school: id, child: child.id, guardianship: guardianshipId })
})
after(() => world?.[Symbol.asyncDispose]())

test('an open diary empties itself within two seconds after the guardianship has ended', async () => {
  const office = await world.enters(admin, 'staff')
  const diary = await world.enters(parent, 'parent', 'phone')
  await diary.goto(`${world.url}/as/parent/${at.child}/diary`)
  await diary.getByText('Алгебра').first().waitFor()
  const kept = () => diary.evaluate(`document.body.textContent`) as Promise<string>
  assert.match(await kept(), /Елисе/)
  const from = performance.now()
  const answer = await office.request.post(`${world.url}/api/schools/${at.school}/guardianships/${at.guardianship}/end`, {
    headers: { origin: world.url }, data: { validTo: '2026-10-14', document: 'Решение суда № 7', basedOn: 1 },
  })
  assert.equal(answer.status(), 200, await answer.text())
  while (/Алгебра|Елисе/.test(await kept().catch(() => 'Алгебра'))) {
    assert.ok(performance.now() - from < 2000, 'the diary is still on the screen')
    await new Promise((resolve) => { setTimeout(resolve, 50) })
  }
  console.log(`the open diary was empty after ${((performance.now() - from) / 1000).toFixed(2)} s`)
  await world.screens.look(diary, 'diary of a guardianship that ended')
  assert.doesNotMatch(await kept(), /Алгебра|Елисе/, 'nothing comes back')
  const stayed = await diary.evaluate(`new Promise((resolve) => {
    const opening = indexedDB.open('school')
    opening.onerror = () => resolve(0)
    opening.onsuccess = () => {
      const store = opening.result.objectStoreNames.contains('replies') ? opening.result.transaction('replies').objectStore('replies').getAll() : null
      if (!store) return resolve(0)
      store.onsuccess = () => resolve(store.result.filter((one) => JSON.stringify(one).includes('Алгебра')).length)
    }
  })`)
  assert.equal(stayed, 0, 'nothing of the child stays on the device')
})

test('nothing is wrong with the screen that is left', () => {
  assert.deepEqual(world.screens.found, [])
})
