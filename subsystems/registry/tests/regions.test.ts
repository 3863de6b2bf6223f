import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fictionalInn, fictionalKpp, fictionalOgrn, newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { editSchool, findSchools, getMunicipality, getRegion, getSchool, getSchoolOverview, listClassNames, listMunicipalities, listRegions, listRegionSubjects, listSchoolsOfMunicipality, listSchoolsOfRegion, listTerritories, openRegion, putMunicipality, putSchool } from '@school/registry/contract'
import { type Refused } from '@school/testing'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

const given = (n: number) => ({ kind: 'school' as const, fullName: `МБОУ «Школа № ${n}»`, shortName: `Школа № ${n}`, ogrn: fictionalOgrn(n), inn: fictionalInn(n), kpp: fictionalKpp(n), basedOn: null })
const placed = (id: string) => ({ regionId: s.school.region_id, municipalityId: s.school.municipality_id, id })

test('the operator opens a region once; a repeat changes nothing, another id is told', async () => {
  const operator = await s.as(s.operator)
  const subjects = await operator.call(listRegionSubjects, {})
  assert.equal(subjects.length, 89)
  assert.equal(new Set(subjects.map(({ timeZone }) => timeZone)).size > 11, true)
  const free = subjects.find(({ code, regionId }) => code === '41' && regionId === null)!
  const id = newId()
  const region = await operator.call(openRegion, { params: { id }, body: { code: free.code } })
  assert.equal(region.timeZone, 'Asia/Kamchatka')
  assert.equal((await operator.call(openRegion, { params: { id }, body: { code: '41' } })).id, id)
  await assert.rejects(operator.call(openRegion, { params: { id: newId() }, body: { code: '41' } }), { code: 'registry.region_is_open' })
  await assert.rejects(operator.call(openRegion, { params: { id: newId() }, body: { code: '00' } }), { code: 'registry.unknown_region_code' })
  assert.ok((await operator.call(listRegions, {})).some((one) => one.id === id))
  await assert.rejects((await s.as(s.regionalCurator)).call(listRegions, {}), { status: 403 })
  await assert.rejects((await s.as(null)).call(listRegions, {}), { status: 401 })
})

test('a regional curator opens municipalities in the own region only', async () => {
  const curator = await s.as(s.regionalCurator)
  const params = { regionId: s.school.region_id, id: newId() }
  const made = await curator.call(putMunicipality, { params, body: { name: 'Новый район', oktmo: '29701000', timeZone: 'Asia/Omsk' } })
  assert.equal(made.timeZone, 'Asia/Omsk')
  assert.ok((await curator.call(listMunicipalities, { params: { regionId: s.school.region_id } })).some(({ id }) => id === params.id))
  await assert.rejects(curator.call(putMunicipality, { params: { ...params, id: newId() }, body: { name: 'Новый район', oktmo: null } }), { code: 'registry.name_taken' })
  await assert.rejects(curator.call(putMunicipality, { params, body: { name: 'Х район', oktmo: null, timeZone: 'Mars/Base' } }), { code: 'registry.unknown_time_zone' })
  await assert.rejects(curator.call(putMunicipality, { params: { ...params, regionId: s.stranger.school.region_id }, body: { name: 'Чужой', oktmo: null } }), { status: 404 })
  await assert.rejects((await s.as(s.municipalCurator)).call(putMunicipality, { params, body: { name: 'Свой', oktmo: null } }), { status: 403 })
  assert.equal((await (await s.as(s.municipalCurator)).call(getMunicipality, { params: { municipalityId: s.school.municipality_id } })).regionId, s.school.region_id)
  assert.equal((await curator.call(getRegion, { params: { regionId: s.school.region_id } })).sizes.schools, 1)
})

test('both curators open a school; wrong identifiers are named field by field; a taken ОГРН is told', async () => {
  const municipal = await s.as(s.municipalCurator)
  const id = newId()
  const school = await municipal.call(putSchool, { params: placed(id), body: given(9) })
  assert.deepEqual([school.ogrn, school.revision, school.timeZone], [fictionalOgrn(9), 1, 'Europe/Moscow'])
  assert.equal((await municipal.call(putSchool, { params: placed(id), body: given(9) })).revision, 1, 'a repeat changes nothing')
  await assert.rejects(municipal.call(putSchool, { params: placed(newId()), body: { ...given(10), ogrn: '1027700132194', inn: '770708389', kpp: '0' } }),
    (error: Refused) => { assert.deepEqual([error.code, error.details['faults']], ['registry.identifier_wrong', { ogrn: 'check_digit', inn: 'length', kpp: 'length' }]); return true })
  await assert.rejects(municipal.call(putSchool, { params: placed(newId()), body: given(9) }), { code: 'registry.ogrn_taken' })
  const regional = await s.as(s.regionalCurator)
  const corrected = await regional.call(putSchool, { params: placed(id), body: { ...given(9), fullName: 'МБОУ «Лицей № 9»', basedOn: 1 } })
  assert.equal(corrected.revision, 2)
  await assert.rejects(regional.call(putSchool, { params: placed(id), body: { ...given(9), basedOn: 1 } }), { code: 'registry.changed_meanwhile' })
  await assert.rejects(regional.call(putSchool, { params: { ...placed(s.stranger.id), municipalityId: s.stranger.school.municipality_id }, body: given(11) }), { status: 404 })
  await assert.rejects((await s.as(s.admin)).call(putSchool, { params: placed(newId()), body: given(12) }), { status: 403 })
  await assert.rejects((await s.as(s.stranger.municipalCurator)).call(putSchool, { params: placed(newId()), body: given(12) }), { status: 404 })
})

test('curators see sizes, never a figure behind which a person could be recognised', async () => {
  const curator = await s.as(s.municipalCurator)
  const { overview } = await curator.call(getSchoolOverview, { params: placed(s.id) })
  assert.deepEqual([overview.hasAdmin, overview.classes, overview.pupils, overview.staff], [true, 1, null, null])
  const { rows, next } = await curator.call(listSchoolsOfMunicipality, { params: { municipalityId: s.school.municipality_id }, query: { limit: 1 } })
  assert.equal(rows.length, 1)
  const rest = await curator.call(listSchoolsOfMunicipality, { params: { municipalityId: s.school.municipality_id }, query: { cursor: next! } })
  assert.ok(!rest.rows.some(({ id }) => id === rows[0]!.id))
  assert.equal((await (await s.as(s.regionalCurator)).call(listSchoolsOfRegion, { params: { regionId: s.school.region_id }, query: { search: 'лицей' } })).rows.length, 1)
  await assert.rejects(curator.call(listSchoolsOfMunicipality, { params: { municipalityId: s.stranger.school.municipality_id } }), { status: 404 })
  assert.equal((await curator.raw('GET', `/api/schools/${s.id}/people?relation=pupil`)).statusCode, 403)
  assert.equal((await curator.raw('GET', `/api/municipalities/${s.school.municipality_id}/schools?cursor=zzz`)).statusCode, 400)
})

test('the school reads its card, its administrator edits contacts', async () => {
  const admin = await s.as(s.admin)
  const card = await admin.call(getSchool, { params: { schoolId: s.id } })
  const body = { fullName: card.fullName, shortName: card.shortName, address: 'ул. Ленина, 1', phone: '+7 484 2', email: 'a@b.ru', basedOn: card.revision }
  assert.equal((await admin.call(editSchool, { params: { schoolId: s.id }, body })).address, 'ул. Ленина, 1')
  await assert.rejects(admin.call(editSchool, { params: { schoolId: s.id }, body }), { code: 'registry.changed_meanwhile' })
  assert.equal((await (await s.as(s.parent)).call(getSchool, { params: { schoolId: s.id } })).can.edit, false)
  await assert.rejects((await s.as(s.teacher)).call(editSchool, { params: { schoolId: s.id }, body }), { status: 403 })
})

test('anyone signed in finds a school, its territory and its classes, and nobody else does', async () => {
  const parent = await s.as(s.parent)
  const [found] = await parent.call(findSchools, { query: { municipalityId: s.school.municipality_id, search: 'Школа' } })
  assert.equal(found?.regionId, s.school.region_id)
  assert.ok((await parent.call(listTerritories, {})).some(({ id }) => id === s.school.region_id))
  assert.deepEqual((await parent.call(listClassNames, { params: { schoolId: s.stranger.id } })).map(({ id }) => id), [s.stranger.classUnit.id])
  await assert.rejects((await s.as(null)).call(findSchools, {}), { status: 401 })
})
