import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deviceOf, networkOf, safeNext } from './places.ts'
import { termsFor } from './terms.ts'

test('the next page is a path of ours', () => {
  for (const path of ['/as/parent/x/diary?week=2026-10-12', '/profile']) assert.equal(safeNext(path), path)
  for (const path of [undefined, '', 'https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', '/a\\b', '/api/me', '/auth/esia/start', '/sign-in?back=/', 'javascript:alert(1)']) assert.equal(safeNext(path), '/', path ?? 'absent')
})

test('networks are coarse, devices are words', () => {
  assert.deepEqual(['10.20.30.40', '::ffff:10.20.30.40', '127.0.0.1', '2a02:6b8:0:1::5', '::1']
    .map(networkOf), ['10.20.30.0/24', '10.20.30.0/24', 'localhost', '2a02:6b8:0:1::/64', 'localhost'])
  assert.equal(deviceOf('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0 YaBrowser/25.8 Safari/537.36'), 'Яндекс Браузер, Windows')
  assert.equal(deviceOf('curl/8'), '')
})

test('the strictest role decides; a shared computer shortens', () => {
  assert.deepEqual(termsFor(['teacher', 'parent'], false, '2026-10-15'), { idleMinutes: 720, hours: 720, most: 5 })
  assert.deepEqual(termsFor(['teacher', 'schoolAdmin'], false, '2026-10-15'), { idleMinutes: 15, hours: 8, most: 1 })
  assert.deepEqual(termsFor(['operator', 'regionalCurator'], true, '2026-10-15'), { idleMinutes: 15, hours: 4, most: 1 })
  assert.deepEqual(termsFor(['pupil'], true, '2020-01-01'), { idleMinutes: 30, hours: 8, most: 5 })
})
