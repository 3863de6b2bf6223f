import test from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { declineLastName, declinedFullName, type GrammarCase } from './declension.ts'
import { firstNames } from './first-names.ts'
import { patronymic, turkicPatronymic } from './patronymics.ts'
import { makeFamily, makePerson } from './person.ts'
import { seeded } from './random.ts'
import { shortName } from './short.ts'
import { femaleSurname, surnames } from './surnames.ts'

test('patronymics', () => {
  const cases: [string, string, string][] = [
    ['Иван', 'Иванович', 'Ивановна'], ['Илья', 'Ильич', 'Ильинична'], ['Никита', 'Никитич', 'Никитична'], ['Кузьма', 'Кузьмич', 'Кузьминична'], ['Лев', 'Львович', 'Львовна'],
    ['Пётр', 'Петрович', 'Петровна'], ['Павел', 'Павлович', 'Павловна'], ['Яков', 'Яковлевич', 'Яковлевна'], ['Михаил', 'Михайлович', 'Михайловна'], ['Юрий', 'Юрьевич', 'Юрьевна'],
    ['Дмитрий', 'Дмитриевич', 'Дмитриевна'], ['Викентий', 'Викентьевич', 'Викентьевна'], ['Анатолий', 'Анатольевич', 'Анатольевна'], ['Сергей', 'Сергеевич', 'Сергеевна'],
    ['Николай', 'Николаевич', 'Николаевна'], ['Игорь', 'Игоревич', 'Игоревна'], ['Данила', 'Данилович', 'Даниловна'], ['Муса', 'Мусаевич', 'Мусаевна'], ['Али', 'Алиевич', 'Алиевна'],
    ['Камиль', 'Камилевич', 'Камилевна'], ['Артём', 'Артёмович', 'Артёмовна'], ['Жорж', 'Жоржевич', 'Жоржевна'],
  ]
  for (const [father, son, daughter] of cases) assert.deepEqual([patronymic(father, 'male'), patronymic(father, 'female')], [son, daughter], father)
  assert.equal(turkicPatronymic('Али', 'female'), 'Али кызы')
})

test('surnames agree', () => {
  const cases = { Иванов: 'Иванова', Соловьёв: 'Соловьёва', Троицкий: 'Троицкая', Трубецкой: 'Трубецкая', Толстой: 'Толстая', Белый: 'Белая', Дикий: 'Дикая', Шевченко: 'Шевченко',
    Ковальчук: 'Ковальчук', Черных: 'Черных', Цой: 'Цой', Григорян: 'Григорян', 'Римский-Корсаков': 'Римская-Корсакова', 'Бонч-Бруевич': 'Бонч-Бруевич', 'Мусин-Пушкин': 'Мусина-Пушкина', Беридзе: 'Беридзе', Коваль: 'Коваль' }
  for (const [male, female] of Object.entries(cases)) assert.equal(femaleSurname(male), female)
})

test('declension of hard names', () => {
  const cases: [string, 'male' | 'female', GrammarCase, string][] = [
    ['Кузнецова Мария Игоревна', 'female', 'genitive', 'Кузнецовой Марии Игоревны'], ['Шевченко Пётр Ильич', 'male', 'dative', 'Шевченко Петру Ильичу'],
    ['Черных Лев Никитич', 'male', 'instrumental', 'Черных Львом Никитичем'], ['Цой Виктория Павловна', 'female', 'dative', 'Цой Виктории Павловне'], ['Цой Роман Павлович', 'male', 'genitive', 'Цоя Романа Павловича'],
    ['Ковальчук Любовь Ильинична', 'female', 'instrumental', 'Ковальчук Любовью Ильиничной'], ['Ковальчук Илья Львович', 'male', 'prepositional', 'Ковальчуке Илье Львовиче'],
    ['Римская-Корсакова Анна Юрьевна', 'female', 'genitive', 'Римской-Корсаковой Анны Юрьевны'], ['Мамедов Рауф Али оглы', 'male', 'dative', 'Мамедову Рауфу Али оглы'],
    ['Толстой Павел Кузьмич', 'male', 'genitive', 'Толстого Павла Кузьмича'], ['Беридзе Нана', 'female', 'dative', 'Беридзе Нане'], ['Саркисян Гаянэ Арамовна', 'female', 'accusative', 'Саркисян Гаянэ Арамовну'],
    ['Лев Артём Игоревич', 'male', 'genitive', 'Лева Артёма Игоревича'], ['Заяц Айгуль Маратовна', 'female', 'genitive', 'Заяц Айгуль Маратовны'], ['Заяц Никита Олегович', 'male', 'instrumental', 'Заяцем Никитой Олеговичем'],
    ['Дурново Юлия Сергеевна', 'female', 'genitive', 'Дурново Юлии Сергеевны'], ['Кузьмина Ольга Яковлевна', 'female', 'nominative', 'Кузьмина Ольга Яковлевна'],
  ]
  for (const [text, gender, grammarCase, expected] of cases) {
    const [lastName, firstName, ...middle] = text.split(' ')
    assert.equal(declinedFullName({ lastName: lastName!, firstName: firstName!, middleName: middle.join(' '), gender }, grammarCase), expected)
  }
})

test('every name of ours declines without losing its beginning', () => {
  for (const { male } of surnames) {
    assert.equal(declineLastName(male, 'male', 'genitive').slice(0, 2), male.slice(0, 2))
    const female = femaleSurname(male)
    assert.equal(declineLastName(female, 'female', 'dative').slice(0, 2), female.slice(0, 2))
  }
})

test('short names', () => {
  assert.equal(shortName('Иванова Анна Петровна'), 'Иванова А. П.')
  assert.equal(shortName('Ким Ян'), 'Ким Я.')
  assert.equal(shortName({ lastName: 'Мамедов', firstName: 'Рауф', middleName: 'Али оглы' }), 'Мамедов Р. А.')
  assert.equal(shortName('Штольц Анна-Мария Карловна'), 'Штольц А.-М. К.')
  assert.equal(shortName(''), '')
})

test('people are repeatable and whole', () => {
  fc.assert(fc.property(fc.nat(), fc.integer({ min: 1940, max: 2020 }), fc.constantFrom('male' as const, 'female' as const), (seed, birthYear, gender) => {
    const person = makePerson(seeded(seed), { birthYear, gender })
    assert.deepEqual(person, makePerson(seeded(seed), { birthYear, gender }))
    assert.ok(person.birthDate.startsWith(String(birthYear)))
    assert.equal(person.lastName, gender === 'male' ? person.family : femaleSurname(person.family))
    assert.ok(person.middleName === null || (gender === 'male' ? /(ич|оглы)$/ : /(на|кызы)$/).test(person.middleName), String(person.middleName))
  }))
})

test('families hold together', () => {
  fc.assert(fc.property(fc.nat(), fc.array(fc.integer({ min: 2005, max: 2019 }), { minLength: 1, maxLength: 4 }), (seed, years) => {
    const { father, mother, children } = makeFamily(seeded(seed), years)
    assert.equal(new Set(children.map((child) => child.firstName)).size, children.length)
    assert.ok(children.every((child) => child.family === father.family))
    assert.ok(Number(mother.birthDate.slice(0, 4)) <= Math.min(...years) - 18)
    for (const child of children) if (child.middleName && !child.middleName.endsWith('ы')) assert.equal(child.middleName, patronymic(father.firstName, child.gender))
  }))
})

test('the lists are as large and as old as they should be', () => {
  const own = (gender: string) => firstNames.filter((one) => one.gender === gender).length
  assert.ok(own('male') >= 80 && own('female') >= 80, `${own('male')} ${own('female')}`)
  assert.ok(surnames.length >= 250, String(surnames.length))
  assert.equal(new Set(surnames.map((one) => one.male)).size, surnames.length)
  assert.ok(firstNames.every((one) => one.weights.length === 5 && one.weights.every(Number.isFinite)))
})
