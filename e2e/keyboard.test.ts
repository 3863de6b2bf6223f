// not messages: invented people and what they type
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { StandPerson } from '@school/esia-stand'
import { aMarkingRule, aWork, aWorkType } from '@school/journal/testing'
import { aClass, anEmployee, aPerson, aPupil, aSchool, aSubject } from '@school/registry/testing'
import { aClassSetting, aCourse, aLesson, aYear } from '@school/schedule/testing'
import { fictionalSnils } from '@school/contract'
import type { Page } from 'playwright-core'
import { testToday } from '../apps/server/testing.ts'
import { storyWorld, type StoryWorld } from './story-world.ts'

const teacher: StandPerson = {
  oid: '1000600001', lastName: 'Белова', firstName: 'Лидия', middleName: 'Васильевна', gender: 'F', birthDate: '1979-03-22', snils: fictionalSnils(600_001), confirmed: true, kids: [], organisations: [], school: 'Люди истории', group: 'Все', label: 'учитель',
}
let world: StoryWorld
before(async () => {
  world = await storyWorld([teacher])
  const { make } = world
  const { id } = await aSchool(make)
  const year = await aYear(make, id)
  const { lastName, firstName, middleName, gender, birthDate, snils } = teacher
  const person = await aPerson(make, { last_name: lastName, first_name: firstName, middle_name: middleName, birth_date: birthDate, gender, snils })
  await anEmployee(make, id, 'teacher', person.id)
  const classUnit = await aClass(make, id)
  await aClassSetting(make, id, classUnit.id, year)
  for (const last_name of ['Авдеев', 'Громов', 'Юдин']) await aPupil(make, id, classUnit.id, { last_name })
  const course = await aCourse(make, id, { groupId: classUnit.id, subjectId: (await aSubject(make, id, 'Алгебра')).id, teacherIds: [person.id] })
  for (const [date, number] of [['2026-10-13', 2], [testToday, 3]] as const) {
    const lesson = await aLesson(make, id, course.id, date, number)
    if (date === testToday) await aWork(make, id, lesson, (await aWorkType(make, id, { name: 'Ответ на уроке' })).id, person.id)
  }
  await aMarkingRule(make, id)
})
after(() => world?.[Symbol.asyncDispose]())

/** What the keyboard is on now, as a screen reader would name it. */
const focused = (page: Page) => page.evaluate(`(() => {
  const on = document.activeElement
  return on?.getAttribute('aria-label') ?? on?.labels?.[0]?.textContent ?? on?.textContent ?? ''
})()`) as Promise<string>

/** A key of the Russian layout: the browser tells its letter and its place. */
async function pressRussian(page: Page, key: string, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text: key })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code })
  await session.detach()
}

/** Goes on with Tab until the keyboard is on what is named. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  const met: string[] = []
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab')
    const on = await focused(page)
    if (name.test(on)) return
    met.push(on.trim().slice(0, 40))
  }
  assert.fail(`Tab never came to ${name}; it met ${met.join(' | ')}`)
}

test('a teacher fills the journal without a mouse: marks, attendance, the topic', async () => {
  const page = await world.enters(teacher, 'staff')
  const { keyboard } = page
  await world.screens.look(page, 'home')
  await tabTo(page, /^Журнал$/)
  await keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Журнал', level: 1 }).waitFor()
  await tabTo(page, /Алгебра/)
  await keyboard.press('Enter')
  await page.getByRole('grid').waitFor()
  await world.screens.look(page, 'journal page', true)
  await tabTo(page, /Авдеев.*15/)
  await keyboard.type('5')
  await keyboard.press('Enter')
  await pressRussian(page, 'н', 'KeyY')
  await keyboard.press('Enter')
  await keyboard.type('4')
  await keyboard.press('ArrowUp')
  await keyboard.press('ArrowUp')
  await keyboard.press('End')
  await tabTo(page, /^Тема/)
  await keyboard.type('Сложение дробей')
  await keyboard.press('Tab')
  await page.getByText(/Сохранено в/).first().waitFor()
  await world.screens.look(page, 'journal page, filled')
  await keptInTheDatabase()
})

const kept = async () => ({
  marks: await world.make.rows(`select p.last_name as name, m.value from journal.mark m join registry.person p on p.id = m.student_id order by 1`),
  absences: await world.make.rows(`select p.last_name as name, a.code from journal.attendance a join registry.person p on p.id = a.student_id`),
  topics: await world.make.rows(`select topic from journal.lesson_record where topic <> ''`),
})

/** What was typed is sent in bunches: the last of it comes a moment after the first. */
async function keptInTheDatabase(): Promise<void> {
  const expected = { marks: [{ name: 'Авдеев', value: '5' }, { name: 'Юдин', value: '4' }], absences: [{ name: 'Громов', code: 'absent' }], topics: [{ topic: 'Сложение дробей' }] }
  let now = await kept()
  for (let tries = 0; tries < 50 && JSON.stringify(now) !== JSON.stringify(expected); tries++) {
    await new Promise((resolve) => { setTimeout(resolve, 200) })
    now = await kept()
  }
  assert.deepEqual(now, expected)
}

test('nothing is wrong with the screens on the way', () => {
  assert.deepEqual(world.screens.found, [])
  assert.deepEqual(world.screens.complaints(/^401 GET \/api\/me$/), [])
})
