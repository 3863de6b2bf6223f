import { fictionalInn, fictionalKpp, fictionalOgrn } from '@school/contract'
import { appointAdministrator, appointMunicipalCurator, appointRegionalCurator } from '@school/identity/contract'
import { makePerson } from '@school/names'
import { openRegion, putMunicipality, putSchool } from '@school/registry/contract'
import { registryFace } from '@school/registry/server'
import { writing } from '@school/server'
import type { Making } from './making.ts'
import { dataOf } from './people.ts'
import { Numbers, type PlannedPerson } from './school-plan.ts'
import type { Stage } from './stage.ts'

export interface Place { readonly regionId: string; readonly municipalityId: string; readonly schoolId: string; readonly title: string; readonly adminId: string }
export interface Country { readonly operatorId: string; readonly regionId: string; readonly regionalCuratorId: string; readonly municipalCuratorIds: readonly string[]; readonly schools: readonly Place[] }

const towns = ['Город Калуга', 'Город Обнинск', 'Тарусский район'] as const
const schools = [
  { town: 0, kind: 'school', short: 'Школа № 14', full: 'МБОУ «Средняя общеобразовательная школа № 14» г. Калуги', address: 'г. Калуга, ул. Учебная, д. 14' },
  { town: 0, kind: 'school', short: 'Гимназия № 9', full: 'МБОУ «Гимназия № 9» г. Калуги', address: 'г. Калуга, ул. Учебная, д. 9' },
  { town: 1, kind: 'school', short: 'Школа № 3', full: 'МБОУ «Средняя общеобразовательная школа № 3» г. Обнинска', address: 'г. Обнинск, пр. Учебный, д. 3' },
  { town: 1, kind: 'college', short: 'Обнинский колледж', full: 'ГАПОУ «Обнинский колледж технологий»', address: 'г. Обнинск, ул. Колледжная, д. 1' },
  { town: 2, kind: 'school', short: 'Лесновская школа', full: 'МКОУ «Лесновская основная общеобразовательная школа»', address: 'Тарусский район, с. Лесное, д. 2' },
  { town: 2, kind: 'school', short: 'Новая школа', full: 'МБОУ «Новая школа» Тарусского района', address: 'г. Таруса, ул. Новая, д. 1' },
] as const

/** Operator, region, municipalities, curators, six schools with an administrator each: the chain of trust from the top down. */
export async function openCountry(making: Making): Promise<Country> {
  const { stage, people } = making
  const [random, numbers, id] = [making.random(1), new Numbers(100), making.ids(1)]
  const adult = (gender: 'male' | 'female') => numbers.person(makePerson(random, { birthYear: 1970 + Math.floor(random() * 20), gender }))
  const operator = adult('female')
  const operatorId = await appointFirstOperator(stage, operator, id)
  people.add(operator, { school: 'Страна и регион', group: 'Оператор', label: 'федеральный оператор', featured: true })
  const asOperator = await stage.as(operatorId)
  const regionId = id()
  await asOperator.call(openRegion, { params: { id: regionId }, body: { code: '40' } })
  const appointee = (person: PlannedPerson) => { const { email: _e, phone: _p, ...who } = dataOf(person); return { personId: id(), ...who, snils: person.snils } }
  const curator = adult('male')
  const { personId: regionalCuratorId } = await asOperator.call(appointRegionalCurator, { params: { regionId, id: id() }, body: { who: appointee(curator), basis: 'Приказ министерства № 101', signedBy: null } })
  people.add(curator, { school: 'Страна и регион', group: 'Кураторы', label: 'куратор региона, Калужская область', featured: true })
  const asRegion = await stage.as(regionalCuratorId)
  const municipalities: { id: string; curatorId: string }[] = []
  for (const name of towns) {
    const townId = id()
    await asRegion.call(putMunicipality, { params: { regionId, id: townId }, body: { name, oktmo: null } })
    const person = adult('female')
    const { personId } = await asRegion.call(appointMunicipalCurator, { params: { regionId, municipalityId: townId, id: id() }, body: { who: appointee(person), basis: 'Приказ министерства № 102', signedBy: null } })
    people.add(person, { school: 'Страна и регион', group: 'Кураторы', label: `муниципальный куратор, ${name}` })
    municipalities.push({ id: townId, curatorId: personId })
  }
  const opened: Place[] = []
  for (const [n, school] of schools.entries()) {
    const { id: municipalityId, curatorId } = municipalities[school.town]!
    const asTown = await stage.as(curatorId)
    const schoolId = id()
    await asTown.call(putSchool, { params: { regionId, municipalityId, id: schoolId }, body: { kind: school.kind, fullName: school.full, shortName: school.short, ogrn: fictionalOgrn(n + 1), inn: fictionalInn(n + 1), kpp: fictionalKpp(n + 1), address: school.address, basedOn: null } })
    const admin = adult(n % 2 === 0 ? 'female' : 'male')
    const { personId: adminId } = await asTown.call(appointAdministrator, { params: { regionId, municipalityId, school: schoolId, id: id() }, body: { who: appointee(admin), basis: 'Приказ школы № 1', signedBy: null } })
    people.add(admin, { school: school.short, group: 'Администрация', label: 'администратор', organisations: [{ oid: String(9_000_000 + n), fullName: school.full, shortName: school.short, ogrn: fictionalOgrn(n + 1) }], ...(n === 0 || n === 5 ? { featured: true } : {}), ...(n === 5 ? { hint: 'пустая школа: загрузите списки и расписание' } : {}) })
    opened.push({ regionId, municipalityId, schoolId, title: school.short, adminId })
  }
  return { operatorId, regionId, regionalCuratorId, municipalCuratorIds: municipalities.map((one) => one.curatorId), schools: opened }
}

/** The first operator is appointed by whoever installs the system; from there on everyone is appointed by someone. */
async function appointFirstOperator(stage: Stage, person: PlannedPerson, newId: () => string): Promise<string> {
  return writing(stage.composed.kit, {}, async (work) => {
    const { id } = await registryFace.ensurePerson(work, newId(), dataOf(person))
    await work.rows(`insert into identity.grant_of_role (id, person_id, role, scope_kind, scope_id, valid_from, granted_by, basis) values ($1, $2, 'operator', 'federation', 'country', $3, $2, 'demo') on conflict do nothing`, [newId(), id, '2026-08-01'])
    work.audit('identity.grant.first', { about: id })
    return id
  })
}
