import test from 'node:test'
import assert from 'node:assert/strict'
import { suggestDays } from './proposal-days.ts'
import { suggestHours, suggestRoom } from './proposal-hours.ts'
import { suggestSubject } from './proposal-subjects.ts'
import { suggestTeacher } from './proposal-teachers.ts'

const named = (...names: string[]) => names.map((name) => ({ name, longName: '', comments: '' }))
const people = [
  ['Иванова', 'Анна', 'Петровна'], ['Иванова', 'Ольга', 'Петровна'], ['Сёмина', 'Юлия', 'Ильинична'], ['Щукин', 'Пётр', null],
  ['Римский-Корсаков', 'Николай', 'Андреевич'], ['Мамедов', 'Рауф', 'Али оглы'], ['Ким', 'Ян', 'Иванович'],
].map(([lastName, firstName, middleName]) => ({ id: `${lastName} ${firstName}`, lastName: lastName!, firstName: firstName!, middleName: middleName ?? null }))
const subjects = ['Математика', 'Алгебра', 'Русский язык', 'Литература', 'Литературное чтение', 'Иностранный язык (английский)', 'Физическая культура', 'Физика', 'Информатика',
  'История', 'Обществознание', 'География', 'Биология', 'Химия', 'Изобразительное искусство', 'Музыка', 'Труд (технология)', 'Основы безопасности и защиты Родины',
  'Вероятность и статистика', 'Окружающий мир', 'Основы религиозных культур и светской этики', 'Разговоры о важном'].map((title) => ({ id: title, title }))

test('teachers: whom a written name means', () => {
  const cases: [string, string | null, string][] = [
    ['Иванова Анна Петровна', 'Иванова Анна', 'exact'], ['ИВАНОВА А.П.', 'Иванова Анна', 'initials'], ['О. П. Иванова', 'Иванова Ольга', 'initials'],
    ['Ivanova A', 'Иванова Анна', 'transliterated'], ['IVANOVA Anna', 'Иванова Анна', 'transliterated'], ['Иванова', null, 'ambiguous'], ['Иванова Т.П.', null, 'ambiguous'],
    ['Семина Ю.И.', 'Сёмина Юлия', 'initials'], ['Semina Yuliya', 'Сёмина Юлия', 'transliterated'], ['Сёмина', 'Сёмина Юлия', 'last_name'], ['Сёмена Ю.И.', 'Сёмина Юлия', 'typo'],
    ['Shchukin', 'Щукин Пётр', 'transliterated'], ['Щукин Петр', 'Щукин Пётр', 'exact'], ['Римский-Корсаков Н.А.', 'Римский-Корсаков Николай', 'initials'],
    ['Щукин П. (физика)', 'Щукин Пётр', 'initials'], ['Вакансия 2', null, 'vacancy'], ['Пушкин А.С.', null, 'nothing_like_it'], ['Ким Я.И.', 'Ким Ян', 'initials'], ['Кин Я.И.', null, 'nothing_like_it'],
    ['Щукин В.', null, 'initials_differ'],
  ]
  for (const [source, target, reason] of cases) {
    const found = suggestTeacher(source, people)
    assert.deepEqual([found.target, found.reason], [target, reason], source)
  }
  assert.equal(suggestTeacher('Иванова', people).others.length, 2)
})

test('subjects: what a staff room calls them', () => {
  const cases: [string, string | null][] = [
    ['Матем', 'Математика'], ['Мат.', 'Математика'], ['математика', 'Математика'], ['Алгебра', 'Алгебра'], ['Алг', 'Алгебра'], ['Рус. яз.', 'Русский язык'], ['Русский', 'Русский язык'],
    ['Лит-ра', 'Литература'], ['Лит. чтение', 'Литературное чтение'], ['Англ', 'Иностранный язык (английский)'], ['Английский язык', 'Иностранный язык (английский)'], ['Ин. яз.', 'Иностранный язык (английский)'],
    ['Физ-ра', 'Физическая культура'], ['Физика', 'Физика'], ['физ', 'Физика'], ['ФК', 'Физическая культура'], ['Физическая культура 1', 'Физическая культура'], ['Инф', 'Информатика'], ['Общество', 'Обществознание'],
    ['Ист', 'История'], ['ИЗО', 'Изобразительное искусство'], ['Технология', 'Труд (технология)'], ['ОБЗР', 'Основы безопасности и защиты Родины'], ['ОБЖ', 'Основы безопасности и защиты Родины'],
    ['ВиС', 'Вероятность и статистика'], ['Окр. мир', 'Окружающий мир'], ['ОРКСЭ', 'Основы религиозных культур и светской этики'], ['Maths', 'Математика'], ['English', 'Иностранный язык (английский)'],
    ['Разговоры о важном', 'Разговоры о важном'], ['Геометрия', 'Математика'], ['Астрология', null], ['Хореография', null],
  ]
  for (const [source, target] of cases) {
    const found = suggestSubject(source, subjects)
    assert.equal(found.target, target, `${source}: ${JSON.stringify(found)}`)
  }
})

test('days: names, order, two weeks, halves', () => {
  const read = (...names: string[]) => suggestDays(named(...names)).map(({ target }) => target && `${target.weekday}${target.week ?? ''}${target.half ?? ''}`)
  assert.deepEqual(read('Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота'), ['1', '2', '3', '4', '5', '6'])
  assert.deepEqual(read('Sunday', 'Mon', 'Tue', 'Wed.'), ['7', '1', '2', '3'])
  assert.deepEqual(read('Пн', 'вт.', 'СР'), ['1', '2', '3'])
  assert.deepEqual(read('А-Понедельник', 'А-Вторник', 'В-Понедельник', 'В-Вторник'), ['1A', '2A', '1B', '2B'])
  assert.deepEqual(read('Пн (нечет)', 'Пн (чёт)', 'Вт'), ['1A', '1B', '2'])
  assert.deepEqual(read('Monday week 1', 'Monday week 2'), ['1A', '1B'])
  assert.deepEqual(read('Пн верхняя', 'Пн нижняя'), ['1A', '1B'])
  assert.deepEqual(read('Пн красная', 'Пн синяя'), ['1A', '1B'])
  assert.deepEqual(read('Пн утро', 'Пн день'), ['11', '12'])
  assert.deepEqual(read('D1', 'D2', 'D3'), ['1', '2', '3'])
  assert.deepEqual(read(...Array.from({ length: 10 }, (_, i) => `D${i}`)).slice(4, 6), ['5A', '1B'])
  assert.deepEqual(read(...Array.from({ length: 34 }, (_, i) => `Teacher ${i}`))[0], null)
})

test('hours: numbers, bells, order', () => {
  const bells = [{ number: 1, starts: '08:30' }, { number: 2, starts: '09:25' }, { number: 3, starts: '10:25' }]
  const read = (...names: string[]) => suggestHours(named(...names), bells).map(({ target, reason }) => `${target} ${reason}`)
  assert.deepEqual(read('0 урок', '1 урок', '2-й урок'), ['0 number', '1 number', '2 number'])
  assert.deepEqual(read('Lesson 1', 'Lesson 2'), ['1 number', '2 number'])
  assert.deepEqual(read('I', 'II', 'III'), ['1 number', '2 number', '3 number'])
  assert.deepEqual(read('09:25-10:10', '10:25'), ['2 bell_time', '3 bell_time'])
  assert.deepEqual(read('8.30', '14.00'), ['1 bell_time', '2 by_order'])
  assert.deepEqual(read('утро', 'потом'), ['1 by_order', '2 by_order'])
})

test('rooms', () => {
  const rooms = ['12', '121', 'Спортивный зал', 'Кабинет 7А'].map((title) => ({ id: title, title }))
  const read = (source: string) => suggestRoom(source, rooms).target
  assert.deepEqual(['каб. 12', '№ 121', 'спортзал', '7A', 'ауд.7а', '13'].map(read), ['12', '121', 'Спортивный зал', 'Кабинет 7А', 'Кабинет 7А', null])
})
