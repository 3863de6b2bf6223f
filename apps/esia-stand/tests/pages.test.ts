import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../pages/html.ts'
import { peopleList, pickerPage, type PickerView } from '../pages/picker-page.ts'
import { aStandPerson } from '../testing.ts'

const pupils = Array.from({ length: 20 }, (_, index) =>
  aStandPerson({ oid: String(3000 + index), lastName: 'Фёдоров', birthDate: '2013-05-05', confirmed: false, group: 'Ученики 7 «Б»', label: 'ученик', className: '7 «Б»' }))
const mother = aStandPerson({ oid: '1', firstName: '<b>Анна</b>', kids: ['3000'], featured: true, hint: 'Дневник', group: 'Родители' })
const stranger = aStandPerson({ oid: '2', lastName: 'Орлов', confirmed: false, closed: true })
const view = (change: Partial<PickerView> = {}): PickerView => ({
  tx: 'tx', client: 'Моя школа', language: 'ru', today: new Date('2026-11-24T06:00:00Z'), query: '', open: '', recent: [],
  persons: [mother, stranger, ...pupils], ...change,
})
const count = (text: string, part: RegExp) => text.match(part)?.length ?? 0

test('values are escaped, HTML is not escaped twice', () => {
  assert.equal(String(html`<p title="${'"<'}">${html`<i>${"'&"}</i>`}${null}${[1, 2]}</p>`), '<p title="&#34;&#60;"><i>&#39;&#38;</i>12</p>')
})

test('a page carries no script and no style of its own and no markup from a name', () => {
  const page = String(pickerPage(view()))
  assert.doesNotMatch(page, /<script(?! src="\/stand\.js" defer>)|style=|<style|\son\w+=|<b>/)
})

test('a group shows its first dozen and opens whole on demand', () => {
  assert.equal(count(String(peopleList(view())), /value="30\d\d"/g), 12)
  const open = String(peopleList(view({ open: 'Школа № 1|Ученики 7 «Б»' })))
  assert.equal(count(open, /value="30\d\d"/g), 20)
  assert.match(open, /<details open id="open">/)
})

test('search takes all words from name, class and school, with е for ё and without quotes', () => {
  const found = (query: string) => count(String(peopleList(view({ query }))), /name="oid"/g)
  assert.deepEqual([found('федоров 7 б'), found('ФЁДОРОВ'), found('орлов школа'), found('орлов 7'), found(' ')], [20, 20, 1, 0, 4 - 1 + 12])
})

test('a row says age, children with their class, and what stands in the way', () => {
  const page = String(peopleList(view({ recent: ['1', '404'] }))).replaceAll('\u00a0', ' ')
  assert.match(page, /Недавно/)
  assert.match(page, /Дети: Анна, 7 «Б»/)
  assert.match(page, /ученик · 7 «Б» · 13 лет/)
  assert.equal(count(page, /не подтверждена/g), 1)
  assert.match(page, /запись закрыта/)
})
