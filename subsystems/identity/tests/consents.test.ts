import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { getMe, giveConsent, listConsents, withdrawConsent } from '@school/identity/contract'
import { identityFace } from '@school/identity/server'
import { reading } from '@school/server'
import { testSchool, type TestSchool } from '@school/app-server/testing'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

async function photo(person: { id: string }, subjectId: string) {
  const caller = await s.as(person)
  const { documents } = await caller.call(listConsents, {})
  const document = documents.find((one) => one.purpose === 'photo')!
  return { caller, params: { subjectId, purpose: 'photo' }, body: { edition: document.edition, hash: document.hash } }
}

test('a required document is asked for until it is accepted; nothing is given beforehand', async () => {
  const caller = await s.as(s.teacher)
  assert.equal((await caller.call(getMe, {})).consentsNeeded, true)
  const { documents, subjects } = await caller.call(listConsents, {})
  assert.deepEqual(documents.map((one) => [one.purpose, one.required]), [['rules', true], ['external', false], ['messages', false], ['photo', false]])
  assert.ok(subjects[0]!.states.every((state) => state.state === 'none'))
  const rules = documents.find((one) => one.purpose === 'rules')!
  const given = await caller.call(giveConsent, { params: { subjectId: s.teacher.id, purpose: 'rules' }, body: { edition: rules.edition, hash: rules.hash } })
  assert.equal(given.state, 'given')
  assert.equal((await caller.call(getMe, {})).consentsNeeded, false)
})

test('a parent answers for a child under fourteen and takes it back; the child reads', async () => {
  const { caller, params, body } = await photo(s.parent, s.pupil.id)
  const has = () => reading(s.kit, {}, (read) => identityFace.hasConsent(read, s.pupil.id, 'photo'))
  const live = await s.live(s.pupil)
  await caller.call(giveConsent, { params, body })
  await caller.call(giveConsent, { params, body })
  assert.equal((await live.next()).facts?.[0]?.name, 'identity.consent.changed')
  live.close()
  assert.equal(await has(), true)
  const child = await s.as(s.pupil)
  const seen = (await child.call(listConsents, {})).subjects[0]!
  assert.deepEqual([seen.mayAnswer, seen.states.find((one) => one.purpose === 'photo')?.state], [false, 'given'])
  assert.equal((await child.call(getMe, {})).consentsNeeded, false)
  await assert.rejects(child.call(giveConsent, { params, body }), { status: 403, code: 'identity.not_your_answer' })
  const withdrawn = await caller.call(withdrawConsent, { params })
  assert.equal(withdrawn.state, 'withdrawn')
  assert.equal(await has(), false)
  await assert.rejects(caller.call(withdrawConsent, { params }), { code: 'identity.not_given' })
  assert.deepEqual([(await s.trace('identity.consent.give')).length >= 2, (await s.trace('identity.consent.withdraw')).length], [true, 1])
})

test('from the fourteenth birthday the child answers and the parent does not', async () => {
  const { params, body, caller } = await photo(s.otherParent, s.otherPupil.id)
  await s.make.rows(`update registry.person set birth_date = '2012-10-15' where id = $1`, [s.otherPupil.id])
  await assert.rejects(caller.call(giveConsent, { params, body }), { code: 'identity.not_your_answer' })
  assert.equal((await (await s.as(s.otherPupil)).call(giveConsent, { params, body })).state, 'given')
})

test('refusals: signed out, a foreign child, another text, an unknown purpose, wrong input', async () => {
  const { caller, params, body } = await photo(s.parent, s.pupil.id)
  await assert.rejects((await s.as(null)).call(listConsents, {}), { status: 401 })
  await assert.rejects((await s.as(null)).call(giveConsent, { params, body }), { status: 401 })
  await assert.rejects((await s.as(null)).call(withdrawConsent, { params }), { status: 401 })
  await assert.rejects((await s.as(s.stranger.parent)).call(giveConsent, { params, body }), { status: 404 })
  await assert.rejects((await s.as(s.stranger.parent)).call(withdrawConsent, { params }), { status: 404 })
  await assert.rejects(caller.call(giveConsent, { params, body: { ...body, hash: 'x' } }), { status: 409, code: 'identity.other_edition' })
  await assert.rejects(caller.call(giveConsent, { params: { ...params, purpose: 'nothing' }, body }), { status: 404 })
  await assert.rejects(caller.call(giveConsent, { params, body: { ...body, edition: 0 } }), { status: 400 })
})
