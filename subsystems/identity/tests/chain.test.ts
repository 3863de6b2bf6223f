import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fictionalSnils, newId } from '@school/contract'
import {
  type SignedAct, appointAdministrator, appointMunicipalCurator, appointRegionalCurator, approveRequest, approveRequests, askStepUp, askToJoin, confirmStepUp, countryFunnel, getMe, getRequest, listAdministrators,
  listMunicipalCurators, listRegionalCurators, listRequests, municipalityFunnel, regionFunnel, releaseAdministrator, releaseMunicipalCurator, releaseRegionalCurator,
} from '@school/identity/contract'
import { openRegion, putMunicipality, putSchool } from '@school/registry/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { aStandPerson } from '@school/esia-stand/testing'
import { aClass, aPupil } from '@school/registry/testing'
import { aSession } from '@school/identity/testing'
import { callerOf, Refused, type TestCaller } from '@school/testing'
import { signIn, signInStand, type Stand } from './stand.ts'

let s: TestSchool
let stand: Stand
before(async () => { s = await testSchool(); stand = await signInStand(s.world) })
after(async () => { await stand.close(); await s.close() })

const who = (n: number) => ({ personId: newId(), snils: fictionalSnils(n), lastName: `Назначенная${n}`, firstName: 'Анна', middleName: 'Ильинична', birthDate: '1980-01-01', gender: 'F' as const })
const account = (n: number, more = {}) => aStandPerson({ oid: String(n), lastName: `Назначенная${n}`, firstName: 'Анна', birthDate: '1980-01-01', snils: fictionalSnils(n), ...more })
const enter = async (n: number, profile = 'staff'): Promise<TestCaller> => callerOf(s.app, null, (await signIn(s.world, { oid: String(n) }, `profile=${profile}`)).cookie)

/** Signs for one act with the study signer, as a page does. */
async function signed(caller: TestCaller, operation: 'appointRegionalCurator' | 'appointMunicipalCurator' | 'appointAdministrator', aboutId: string, act: SignedAct): Promise<string> {
  const asked = await caller.call(askStepUp, { body: { operation, aboutId, act } })
  assert.ok(asked.needed && asked.study && asked.text.includes(aboutId))
  return (await caller.call(confirmStepUp, { params: { id: asked.id! }, body: { signature: null } })).id
}

test('operator → region → municipality → school → teacher and parent, every link by HTTP, every right at once', async () => {
  const operator = await s.as(s.operator)
  const region = await operator.call(openRegion, { params: { id: newId() }, body: { code: '40' } })
  await operator.call(appointRegionalCurator, { params: { regionId: region.id, id: newId() }, body: { who: who(501), basis: 'Приказ № 1', signedBy: null } })
  stand.people.push(account(501), account(502), account(503), account(504), account(505, { kids: ['601'] }))

  const curator = await enter(501)
  const municipality = await curator.call(putMunicipality, { params: { regionId: region.id, id: newId() }, body: { name: 'Калуга', oktmo: null } })
  const place = { regionId: region.id, municipalityId: municipality.id }
  const appointment = { params: { ...place, id: newId() }, body: { who: who(502), basis: 'Приказ № 2', signedBy: null } }
  await assert.rejects(curator.call(appointMunicipalCurator, appointment), { status: 403, code: 'identity.signature_needed' })
  const byPaper = await signed(curator, 'appointMunicipalCurator', municipality.id, { who: appointment.body.who, basis: appointment.body.basis })
  await curator.call(appointMunicipalCurator, { ...appointment, body: { ...appointment.body, signedBy: byPaper } })
  await assert.rejects(curator.call(appointMunicipalCurator, { params: { ...place, id: newId() }, body: { ...appointment.body, who: who(509), signedBy: byPaper } }), { code: 'identity.signature_needed' }, 'a signature is good for one act')

  const municipal = await enter(502)
  const schoolId = newId()
  await municipal.call(putSchool, { params: { ...place, id: schoolId }, body: { kind: 'school', fullName: 'МБОУ «Школа № 14»', shortName: 'Школа № 14', ogrn: '1027700132195', inn: '7707083893', kpp: '770701001', basedOn: null } })
  const act = { who: who(503), basis: 'Администратор, приказ № 3' }
  const administrator = { ...place, school: schoolId, id: newId() }
  const signature = await signed(municipal, 'appointAdministrator', schoolId, act)
  await assert.rejects(municipal.call(appointAdministrator, { params: administrator, body: { who: who(509), basis: act.basis, signedBy: signature } }), { code: 'identity.signature_needed' }, 'another person was named in what was signed')
  await municipal.call(appointAdministrator, { params: administrator, body: { ...act, signedBy: signature } })

  const admin = await enter(503)
  assert.deepEqual((await admin.call(getMe, {})).contexts.map((one) => [one.role, one.schoolId]), [['schoolAdmin', schoolId]])
  const unit = await aClass(s.make, schoolId, { grade: 5 })
  const kid = await aPupil(s.make, schoolId, unit.id, { last_name: 'Журавлёв', first_name: 'Пётр', middle_name: 'Алексеевич', birth_date: '2015-03-04', snils: null })

  const teacher = await enter(504)
  const staffId = newId()
  await teacher.call(askToJoin, { params: { schoolId, id: staffId }, body: { kind: 'staff', staff: { role: 'teacher', position: 'Учитель физики', wish: '7–9 классы' } } })
  stand.people.push(aStandPerson({ oid: '601', lastName: 'Журавлев', firstName: 'Пётр', middleName: 'Алексеевич', birthDate: '2015-03-04', gender: 'M', snils: fictionalSnils(601), confirmed: false }))
  const parent = await enter(505, 'parent')
  const childId = newId()
  const asked = await parent.call(askToJoin, { params: { schoolId, id: childId }, body: { kind: 'child', child: { child: { lastName: 'x', firstName: 'x', middleName: null, birthDate: '2015-03-04', snils: null }, kidOid: '601', basis: 'parent', classId: unit.id } } })
  assert.deepEqual([asked.check, asked.state, asked.about], ['noSnils', 'PENDING', `Журавлев Пётр, ${unit.name}`])

  const list = await admin.call(listRequests, { params: { schoolId } })
  assert.deepEqual(list.rows.map((row) => row.id).toSorted(), [staffId, childId].toSorted())
  for (const [id, document] of [[staffId, 'Приказ о приёме № 4'], [childId, 'Свидетельство о рождении']] as const) {
    const card = await admin.call(getRequest, { params: { schoolId, id } })
    await admin.call(approveRequest, { params: { schoolId, id }, body: { document, basedOn: card.revision } })
  }
  assert.deepEqual((await teacher.call(getMe, {})).contexts.map((one) => one.role), ['teacher'])
  assert.deepEqual((await parent.call(getMe, {})).contexts.map((one) => one.childId), [kid.id])

  const funnel = await municipal.call(municipalityFunnel, { params: { municipalityId: municipality.id } })
  assert.deepEqual(funnel.steps.map((step) => step.schools), [1, 1, 1, 1, 1, 1, 0])
  assert.equal(funnel.staff, null, 'two people are too few to be counted')
  assert.equal((await curator.call(regionFunnel, { params: { regionId: region.id } })).parts[0]!.name, 'Калуга')
  assert.ok((await operator.call(countryFunnel, {})).parts.some((part) => part.id === region.id))
})

test('appointments: lists, release at once, doubles, oneself, a mistyped СНИЛС', async () => {
  const { region_id: regionId, municipality_id: municipalityId } = s.school
  const [operator, regional, municipal] = [await s.as(s.operator), await s.as(s.regionalCurator), await s.as(s.municipalCurator)]
  const [a, b, c] = [newId(), newId(), newId()]
  const put = { who: who(511), basis: 'Приказ', signedBy: null }
  await operator.call(appointRegionalCurator, { params: { regionId, id: a }, body: put })
  await operator.call(appointRegionalCurator, { params: { regionId, id: a }, body: put })
  await assert.rejects(operator.call(appointRegionalCurator, { params: { regionId, id: newId() }, body: put }), { status: 409, code: 'identity.already_appointed' })
  await regional.call(appointMunicipalCurator, { params: { regionId, municipalityId, id: b }, body: { ...put, who: who(512) } })
  const place = { regionId, municipalityId, school: s.id }
  await municipal.call(appointAdministrator, { params: { ...place, id: c }, body: { ...put, who: who(513) } })
  assert.ok((await regional.call(listRegionalCurators, { params: { regionId } })).some((one) => one.id === a && one.validTo === null))
  assert.ok((await municipal.call(listMunicipalCurators, { params: { regionId, municipalityId } })).some((one) => one.id === b))
  assert.ok((await municipal.call(listAdministrators, { params: place })).some((one) => one.id === c))
  await assert.rejects(operator.call(appointRegionalCurator, { params: { regionId, id: newId() }, body: { ...put, who: { ...who(511), lastName: 'Другая', birthDate: '1970-01-01' } } }), { code: 'identity.other_person' })
  await assert.rejects(operator.call(appointRegionalCurator, { params: { regionId, id: newId() }, body: { ...put, who: { ...who(511), snils: '11223344596' } } }), { status: 400, code: 'identity.snils_wrong' })
  await s.make.rows('update registry.person set snils = $2 where id = $1', [s.operator.id, fictionalSnils(514)])
  const [self] = await s.make.rows<{ last_name: string; first_name: string }>('select last_name, first_name from registry.person where id = $1', [s.operator.id])
  await assert.rejects(operator.call(appointRegionalCurator, { params: { regionId, id: newId() }, body: { ...put, who: { ...who(514), lastName: self!.last_name, firstName: self!.first_name, birthDate: '1985-05-05' } } }), { code: 'identity.not_yourself' })

  const released = (await s.make.rows<{ person_id: string }>('select person_id from identity.grant_of_role where id = $1', [b]))[0]!
  const caller = await s.as({ id: released.person_id })
  assert.equal((await caller.call(getMe, {})).contexts.length, 1)
  await regional.call(releaseMunicipalCurator, { params: { regionId, municipalityId, id: b }, body: { reason: 'уволена', signedBy: null } })
  assert.equal((await caller.call(getMe, {})).contexts.length, 0)
  await operator.call(releaseRegionalCurator, { params: { regionId, id: a }, body: { reason: 'уволена', signedBy: null } })
  await municipal.call(releaseAdministrator, { params: { ...place, id: c }, body: { reason: 'уволена', signedBy: null } })
  assert.equal((await s.trace('identity.grant.release')).length, 3)
})

test('appointments: walls', async () => {
  const { region_id: regionId, municipality_id: municipalityId } = s.school
  const body = { who: who(520), basis: 'Приказ', signedBy: null }
  const regional = { params: { regionId, id: newId() }, body }
  const municipal = { params: { regionId, municipalityId, id: newId() }, body }
  const school = { params: { regionId, municipalityId, school: s.id, id: newId() }, body }
  const refused = async (person: { id: string } | null, run: (caller: TestCaller) => Promise<unknown>, status: number) =>
    assert.rejects(run(await s.as(person)), (error: Refused) => error.status === status)
  await refused(null, (one) => one.call(appointRegionalCurator, regional), 401)
  await refused(s.regionalCurator, (one) => one.call(appointRegionalCurator, regional), 403)
  await refused(s.admin, (one) => one.call(appointAdministrator, school), 403)
  await refused(s.municipalCurator, (one) => one.call(appointMunicipalCurator, municipal), 403)
  await refused(s.stranger.regionalCurator, (one) => one.call(appointMunicipalCurator, municipal), 404)
  await refused(s.stranger.municipalCurator, (one) => one.call(appointAdministrator, school), 404)
  await refused(s.municipalCurator, (one) => one.call(appointAdministrator, { ...school, params: { ...school.params, school: s.stranger.id } }), 404)
  await refused(s.stranger.regionalCurator, (one) => one.call(listRegionalCurators, { params: { regionId } }), 404)
  await refused(s.municipalCurator, (one) => one.call(listAdministrators, { params: { regionId, municipalityId, school: s.stranger.id } }), 404)
  await refused(s.operator, (one) => one.call(appointRegionalCurator, { ...regional, body: { ...body, basis: '' } }), 400)
  await refused(s.stranger.municipalCurator, (one) => one.call(municipalityFunnel, { params: { municipalityId } }), 404)
  await refused(s.teacher, (one) => one.call(regionFunnel, { params: { regionId } }), 403)
  await refused(s.regionalCurator, (one) => one.call(countryFunnel, {}), 403)
})

test('a signature belongs to its session, its act and ten minutes', async () => {
  const weak = async (person: { id: string }) => callerOf(s.app, null, await aSession(s.make, person.id, s.kit.clock(), 'esia'))
  const [mine, other] = [await weak(s.municipalCurator), await weak(s.municipalCurator)]
  const { region_id: regionId, municipality_id: municipalityId } = s.school
  const act = { who: who(530), basis: 'Приказ' }
  const appoint = (caller: TestCaller, signedBy: string) => caller.call(appointAdministrator, { params: { regionId, municipalityId, school: s.id, id: newId() }, body: { ...act, signedBy } })
  const signature = await signed(mine, 'appointAdministrator', s.id, act)
  await assert.rejects(appoint(other, signature), { code: 'identity.signature_needed' })
  await assert.rejects(appoint(mine, await signed(mine, 'appointAdministrator', municipalityId, act)), { code: 'identity.signature_needed' })
  const asked = await mine.call(askStepUp, { body: { operation: 'appointAdministrator', aboutId: s.id } })
  await assert.rejects(other.call(confirmStepUp, { params: { id: asked.id! }, body: { signature: null } }), { status: 404 })
  await assert.rejects(mine.call(confirmStepUp, { params: { id: asked.id! }, body: { signature: 'x' } }), { status: 400, code: 'identity.signature_wrong' })
  await assert.rejects((await s.as(null)).call(askStepUp, { body: { operation: 'appointAdministrator', aboutId: s.id } }), { status: 401 })
  const start = s.kit.clock()
  s.setNow(new Date(start.getTime() + 11 * 60_000))
  await assert.rejects(appoint(mine, signature), { code: 'identity.signature_needed' })
  s.setNow(start)
  await appoint(mine, signature)
  await assert.rejects((await s.as(s.teacher)).call(approveRequests, { params: { schoolId: s.id }, body: { ids: [newId()] } }), { status: 403 })
})
