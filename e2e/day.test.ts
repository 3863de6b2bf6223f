import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { federation, fictionalInn, fictionalKpp, fictionalOgrn, printSnils } from '@school/contract'
import { aGrant } from '@school/identity/testing'
import { aPerson } from '@school/registry/testing'
import type { StandPerson } from '@school/esia-stand'
import type { Page } from 'playwright-core'
import { cast, child, listsFile, nameOf, timetableFile } from './story-cast.ts'
import { storyWorld, type StoryWorld } from './story-world.ts'

let world: StoryWorld
/** Windows that stay open between the parts of the day. */
const windows: Record<string, Page> = {}
before(async () => {
  world = await storyWorld(Object.values(cast))
  const { lastName, firstName, middleName, birthDate, gender, snils } = cast.operator
  const operator = await aPerson(world.make, { last_name: lastName, first_name: firstName, middle_name: middleName, birth_date: birthDate, gender, snils })
  await aGrant(world.make, operator.id, 'operator', federation)
})
after(() => world?.[Symbol.asyncDispose]())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click()
const type = (page: Page, label: string | RegExp, text: string) => page.getByLabel(label).first().fill(text)

/** Appoints somebody by СНИЛС and signs the appointment. */
async function appoint(page: Page, act: string, who: StandPerson, basis: string): Promise<void> {
  await press(page, act)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('СНИЛС').fill(printSnils(who.snils!))
  await dialog.getByLabel('Основание').fill(basis)
  await dialog.getByLabel('Фамилия').fill(who.lastName)
  await dialog.getByLabel('Имя').fill(who.firstName)
  await dialog.getByLabel('Отчество').fill(who.middleName!)
  await dialog.getByLabel('Дата рождения').fill(who.birthDate)
  await dialog.getByLabel(who.gender === 'M' ? 'мужской' : 'женский').check()
  await dialog.getByRole('button', { name: 'Назначить', exact: true }).click()
  await press(page, 'Подписать учебной подписью')
  await page.getByText(nameOf(who)).waitFor()
}

test('the operator opens a region and appoints its curator', async () => {
  const page = await world.enters(cast.operator, 'staff')
  await follow(page, 'Управление')
  await world.screens.look(page, 'operator, regions')
  await press(page, 'Открыть регион')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Регион').first().fill('Калуж')
  await dialog.getByRole('option', { name: /Калужская/ }).click()
  await world.screens.look(page, 'operator, opening a region')
  await dialog.getByRole('button', { name: 'Открыть регион' }).click()
  await follow(page, /Калужская/)
  await appoint(page, 'Назначить куратора', cast.regional, 'Приказ министерства № 1')
  await world.screens.look(page, 'operator, region')
})

test('the regional curator adds a municipality and appoints its curator', async () => {
  const page = await world.enters(cast.regional, 'staff')
  await follow(page, 'Управление')
  await press(page, 'Добавить муниципалитет')
  await page.getByRole('dialog').getByLabel('Название').fill('Тарусский район')
  await page.getByRole('dialog').getByRole('button', { name: 'Добавить' }).click()
  await follow(page, 'Тарусский район')
  await appoint(page, 'Назначить куратора', cast.municipal, 'Приказ министерства № 2')
  await world.screens.look(page, 'regional curator, municipality')
})

test('the municipal curator opens a school by ОГРН, ИНН and КПП and appoints its administrator', async () => {
  const page = await world.enters(cast.municipal, 'staff')
  await follow(page, 'Управление')
  await follow(page, 'Открыть организацию')
  await type(page, 'Полное название', 'МБОУ «Лесновская школа»')
  await type(page, 'Краткое название', 'Лесновская школа')
  await type(page, 'ОГРН', fictionalOgrn(7).replace(/.$/, (last) => String((Number(last) + 1) % 10)))
  await page.getByText('контрольная цифра не сходится').waitFor()
  await world.screens.look(page, 'municipal curator, a wrong ОГРН')
  await type(page, 'ОГРН', fictionalOgrn(7))
  await type(page, 'ИНН', fictionalInn(7))
  await type(page, 'КПП', fictionalKpp(7))
  await press(page, 'Открыть организацию')
  await appoint(page, 'Назначить администратора', cast.admin, 'Приказ школы № 1')
  await world.screens.look(page, 'municipal curator, school')
})

test('the administrator opens the year and imports the lists and the timetable into the empty school', async () => {
  const page = windows['admin'] = await world.enters(cast.admin, 'staff')
  await world.screens.look(page, 'administrator, home of an empty school')
  await follow(page, 'Управление')
  await world.screens.look(page, 'administrator, management', true)
  await follow(page, 'Календарь и звонки')
  await press(page, 'Открыть учебный год')
  await page.getByText('I четверть').first().waitFor()
  await world.screens.look(page, 'administrator, calendar')
  await follow(page, 'Управление')
  await follow(page, /Импорт|Загрузка/)
  await world.screens.look(page, 'administrator, imports')
  await bring(page, 0, 'Списки.xlsx', await listsFile())
  await world.screens.look(page, 'administrator, lists before writing')
  await press(page, 'Записать')
  await page.getByText('Импорт записан').first().waitFor()
  await follow(page, 'Импорт')
  await bring(page, 1, 'Расписание.fet', timetableFile())
  await world.screens.look(page, 'administrator, timetable before writing')
  await press(page, 'Записать')
  await page.getByText('Импорт записан').first().waitFor()
  await follow(page, 'Расписание')
  await world.screens.look(page, 'administrator, timetable', true)
})

const bring = async (page: Page, place: number, name: string, buffer: Buffer) => {
  await page.locator('input[type=file]').nth(place).setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await page.getByRole('button', { name: 'Записать' }).waitFor()
}

test('a teacher asks to join and is approved', async () => {
  const page = windows['teacher'] = await world.enters(cast.teacher, 'staff')
  await follow(page, /Я работаю|сотрудник|педагог/i)
  await press(page, /Лесновская школа/)
  await type(page, 'Должность', 'учитель математики')
  await world.screens.look(page, 'teacher, asking to join')
  await press(page, 'Отправить заявку')
  await page.getByText('Заявка отправлена').first().waitFor()
  const office = windows['admin']!
  await follow(office, 'Заявки')
  await press(office, nameOf(cast.teacher))
  await world.screens.look(office, 'administrator, request of a teacher', true)
  await press(office, 'Подтвердить по документу')
  await office.getByRole('dialog').getByLabel('Документ').fill('Приказ о приёме № 12')
  await world.screens.look(office, 'administrator, approving by a document')
  await office.getByRole('dialog').getByRole('button', { name: /^Подтвердить/ }).click()
  await office.getByText('Заявка подтверждена').first().waitFor()
})

test('a parent asks for a child and is approved', async () => {
  const page = windows['mother'] = await world.enters(cast.mother, 'parent', 'phone')
  await follow(page, /Я родитель/)
  await press(page, /Лесновская школа/)
  await type(page, 'Фамилия', child.lastName)
  await type(page, 'Имя', child.firstName)
  await type(page, 'Отчество', child.middleName!)
  await type(page, 'Дата рождения', child.birthDate)
  await type(page, 'СНИЛС', printSnils(child.snils))
  await world.screens.look(page, 'parent on a phone, naming the child')
  await press(page, 'Отправить заявку')
  await page.getByText('Заявка отправлена').first().waitFor()
  const office = windows['admin']!
  await follow(office, 'Заявки')
  await press(office, nameOf(cast.mother))
  await world.screens.look(office, 'administrator, request of a parent')
  await press(office, /^Подтвердить/)
  await office.getByText('Заявка подтверждена').first().waitFor()
})

test('the mark of the conducted lesson shows itself on the phone of the parent', async () => {
  const phone = windows['mother']!
  await phone.goto(world.url)
  await world.screens.look(phone, 'parent on a phone, home', true)
  await follow(phone, 'Дневник')
  await world.screens.look(phone, 'parent on a phone, diary', true)
  const page = windows['teacher']!
  await page.goto(world.url)
  await page.getByText('Идёт урок').first().waitFor()
  await world.screens.look(page, 'teacher, home', true)
  await follow(page, 'Провести урок')
  await page.getByRole('button', { name: 'Громова Алиса: Н, отсутствие, причина не указана' }).click()
  await press(page, 'Остальные на месте')
  await press(page, 'Работ пока нет')
  await page.getByRole('menuitem', { name: /Ответ/ }).first().click()
  await page.getByLabel('Тема').fill('Сложение дробей')
  await page.getByLabel('Домашнее задание').first().fill('Учебник, номера 214 и 215')
  await page.getByText(/Сохранено в/).first().waitFor()
  const open = phone.url()
  await page.getByRole('button', { name: `${child.lastName} ${child.firstName}: 5` }).click()
  const pressedAt = performance.now()
  await phone.getByText('Ответ на уроке').or(phone.getByLabel(/^5/)).first().waitFor()
  const seconds = (performance.now() - pressedAt) / 1000
  assert.equal(phone.url(), open, 'the window of the parent was not touched')
  console.log(`the mark was on the phone after ${seconds.toFixed(2)} s`)
  await phone.getByText('Сложение дробей').first().waitFor()
  await world.screens.look(page, 'teacher, conducting the lesson', true)
  await world.screens.look(phone, 'parent on a phone, diary with the mark')
})

test('nothing is wrong with the screens on the way', () => {
  assert.deepEqual(world.screens.found, [])
  assert.deepEqual(world.screens.complaints(/^401 GET \/api\/me$/), [])
})
