import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answersAlone, concerns, inForce, stateOf } from './rules.ts'

const document = (edition: number, from: string, more = {}) => ({ purpose: 'photo', edition, title: 'Фото', body: '', hash: 'h', in_force_from: from, required: false, audience: 'everyone' as const, ...more })
const answer = (edition: number, at: string, withdrawn: string | null = null) => ({ id: at, subject_id: 's', given_by: 'g', purpose: 'photo', edition, hash: 'h', given_at: new Date(at), channel: 'web', esia_sid: null, withdrawn_at: withdrawn === null ? null : new Date(withdrawn), giver: 'Г' })

test('on the fourteenth birthday the child answers alone', () => {
  assert.equal(answersAlone('2012-10-16', '2026-10-15'), false)
  assert.equal(answersAlone('2012-10-15', '2026-10-15'), true)
})

test('the latest edition that is in force counts; required documents come first', () => {
  assert.deepEqual(inForce([document(1, '2026-09-01'), document(2, '2026-10-01'), document(3, '2026-11-01')], '2026-10-15').map((one) => one.edition), [2])
  assert.deepEqual(inForce([document(1, '2026-09-01'), document(1, '2026-09-01', { purpose: 'rules', required: true })], '2026-10-15').map((one) => one.purpose), ['rules', 'photo'])
})

test('the last answer counts, an answer to an older edition is asked again', () => {
  assert.equal(stateOf(document(2, '2026-10-01'), []).state, 'none')
  assert.equal(stateOf(document(2, '2026-10-01'), [answer(1, '2026-09-02')]).state, 'oldEdition')
  assert.equal(stateOf(document(1, '2026-09-01'), [answer(1, '2026-09-02'), answer(1, '2026-09-05', '2026-09-06')]).state, 'withdrawn')
  assert.equal(stateOf(document(1, '2026-09-01'), [answer(1, '2026-09-02', '2026-09-03'), answer(1, '2026-09-05')]).state, 'given')
})

test('a document for pupils is not put before their parents', () => {
  assert.equal(concerns({ audience: 'pupil' }, ['parent']), false)
  assert.equal(concerns({ audience: 'everyone' }, []), true)
})
