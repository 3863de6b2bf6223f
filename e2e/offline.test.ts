// not messages: invented people and what they type
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { StandPerson } from '@school/esia-stand'
import { aMarkingRule, aWork, aWorkType } from '@school/journal/testing'
import { aClass, aGuardian, anEmployee, aPerson, aPupil, aSchool, aSubject } from '@school/registry/testing'
import { aClassSetting, aCourse, aLesson, aYear } from '@school/schedule/testing'
import { fictionalSnils } from '@school/contract'
import type { Page } from 'playwright-core'
import { testToday } from '../apps/server/testing.ts'
import { storyWorld, type StoryWorld } from './story-world.ts'

const someone = (n: number, firstName: string, lastName: string, label: string): StandPerson => ({
  oid: `100070000${n}`, lastName, firstName, middleName: 'Павловна', gender: 'F', birthDate: '1985-03-22', snils: fictionalSnils(700_000 + n), confirmed: true, kids: [], organisations: [], school: 'Люди истории', group: 'Все', label,
})
const teacher = someone(1, 'Вера', 'Лугова', 'учитель')
const parent = someone(2, 'Нина', 'Авдеева', 'родитель')
const pupils = ['Авдеев', 'Громов', 'Ильин', 'Котов', 'Рощин', 'Юдин']
const at: { school: string; course: string; child: string } = { school: '', course: '', child: '' }
let world: StoryWorld

const row = ({ lastName, firstName, middleName, gender, birthDate, snils }: StandPerson) => ({ last_name: lastName, first_name: firstName, middle_name: middleName, birth_date: birthDate, gender, snils })

before(async () => {
  world = await storyWorld([teacher, parent])
  const { make } = world
  const { id } = await aSchool(make)
  const year = await aYear(make, id)
  const person = await aPerson(make, row(teacher))
  await anEmployee(make, id, 'teacher', person.id)
  const classUnit = await aClass(make, id)
  await aClassSetting(make, id, classUnit.id, year)
  const children = []
  for (const last_name of pupils) children.push(await aPupil(make, id, classUnit.id, { last_name }))
  await aGuardian(make, children[0]!.id, { guardianId: (await aPerson(make, row(parent))).id })
  const course = await aCourse(make, id, { groupId: classUnit.id, subjectId: (await aSubject(make, id, 'Алгебра')).id, teacherIds: [person.id] })
  const lesson = await aLesson(make, id, course.id, testToday, 3)
  await aWork(make, id, lesson, (await aWorkType(make, id, { name: 'Ответ на уроке' })).id, person.id)
  await aMarkingRule(make, id)
  Object.assign(at, { school: id, course: course.id, child: children[0]!.id })
})
after(() => world?.[Symbol.asyncDispose]())

/** Asks again and again, from outside: the policy of the page forbids it to evaluate words of ours. */
async function until(what: string, ask: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    if (await ask().catch(() => false)) return
    await new Promise((resolve) => { setTimeout(resolve, 200) })
  }
  assert.fail(`never came: ${what}`)
}

/** The application has settled on the device: its worker stands and has kept the pages of the role. */
const installed = (page: Page) => until('the worker with its pages', () => page.evaluate(`(async () => {
  if (!navigator.serviceWorker?.controller) return false
  for (const name of await caches.keys()) if ((await (await caches.open(name)).keys()).some(({ url }) => url.includes('?role='))) return true
  return false
})()`) as Promise<boolean>)

const writtenDown = (page: Page, store: string, least: number) => until(`${least} in ${store}`, () => page.evaluate(`new Promise((resolve) => {
  const opening = indexedDB.open('school')
  opening.onsuccess = () => { const all = opening.result.transaction('${store}').objectStore('${store}').count(); all.onsuccess = () => { opening.result.close(); resolve(all.result >= ${least}) } }
})`) as Promise<boolean>)

const waiting = (page: Page) => page.getByRole('button', { name: /6 записей ждут сети/ })

test('a teacher writes without a network, reloads, and everything arrives once', async () => {
  const page = await world.enters(teacher, 'staff')
  await page.goto(`${world.url}/as/teacher/${at.school}/journal/${at.course}`)
  await page.getByRole('grid').waitFor()
  await installed(page)
  await writtenDown(page, 'replies', 2)
  await page.context().setOffline(true)
  await page.getByRole('gridcell', { name: /Авдеев.*15/ }).click()
  await page.keyboard.press('Escape')
  for (const key of ['5', '4', '3', '5', '4', 'y']) {
    await page.keyboard.press(key)
    await page.keyboard.press('ArrowDown')
  }
  await waiting(page).waitFor()
  await writtenDown(page, 'posts', 6)
  await page.reload()
  await page.getByRole('gridcell', { name: /Рощин.*15.*4.*Ответ/ }).waitFor()
  await page.getByText(/Данные от .*, нет сети/).waitFor()
  await waiting(page).click()
  await page.getByRole('dialog').getByText('Юдин', { exact: false }).first().waitFor()
  await world.screens.look(page, 'entries that wait', true)
  await page.keyboard.press('Escape')
  assert.deepEqual(await kept(), { marks: [], absences: [], revisions: 0 })
  await page.context().setOffline(false)
  await until('everything in the database', async () => (await kept()).absences.length === 1 && (await kept()).marks.length === 5)
  await waiting(page).waitFor({ state: 'detached' })
  assert.deepEqual(await kept(), {
    marks: [['Авдеев', '5'], ['Громов', '4'], ['Ильин', '3'], ['Котов', '5'], ['Рощин', '4']].map(([name, value]) => ({ name, value })), absences: [{ name: 'Юдин', code: 'absent' }], revisions: 5,
  })
  await page.close()
})

const kept = async () => ({
  marks: await world.make.rows(`select p.last_name as name, m.value from journal.mark m join registry.person p on p.id = m.student_id order by 1`),
  absences: await world.make.rows(`select p.last_name as name, a.code from journal.attendance a join registry.person p on p.id = a.student_id`),
  revisions: (await world.make.rows(`select 1 from journal.mark_revision`)).length,
})

test('a parent opens the diary without a network and reads how old it is', async () => {
  const page = await world.enters(parent, 'parent', 'phone')
  await page.goto(`${world.url}/as/parent/${at.child}/diary`)
  await page.getByText('Алгебра').first().waitFor()
  await installed(page)
  await writtenDown(page, 'replies', 2)
  await page.context().setOffline(true)
  await page.reload()
  await page.getByText('Алгебра').first().waitFor()
  await page.getByText(/Данные от .*, нет сети/).waitFor()
  await world.screens.look(page, 'diary without a network', true)
  await page.context().setOffline(false)
  await page.getByText(/Данные от .*, нет сети/).waitFor({ state: 'detached' })
})

test('what was read leaves the device at sign-out', async () => {
  const page = await world.enters(parent, 'parent', 'phone')
  await page.goto(`${world.url}/as/parent/${at.child}/diary`)
  await page.getByText('Алгебра').first().waitFor()
  await writtenDown(page, 'replies', 2)
  await page.getByRole('button', { name: /Личное меню/ }).click()
  await Promise.all([page.waitForResponse(/\/api\/sign-out/), page.getByRole('button', { name: 'Выйти' }).click()])
  await page.waitForURL((address) => address.href.startsWith(world.url) && address.pathname === '/')
  await page.getByRole('heading').first().waitFor()
  await until('an empty device', () => page.evaluate(`new Promise((resolve) => {
    const opening = indexedDB.open('school')
    opening.onsuccess = () => { const all = opening.result.transaction('replies').objectStore('replies').count(); all.onsuccess = () => { opening.result.close(); resolve(all.result === 0) } }
  })`) as Promise<boolean>)
})

test('nothing is wrong with the screens on the way', () => {
  assert.deepEqual(world.screens.found, [])
  assert.deepEqual(world.screens.complaints(/^401 GET \/api\/me$|ERR_INTERNET_DISCONNECTED|WebSocket/), [])
})
